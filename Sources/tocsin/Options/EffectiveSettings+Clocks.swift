// SPDX-License-Identifier: MIT

import Incidents
import Settings

extension EffectiveSettings {
  /// By which policy response clocks run; the zone is the team's, the machine's if `nil`.
  func clockPolicy(in zone: LocalZone?) -> ClockPolicy {
    var policy = ClockPolicy.standard
    func limits(_ severity: String, _ standard: ClockPolicy.Limits) -> ClockPolicy.Limits {
      func minutes(_ name: String) -> Int? {
        Setting.named("clocks.\(severity).\(name)").flatMap { self[$0].value.text }
          .flatMap(Setting.minutes(of:))
      }
      return ClockPolicy.Limits(
        acknowledge: minutes("acknowledge") ?? standard.acknowledge,
        act: minutes("act") ?? standard.act)
    }
    policy.high = limits("high", policy.high)
    policy.medium = limits("medium", policy.medium)
    policy.low = limits("low", policy.low)
    policy.informational = limits("informational", policy.informational)
    policy.hours = self[.businessHours].value.text.flatMap {
      BusinessHours($0, zone: zone ?? TeamZone.read(nil))
    }
    return policy
  }
}
