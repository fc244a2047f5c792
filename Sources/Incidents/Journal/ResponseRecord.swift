// SPDX-License-Identifier: MIT

/// A step on managed responses of one incident, or of several at once.
///
/// A response's id says which it is only within its incident, so that a record on several says of
/// each incident which responses it means.
public struct ResponseRecord: Hashable, Sendable {
  /// The ids of the responses of the one incident it is on; empty where it is on several.
  public private(set) var responses: [String] = []
  /// The ids of the responses of each incident, where it is on several; else empty.
  public private(set) var byIncident: [IncidentID: [String]] = [:]
  /// The step.
  public var step: ResponseStep
  /// A note, or the reason a skip or a failure needs.
  public var note: String

  /// Makes a record on one incident.
  public init(responses: [String], step: ResponseStep, note: String = "") {
    self.responses = responses
    self.step = step
    self.note = note
  }

  /// Makes a record on incidents, each with its responses.
  public init(byIncident: [IncidentID: [String]], step: ResponseStep, note: String = "") {
    if byIncident.count == 1, let (_, ids) = byIncident.first {
      responses = ids
    } else {
      self.byIncident = byIncident
    }
    self.step = step
    self.note = note
  }

  /// How many responses it is on.
  public var count: Int { responses.count + byIncident.values.reduce(0) { $0 + $1.count } }

  /// The ids of the responses it means, on an incident it is on.
  public func responses(of incident: IncidentID) -> [String] {
    byIncident.isEmpty ? responses : byIncident[incident] ?? []
  }

  /// What it says of some of the incidents it is on.
  public func narrowed(to incidents: some Sequence<IncidentID>) -> ResponseRecord {
    guard !byIncident.isEmpty else { return self }
    let wanted = Set(incidents)
    return ResponseRecord(
      byIncident: byIncident.filter { wanted.contains($0.key) }, step: step, note: note)
  }
}
