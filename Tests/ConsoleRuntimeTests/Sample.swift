// SPDX-License-Identifier: MIT

import Incidents

/// The incident selected first.
let sample = IncidentID("2972395").unsafelyUnwrapped
