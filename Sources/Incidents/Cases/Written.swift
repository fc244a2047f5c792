// SPDX-License-Identifier: MIT

/// What people wrote on a case beside comments: its note, its tags, and that it is snoozed.
public struct Written: Hashable, Sendable {
  /// What is thought to have happened; empty if nobody said.
  public internal(set) var hypothesis = Ledger("")
  /// What is to be done next; empty if nobody said.
  public internal(set) var nextStep = Ledger("")
  /// What stands in the way; empty if nothing does.
  public internal(set) var blocker = Ledger("")
  /// When the next step is due.
  public internal(set) var due = Ledger<Timestamp?>(nil)
  /// The tags people touched, in the order they did first.
  public internal(set) var tags: [TagLedger] = []
  /// That it is left alone for a while; a change by the service ends it.
  public internal(set) var snooze = Ledger<Snooze?>(nil)

  /// Nothing written yet.
  public init() {}

  /// Whether any of the note is there.
  public var hasNote: Bool {
    !hypothesis.value.isEmpty || !nextStep.value.isEmpty || !blocker.value.isEmpty
      || due.value != nil
  }
}

/// Whether a case has a tag, as far as people touched it.
public struct TagLedger: Hashable, Sendable {
  /// The tag.
  public let name: String
  /// Whether it is there.
  public internal(set) var isOn: Ledger<Bool>
}

/// A tag as it stands here.
public struct Tag: Hashable, Sendable {
  /// The tag.
  public var name: String
  /// Whether Defender does not have it.
  public var isOnlyHere: Bool
}

/// A snooze that is in effect.
public struct Snoozed: Hashable, Sendable {
  /// When and why.
  public var snooze: Snooze
  /// Who.
  public var by: String
  /// When it was begun.
  public var at: Timestamp?
}

/// Keeps a large value that most cases do not have out of them.
enum Aside<Value: Hashable & Sendable>: Hashable, Sendable {
  case none
  indirect case some(Value)
}

extension Case {
  /// What people wrote.
  public internal(set) var written: Written {
    get { if case .some(let written) = aside { written } else { Written() } }
    set { aside = .some(newValue) }
  }

  /// Whether people wrote anything but comments.
  var hasWritten: Bool { aside != .none }

  /// Its tags: the service's, without those taken off here, and those put on here.
  public var shownTags: [Tag] {
    guard case .some(let written) = aside else {
      return service.tags.map { Tag(name: $0, isOnlyHere: false) }
    }
    func isOn(_ name: String) -> Bool? {
      written.tags.first { $0.name.hasSameBytes(as: name) }?.isOn.value
    }
    let theirs = service.tags.filter { isOn($0) ?? true }.map { Tag(name: $0, isOnlyHere: false) }
    let ours = written.tags.filter { $0.isOn.value && !hasServiceTag($0.name) }
    return theirs + ours.map { Tag(name: $0.name, isOnlyHere: true) }
  }

  /// The service's tags that were taken off here.
  public var tagsTakenOff: [String] {
    guard case .some(let written) = aside else { return [] }
    return written.tags.filter { !$0.isOn.value && hasServiceTag($0.name) }.map(\.name)
  }

  func hasServiceTag(_ name: String) -> Bool {
    service.tags.contains { $0.hasSameBytes(as: name) }
  }

  /// The snooze that is in effect, its time left out of account; `nil` if there is none.
  ///
  /// It ends when somebody wakes it, when the service or a person changes the status, when the
  /// service changes anything, or when the response it waits for has an outcome or is not here.
  /// It counts only while the incident is the customer's move.
  public var snoozed: Snoozed? {
    guard case .some(let written) = aside, let snooze = written.snooze.value, turn.isYours else {
      return nil
    }
    let entry = written.snooze.current
    guard status.current.seq < entry.seq else { return nil }
    // A response of an incident merged into this one is written on the other.
    if responses.contains(where: { $0.status.serviceEntry.seq > entry.seq }) { return nil }
    if let id = snooze.response {
      guard let response = response(id), !response.hasOutcome else { return nil }
    }
    var by = ""
    if case .person(let author) = entry.origin { by = author.title }
    return Snoozed(snooze: snooze, by: by, at: entry.at)
  }

  mutating func write(_ note: Note, _ entry: JournalEntry) {
    func set<Value>(_ path: WritableKeyPath<Written, Ledger<Value>>, _ value: Value?) {
      guard let value else { return }
      written[keyPath: path].record(value, seq: entry.seq, at: entry.at, by: entry.by)
    }
    set(\.hypothesis, note.hypothesis)
    set(\.nextStep, note.nextStep)
    set(\.blocker, note.blocker)
    set(\.due, note.due)
  }

  mutating func write(_ edit: TagEdit, _ entry: JournalEntry) {
    for (names, isOn) in [(edit.add, true), (edit.remove, false)] {
      for name in names {
        let name = name.prefix(bytes: ServiceFacts.textLimit)
        let place = place(ofTag: name)
        written.tags[place].isOn.record(isOn, seq: entry.seq, at: entry.at, by: entry.by)
      }
    }
  }

  private mutating func place(ofTag name: String) -> Int {
    if let place = written.tags.firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      return place
    }
    written.tags.append(TagLedger(name: name, isOn: Ledger(hasServiceTag(name))))
    return written.tags.count - 1
  }

  /// What a change by the service does to what people wrote.
  mutating func observeWritten(_ observation: Observation, _ entry: JournalEntry) {
    guard hasWritten else { return }
    if observation.tags != nil {
      for place in written.tags.indices {
        let isOn = hasServiceTag(written.tags[place].name)
        if isOn != written.tags[place].isOn.serviceEntry.value {
          written.tags[place].isOn.observe(isOn, seq: entry.seq, at: entry.at)
        }
      }
    }
    if written.snooze.value != nil, !observation.isAddition {
      written.snooze.observe(nil, seq: entry.seq, at: entry.at)
    }
  }

  mutating func setWrittenUndone(_ isUndone: Bool, seq: Int, by undoing: Int) {
    guard hasWritten else { return }
    written.hypothesis.setUndone(isUndone, seq: seq, by: undoing)
    written.nextStep.setUndone(isUndone, seq: seq, by: undoing)
    written.blocker.setUndone(isUndone, seq: seq, by: undoing)
    written.due.setUndone(isUndone, seq: seq, by: undoing)
    written.snooze.setUndone(isUndone, seq: seq, by: undoing)
    for place in written.tags.indices {
      written.tags[place].isOn.setUndone(isUndone, seq: seq, by: undoing)
    }
  }

  /// Adds what people wrote on a merged incident; the target was never snoozed with it.
  mutating func absorbWritten(_ source: Case) {
    guard source.hasWritten else { return }
    written.hypothesis.absorb(source.written.hypothesis)
    written.nextStep.absorb(source.written.nextStep)
    written.blocker.absorb(source.written.blocker)
    written.due.absorb(source.written.due)
    for tag in source.written.tags {
      let place = place(ofTag: tag.name)
      written.tags[place].isOn.absorb(tag.isOn)
    }
  }
}

extension ResponseCase {
  /// Whether something came of it, be it failure.
  public var hasOutcome: Bool { status.value.isFinished || status.value == .failed }
}
