// SPDX-License-Identifier: MIT

/// Everything dated that is known of an incident and of what was merged into it, on one axis.
public struct Timeline: Hashable, Sendable {
  /// The entries, oldest first.
  public private(set) var entries: [TimelineEntry]
  /// Where its alerts stand in the kill chain.
  public let lanes: [TacticLane]
  /// How many incidents merged into it are not told of, because there are too many.
  public let untold: Int

  /// The most incidents merged into one whose documents are told of.
  public static let sourceLimit = 100

  /// A timeline of nothing.
  public init() {
    entries = []
    lanes = []
    untold = 0
  }

  /// The timeline of an incident, the documents of what was merged into it, and the journal's lines
  /// about them all.
  ///
  /// `techniques` says which tactics a technique serves. What was undone is not marked yet.
  public init(
    of incident: Incident, sources: [Incident] = [], untold: Int = 0, history: [JournalEntry],
    techniques: (String) -> [String]
  ) {
    entries = TimelineEntry.timeline(
      of: incident, sources: sources, history: history, undone: { _ in false })
    let alerts = unique(([incident] + sources).flatMap(\.alerts).map(AlertByID.init)).map(\.alert)
    lanes = TacticLane.lanes(of: alerts, techniques: techniques)
    self.untold = untold
  }

  /// Marks the entries of lines that were undone.
  public mutating func markUndone(_ lines: Set<Int>) {
    guard !lines.isEmpty else { return }
    for place in entries.indices where entries[place].seq.map(lines.contains) == true {
      entries[place].markUndone()
    }
  }

  /// The incidents merged into one, in order of id: what else its lines are about.
  public static func sources(of id: IncidentID, in history: [JournalEntry]) -> [IncidentID] {
    // What the service says of an incident names nothing else.
    Set(history.filter(\.event.isObservation).flatMap(\.incidents)).subtracting([id]).sorted()
  }

  /// What the entries concern, by kind and then in order of first appearance.
  public var entities: [Entity] { unique(entries.lazy.flatMap(\.entities)).inOrder }
}

/// An alert, told apart by its id: the target of a merge may hold the source's, too.
struct AlertByID: UniqueKey {
  let alert: Alert
  var uniqueKey: [UInt8] { Array(alert.id.utf8) }

  init(_ alert: Alert) { self.alert = alert }
}
