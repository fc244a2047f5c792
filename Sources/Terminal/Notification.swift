// SPDX-License-Identifier: MIT

/// How a terminal can be told to call its user.
public enum NotificationSignal: CaseIterable, Hashable, Sendable {
  /// BEL.
  case bell
  /// OSC 9, iTerm2's "Post a notification".
  case osc9
  /// OSC 777 `notify`, rxvt-unicode's extension.
  case osc777
}

/// The bytes that call the user: always the same, so that nothing of an incident leaves the screen.
package enum NotificationSequence {
  /// The bytes for a signal.
  package static func bytes(
    _ signal: NotificationSignal, through route: ClipboardRoute
  ) -> [UInt8] {
    switch signal {
    case .bell: [0x07]
    case .osc9: wrapped("]9;tocsin: your move", through: route)
    case .osc777: wrapped("]777;notify;tocsin;your move", through: route)
    }
  }

  private static func wrapped(_ text: String, through route: ClipboardRoute) -> [UInt8] {
    switch route {
    case .direct: Array("\u{1B}\(text)\u{07}".utf8)
    // tmux passes it on with `allow-passthrough on`; an escape inside is doubled.
    case .tmux: Array("\u{1B}Ptmux;\u{1B}\u{1B}\(text)\u{07}\u{1B}\\".utf8)
    case .screen: Array("\u{1B}P\u{1B}\(text)\u{07}\u{1B}\\".utf8)
    }
  }
}

extension Terminal {
  /// Calls the user; whether the terminal obeys, nobody can tell.
  ///
  /// Call it between frames.
  public func notify(by signal: NotificationSignal) {
    write(control: NotificationSequence.bytes(signal, through: clipboardRoute))
  }
}
