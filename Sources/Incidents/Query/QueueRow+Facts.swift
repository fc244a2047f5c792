// SPDX-License-Identifier: MIT

extension QueueRow {
  /// What the incident is about.
  var queryEntities: [Entity] { [] }
  /// What raised its alerts.
  var querySources: [String] { [] }
}
