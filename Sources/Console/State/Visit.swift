// SPDX-License-Identifier: MIT

import Incidents

/// The stay at the selected incident.
struct Visit: Hashable {
  /// The incident.
  var id: IncidentID
  /// The look before this one.
  var before: Look?
  /// Whether it was selected long enough to be looked at.
  var isLook = false
}
