// SPDX-License-Identifier: MIT

extension Containment {
  /// What a record of lifting says where no note was given.
  fileprivate static let liftedWithoutNote = "yes"
  private static let lifted = "lifted/"

  /// The field that says it was lifted: it names the line that says it was done, so that what is
  /// done again is in force again.
  private var liftedField: String { "\(Self.lifted)\(line)/\(response.response)" }

  /// A record that it was lifted by other means than a response; `nil` where the response's id
  /// cannot be part of a field's name, which is printable ASCII of at most ``Record/nameLimit``
  /// bytes.
  public func lifting(note: String) -> RecordEdit? {
    let name = liftedField
    guard let subject = Subject(.containment, response.incident.text),
      name.utf8.count <= Record.nameLimit, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    let note = note.trimmed
    return RecordEdit(subject, [name: note.isEmpty ? Self.liftedWithoutNote : note])
  }

  /// Whether somebody recorded that it was lifted, perhaps before its incident was merged into the
  /// one it is shown in now.
  func isLifted(in book: CaseBook) -> Bool {
    let ids = [response.incident] + book.sources(of: response.incident)
    return ids.contains { id in
      guard let subject = Subject(.containment, id.text) else { return false }
      return book.record(subject)?.setting(liftedField) != nil
    }
  }
}

extension RecordEdit {
  /// What was lifted, as a phrase; `nil` if it is no such record.
  static func liftedPhrase(_ subject: Subject, _ fields: [String: String]) -> String? {
    guard subject.noun == .containment else { return nil }
    let told = fields.sorted { $0.key < $1.key }.map { name, note in
      let parts = name.split(separator: "/", maxSplits: 2)
      let response = parts.count == 3 ? String(parts[2]) : name
      return note == Containment.liftedWithoutNote ? response : "\(response) (\(note))"
    }
    return "lifted what response \(told.joined(separator: ", ")) of \(subject.name) switched off"
  }
}
