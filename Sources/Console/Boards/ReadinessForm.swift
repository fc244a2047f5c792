// SPDX-License-Identifier: MIT

import Incidents

/// The fields of the forms of the readiness board.
enum ReadinessForm {
  typealias Field = RecordForm.Field

  static func fields(_ noun: RecordNoun) -> [Field] {
    switch noun {
    case .readiness: item
    case .assets: assets
    case .contact: contact
    case .exclusion: exclusion
    case .permission: permission
    default: []
    }
  }

  private static func choices<Value: GraphValue>(
    _ type: Value.Type, _ title: (Value) -> String
  ) -> Field.Kind {
    .choice(Value.names.map { Field.Choice($0.name, title($0.value)) })
  }

  private static let item: [Field] = [
    Field(ReadinessItem.Field.title, "Item", isRequired: true),
    Field(
      ReadinessItem.Field.state, "State", choices(ReadinessState.self, \.title),
      unset: "\(ReadinessState.completeNow.title) (nobody chose)"),
    Field(ReadinessItem.Field.owner, "Owner"),
    Field(ReadinessItem.Field.due, "Due", .moment),
    Field(ReadinessItem.Field.details, "Details", .text),
    Field(ReadinessItem.Field.place, "Where", hint: "where in the portal it is"),
    Field(ReadinessItem.Field.source, "Source", hint: "where it comes from"),
    Field(ReadinessItem.Field.checkedAt, "Checked", .moment),
  ]

  private static let assets: [Field] = AssetCount.Kind.allCases.flatMap { kind in
    [
      Field(
        kind.protected, kind.title, .number,
        hint: "how many \(kind.title.lowercased()) are protected"),
      Field(kind.target, "  of", .number, hint: "how many should be"),
    ]
  }

  private static let contact: [Field] = [
    Field(ReadinessContact.Field.name, "Name", hint: "a person or a team", isRequired: true),
    Field(ReadinessContact.Field.phone, "Phone"),
    Field(ReadinessContact.Field.hours, "Hours", .hours, hint: DutyHours.forms),
    Field(ReadinessContact.Field.mail, "Mail"),
    Field(
      ReadinessContact.Field.purpose, "For", choices(ReadinessContact.Purpose.self, \.title)),
  ]

  private static let exclusion: [Field] = [
    Field(Exclusion.Field.name, "Group", hint: "the name as Defender has it", isRequired: true),
    Field(Exclusion.Field.kind, "Kind", choices(Exclusion.Kind.self, \.title)),
    Field(Exclusion.Field.reason, "Why"),
  ]

  private static let permission: [Field] = [
    Field(
      ServicePermission.field, "State", choices(ServicePermission.Answer.self, \.title)),
    Field(ServicePermission.note, "Note"),
  ]
}
