// SPDX-License-Identifier: MIT

extension Subject {
  /// A name for a record of something that happens once: the moment, the line it comes after, and
  /// who.
  ///
  /// Two people, and two consoles, make two records; the same one proposed twice is one.
  public init?(_ noun: RecordNoun, at now: Timestamp, after seq: Int, by author: Author) {
    let date = now.iso8601
    let minute = date.prefix(16).filter { $0 != ":" && $0 != "-" }
    self.init(noun, "\(minute)Z-\(seq + 1)-\(author.mark)")
  }
}

extension Author {
  /// A few letters that stand for the name and the user, for the name of a field or record.
  public var mark: String {
    // FNV-1a, 32 bits.
    var hash: UInt32 = 0x811C_9DC5
    for byte in "\(uid) \(name)".utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 36)
    return String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
  }
}

extension RecordEdit {
  /// Begins a run about some incidents.
  public static func beginning(
    _ subject: Subject, about ids: [IncidentID], reason: String
  ) -> RecordEdit {
    var values = EscalationRun.incidentFields(ids)
    values["reason"] = reason
    return RecordEdit(subject, values)
  }
}

extension EscalationRun {
  /// The fields that name incidents.
  public static func incidentFields(_ ids: [IncidentID]) -> [String: String] {
    Dictionary(ids.map { ("incident/\($0)", "1") }) { first, _ in first }
  }

  /// Answers a step; what was noted with another answer goes with that one.
  public func edit(answering step: String, _ answer: String, note: String?) -> RecordEdit {
    var values = ["answer/\(step)": answer]
    let isSame = record["answer/\(step)"].hasSameBytes(as: answer)
    if let note {
      values["note/\(step)"] = note
    } else if !isSame, !record["note/\(step)"].isEmpty {
      values["note/\(step)"] = ""
    }
    return RecordEdit(id, values)
  }

  /// A field that nobody else writes, under a prefix.
  public static func field(_ prefix: String, after seq: Int, by author: Author) -> String {
    "\(prefix)\(seq + 1)-\(author.mark)"
  }
}
