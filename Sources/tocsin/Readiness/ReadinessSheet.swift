// SPDX-License-Identifier: MIT

import Incidents
import Resources

/// Readiness as one JSON object: what `tocsin readiness export` writes and `import` reads.
struct ReadinessSheet {
  /// The version of the shape.
  static let format: Int64 = 1

  /// A list of the sheet: its name, what its records are, and their members, in order.
  struct Section {
    /// How a member's value is written.
    enum Value {
      case text, moment, hours
      /// One of some names.
      case name([String])
    }

    let name: String
    let noun: RecordNoun
    /// The member a record without an id is named after.
    let namedAfter: String
    let members: [(name: String, value: Value)]
  }

  /// The lists but for the assets, whose records hold numbers.
  static let sections: [Section] = [
    Section(
      name: "items", noun: .readiness, namedAfter: ReadinessItem.Field.title,
      members: [
        (ReadinessItem.Field.title, .text), (ReadinessItem.Field.details, .text),
        (ReadinessItem.Field.state, .name(ReadinessState.names.map(\.name))),
        (ReadinessItem.Field.owner, .text), (ReadinessItem.Field.due, .moment),
        (ReadinessItem.Field.place, .text), (ReadinessItem.Field.source, .text),
        (ReadinessItem.Field.checkedAt, .moment),
      ]),
    Section(
      name: "contacts", noun: .contact, namedAfter: ReadinessContact.Field.name,
      members: [
        (ReadinessContact.Field.name, .text), (ReadinessContact.Field.phone, .text),
        (ReadinessContact.Field.hours, .hours), (ReadinessContact.Field.mail, .text),
        (
          ReadinessContact.Field.purpose,
          .name(ReadinessContact.Purpose.names.map(\.name))
        ),
      ]),
    Section(
      name: "exclusions", noun: .exclusion, namedAfter: Exclusion.Field.name,
      members: [
        (Exclusion.Field.name, .text),
        (Exclusion.Field.kind, .name(Exclusion.Kind.names.map(\.name))),
        (Exclusion.Field.reason, .text),
      ]),
    Section(
      name: "permissions", noun: .permission, namedAfter: "id",
      members: [
        (ServicePermission.field, .name(ServicePermission.Answer.names.map(\.name))),
        (ServicePermission.note, .text),
      ]),
  ]

  /// What it says, by record and field.
  let values: [Subject: [String: String]]
}

/// The readiness items that come with the program.
enum ReadinessChecklist {
  /// The items, by record and field.
  static let values: [Subject: [String: String]] =
    Resources.bytes(named: "readiness-checklist.json").flatMap {
      try? ReadinessSheet(reading: $0, from: "readiness-checklist.json").values
    } ?? [:]
}
