// SPDX-License-Identifier: MIT

/// What became of an incident since somebody looked at it, as short phrases.
///
/// What the service says is told as a whole: what changed and changed back is no change. What people
/// did is told one by one, with their names, but not to the reader who did it.
public struct ChangesSince: Hashable, Sendable {
  /// The phrases, the service's first.
  public let phrases: [String]

  /// What the lines after one say; `history` is an incident's lines, oldest first.
  public init(
    _ seq: Int, in history: [JournalEntry], for reader: Author, titles incident: Incident? = nil
  ) {
    let later = history.filter { $0.seq > seq }
    var phrases: [String] = []
    let observations = later.compactMap { entry -> Observation? in
      if case .observed(let observation) = entry.event { observation } else { nil }
    }
    if !observations.isEmpty {
      let told = Self.told(observations)
      let isQuiet = told.isEmpty && observations.contains { !$0.isAddition }
      phrases += isQuiet ? ["changed in Defender"] : told
    }
    // An action and its undoing after it leave nothing to tell.
    var undone: Set<Int> = []
    for entry in later.reversed() where !undone.contains(entry.seq) {
      if case .undone(let seq) = entry.event, later.contains(where: { $0.seq == seq }) {
        undone.formUnion([seq, entry.seq])
      }
    }
    for entry in later
    where !entry.event.isObservation && entry.by != reader && !undone.contains(entry.seq) {
      let phrase = entry.phrase(titles: incident)
      // Whoever said something comes before what was said.
      phrases.append(
        phrase.utf8.contains(UInt8(ascii: ":"))
          ? "\(entry.by.name) \(phrase)" : "\(phrase) by \(entry.by.name)")
    }
    self.phrases = phrases
  }

  private static func told(_ observations: [Observation]) -> [String] {
    var phrases: [String] = []
    func net<Value>(_ path: KeyPath<Observation, Change<Value>?>) -> Change<Value>? {
      let changes = observations.compactMap { $0[keyPath: path] }
      guard let first = changes.first, let last = changes.last, first.old != last.new else {
        return nil
      }
      return Change(old: first.old, new: last.new)
    }
    func add<Value>(
      _ path: KeyPath<Observation, Change<Value>?>, _ name: String, _ title: (Value) -> String
    ) {
      guard let change = net(path) else { return }
      let old = change.old.map(title) ?? ""
      phrases.append("\(name) \(old.isEmpty ? "—" : old) → \(title(change.new))")
    }
    add(\.severity, "severity") { $0.title }
    add(\.status, "status") { $0.title }
    add(\.owner, "owner") { $0.isEmpty ? "nobody" : $0 }
    add(\.classification, "classification") { $0.title }
    add(\.determination, "determination") { $0.title }
    if let change = net(\.alertCount) {
      let more = change.new - (change.old ?? 0)
      let noun = abs(more) == 1 ? "alert" : "alerts"
      phrases.append("\(abs(more)) \(noun) \(more > 0 ? "more" : "fewer")")
    }
    phrases += responses(observations)
    if let change = net(\.tags) { phrases += Self.tags(from: change.old ?? [], to: change.new) }
    let tagged = observations.lazy.filter { !$0.isAddition }.compactMap(\.systemTags)
    if let first = tagged.first, let last = tagged.last {
      phrases += Self.tags(from: first.old ?? [], to: last.new)
    }
    if net(\.title) != nil { phrases.append("another title") }
    if let target = net(\.redirect)?.new { phrases.append("merged into \(target)") }
    return phrases
  }

  private static func responses(_ observations: [Observation]) -> [String] {
    var changes: [Change<ResponseFacts>] = []
    for change in observations.flatMap(\.responses) {
      if let place = changes.firstIndex(where: { $0.new.id.hasSameBytes(as: change.new.id) }) {
        changes[place].new = change.new
      } else {
        changes.append(change)
      }
    }
    return changes.compactMap { change in
      guard let old = change.old else { return "asked: \(change.new.title)" }
      return old.status == change.new.status
        ? nil : "\(change.new.title): \(old.status.title) → \(change.new.status.title)"
    }
  }

  private static func tags(from old: [String], to new: [String]) -> [String] {
    let added = new.filter { tag in !old.contains { $0.hasSameBytes(as: tag) } }
    let gone = old.filter { tag in !new.contains { $0.hasSameBytes(as: tag) } }
    return added.map { "tagged \($0)" } + gone.map { "tag \($0) taken off" }
  }
}
