// SPDX-License-Identifier: MIT

/// Durations and how they are spread, with the incidents they are of.
public struct Spread: Hashable, Sendable {
  /// One duration and the incident it is of.
  public struct Sample: Hashable, Sendable {
    /// Milliseconds, not negative.
    public var milliseconds: Int64
    /// The incident.
    public var incident: IncidentID

    /// Makes a sample; a negative duration counts as 0, because clocks disagree.
    public init(_ milliseconds: Int64, of incident: IncidentID) {
      self.milliseconds = max(0, milliseconds)
      self.incident = incident
    }
  }

  /// The samples, shortest first, those of one length in order of id.
  public let samples: [Sample]

  /// Sorts samples.
  public init(_ samples: [Sample]) {
    self.samples = samples.sorted {
      ($0.milliseconds, $0.incident) < ($1.milliseconds, $1.incident)
    }
  }

  /// A percentile by nearest rank, `nil` of no samples; always a duration that occurred.
  ///
  /// Of `n` samples in order it is the one at place ⌈percent × n ÷ 100⌉, counted from 1. `percent`
  /// is 1…100.
  public func percentile(_ percent: Int) -> Int64? {
    guard !samples.isEmpty else { return nil }
    let rank = (min(100, max(1, percent)) * samples.count + 99) / 100
    return samples[rank - 1].milliseconds
  }

  /// The longest.
  public var longest: Int64? { samples.last?.milliseconds }

  /// The incidents, longest first.
  public var incidents: [IncidentID] { samples.reversed().map(\.incident) }
}
