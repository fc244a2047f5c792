// SPDX-License-Identifier: MIT

/// What journal lines say, with the titles of the responses they name.
struct JournalStory {
  private let lines: [Int: JournalEntry]
  /// An incident that holds the responses of all documents, for their titles.
  private let titles: Incident
  private let targets: ResponseTargets
  /// The incidents the story is of: what lines say of others is not in it.
  private let incidents: [IncidentID]

  init(_ history: [JournalEntry], of incident: Incident, and sources: [Incident]) {
    let incidents = [incident.id] + sources.map(\.id)
    self.incidents = incidents
    lines = Dictionary(history.map { ($0.seq, $0.narrowed(to: incidents)) }) { first, _ in first }
    targets = ResponseTargets([incident] + sources)
    var titles = incident
    titles.responses += sources.flatMap(\.responses)
    self.titles = titles
  }

  /// A line as an entry.
  func line(_ entry: JournalEntry) -> TimelineEntry {
    let entry = entry.narrowed(to: incidents)
    let isObservation = entry.event.isObservation
    var line = TimelineEntry(
      at: entry.at, kind: isObservation ? .observed : .action,
      by: isObservation ? "" : entry.by.title,
      text: phrase(of: entry), seq: entry.seq)
    let subject = action(behind: entry)
    let responses: [String]
    switch subject.event {
    case .response(let record): responses = incidents.flatMap(record.responses(of:))
    case .observed(let observation): responses = observation.responses.map(\.new.id)
    default: responses = []
    }
    line.isOnResponse = !responses.isEmpty
    line.entities = unique(responses.compactMap { targets[$0] })
    switch subject.event {
    case .commented, .noted: line.isWriting = true
    default: break
    }
    return line
  }

  /// What a line says; of an undo, what it takes back or does again.
  private func phrase(of entry: JournalEntry) -> String {
    guard case .undone(let seq) = entry.event, let target = lines[seq] else {
      return entry.phrase(titles: titles)
    }
    if case .undone(let original) = target.event, let action = lines[original] {
      return "did again: \(action.phrase(titles: titles))"
    }
    return "took back: \(target.phrase(titles: titles))"
  }

  /// The line itself; of an undo, the action it takes back or does again.
  private func action(behind entry: JournalEntry) -> JournalEntry {
    guard case .undone(let seq) = entry.event, let target = lines[seq] else { return entry }
    guard case .undone(let original) = target.event, let action = lines[original] else {
      return target
    }
    return action
  }
}

extension JournalEntry {
  fileprivate func narrowed(to incidents: [IncidentID]) -> JournalEntry {
    var entry = self
    entry.event = event.narrowed(to: incidents)
    return entry
  }
}
