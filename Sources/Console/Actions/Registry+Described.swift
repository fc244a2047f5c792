// SPDX-License-Identifier: MIT

public import Settings

extension Registry {
  /// Every action, as the documents of the configuration describe it.
  public static var described: [DescribedAction] {
    actions.map {
      DescribedAction(id: $0.id, help: $0.help, keys: $0.keys.map(\.description))
    }
  }
}
