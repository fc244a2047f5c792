// SPDX-License-Identifier: MIT

/// What a handover needs to know of an incident, as far as one line changes it.
public struct Note: Hashable, Sendable {
  /// What is thought to have happened; empty takes it away, `nil` leaves it.
  public var hypothesis: String?
  /// What is to be done next; empty takes it away, `nil` leaves it.
  public var nextStep: String?
  /// What stands in the way; empty takes it away, `nil` leaves it.
  public var blocker: String?
  /// When the next step is due; `nil` inside takes it away, `nil` outside leaves it.
  public var due: Timestamp??

  /// Makes a note that changes what is given.
  public init(
    hypothesis: String? = nil, nextStep: String? = nil, blocker: String? = nil,
    due: Timestamp?? = nil
  ) {
    self.hypothesis = hypothesis
    self.nextStep = nextStep
    self.blocker = blocker
    self.due = due
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool {
    hypothesis == nil && nextStep == nil && blocker == nil && due == nil
  }

  /// Whether two say the same, texts compared as bytes.
  public static func == (left: Note, right: Note) -> Bool {
    func same(_ path: KeyPath<Note, String?>) -> Bool {
      switch (left[keyPath: path], right[keyPath: path]) {
      case (nil, nil): true
      case (let left?, let right?): left.hasSameBytes(as: right)
      default: false
      }
    }
    return same(\.hypothesis) && same(\.nextStep) && same(\.blocker) && left.due == right.due
  }

  /// Feeds the due time; texts are not worth hashing.
  public func hash(into hasher: inout Hasher) { hasher.combine(due) }
}

/// That a person wants to be left alone by an incident for a while.
public struct Snooze: Hashable, Sendable {
  /// When it wakes; `nil` if only a response wakes it.
  public var until: Timestamp?
  /// The response whose outcome wakes it; `nil` if only the time does.
  public var response: String?
  /// Why.
  public var reason: String

  /// Makes a snooze; one of the two conditions must be given.
  public init(until: Timestamp?, response: String? = nil, reason: String) {
    self.until = until
    self.response = response
    self.reason = reason
  }

  /// Whether its time has come.
  public func isOver(at now: Timestamp) -> Bool { until.map { $0 <= now } ?? false }

  /// Whether two say the same, texts compared as bytes.
  public static func == (left: Snooze, right: Snooze) -> Bool {
    guard left.until == right.until, left.reason.hasSameBytes(as: right.reason) else {
      return false
    }
    switch (left.response, right.response) {
    case (nil, nil): return true
    case (let left?, let right?): return left.hasSameBytes(as: right)
    default: return false
    }
  }

  /// Feeds the time, which is enough to tell most apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(until) }
}

/// Tags put on incidents and taken off them.
public struct TagEdit: Hashable, Sendable {
  /// Put on.
  public var add: [String]
  /// Taken off.
  public var remove: [String]

  /// Makes an edit; blanks around a tag, empty tags and repetitions are dropped, and what is both
  /// put on and taken off is put on.
  public init(add: [String] = [], remove: [String] = []) {
    var known: Set<[UInt8]> = []
    func kept(_ tags: [String]) -> [String] {
      tags.map(\.trimmed).filter { !$0.isEmpty && known.insert(Array($0.utf8)).inserted }
    }
    self.add = kept(add)
    self.remove = kept(remove)
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { add.isEmpty && remove.isEmpty }

  /// The most bytes of a tag.
  public static let tagLimit = ServiceFacts.textLimit

  /// Why it cannot be recorded, as a sentence; `nil` if it can.
  public var refusal: String? {
    for tag in add {
      if tag.utf8.count > Self.tagLimit {
        return "A tag is at most \(Self.tagLimit) bytes; this one has \(tag.utf8.count)."
      }
      if tag.utf8.first == UInt8(ascii: "-") {
        return "A tag cannot begin with -."
      }
      if tag.utf8.contains(UInt8(ascii: ",")) {
        return "A tag has no comma: that stands between two."
      }
    }
    return nil
  }

  /// Whether two say the same, byte for byte.
  public static func == (left: TagEdit, right: TagEdit) -> Bool {
    left.add.elementsEqual(right.add) { $0.hasSameBytes(as: $1) }
      && left.remove.elementsEqual(right.remove) { $0.hasSameBytes(as: $1) }
  }

  /// Feeds how many there are; texts are not worth hashing.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(add.count)
    hasher.combine(remove.count)
  }
}

extension String {
  /// The text without spaces, tabs and line ends around it.
  package var trimmed: String {
    let blanks: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let start = utf8.firstIndex(where: { !blanks($0) }),
      let last = utf8.lastIndex(where: { !blanks($0) })
    else { return "" }
    return String(self[start..<utf8.index(after: last)])
  }
}
