// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

extension ReadinessSheet {
  /// Reads a sheet, wholly or not at all; `name` is what the input is called in an error.
  init(reading bytes: [UInt8], from name: String) throws(Failure) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(bytes: bytes)
    } catch {
      throw .unfitSheet(
        "\(name):\(error.position.line):\(error.position.column): \(error.reason). "
          + "Nothing was recorded.")
    }
    var reader = SheetReader(name: name)
    try reader.read(document.root)
    values = reader.values
  }
}

/// Reads a sheet member by member; the first fault ends it.
private struct SheetReader {
  let name: String
  var values: [Subject: [String: String]] = [:]

  private func fault(_ sentence: String, at value: JSONValue) -> Failure {
    let place = value.position
    return .unfitSheet("\(name):\(place.line):\(place.column): \(sentence) Nothing was recorded.")
  }

  mutating func read(_ root: JSONValue) throws(Failure) {
    guard root.kind == .object else { throw fault("This is no object.", at: root) }
    guard let format = root["format"], format.integer == ReadinessSheet.format else {
      throw fault("\"format\" must be 1.", at: root["format"] ?? root)
    }
    for member in root.members where member.name != "format" {
      guard member.value.kind == .array else {
        throw fault("\"\(member.name)\" must be a list.", at: member.value)
      }
      if member.name == "assets" {
        for element in member.value.elements { try readAssets(element) }
      } else if let section = ReadinessSheet.sections.first(where: { $0.name == member.name }) {
        for element in member.value.elements { try read(element, section) }
      } else {
        throw fault("\"\(member.name)\" is not known here.", at: member.nameValue)
      }
    }
    if values.count > Proposal.limit {
      throw fault("These are more than \(Proposal.limit) records.", at: root)
    }
  }

  private mutating func add(
    _ subject: Subject, _ fields: [String: String], at place: JSONValue
  ) throws(Failure) {
    guard values[subject] == nil else {
      throw fault("\(subject) is in the list twice.", at: place)
    }
    values[subject] = fields
  }

  private mutating func read(
    _ object: JSONValue, _ section: ReadinessSheet.Section
  ) throws(Failure) {
    guard object.kind == .object else { throw fault("This is no object.", at: object) }
    var fields: [String: String] = [:]
    var id: String?
    for member in object.members {
      if member.name == "id" {
        id = try text(member.value)
        continue
      }
      guard let known = section.members.first(where: { $0.name == member.name }) else {
        throw fault("\"\(member.name)\" is not known here.", at: member.nameValue)
      }
      let value = try text(member.value)
      try check(value, known.value, at: member.value)
      if member.name == ReadinessItem.Field.checkedAt,
        let moment = Timestamp(iso8601: value), moment > Clock.now
      {
        throw fault("That is still to come; nobody looked then.", at: member.value)
      }
      fields[member.name] = value
    }
    var subject: Subject? =
      if let id { Subject(section.noun, id) } else {
        Subject(section.noun, namedAfter: fields[section.namedAfter] ?? "")
      }
    if id == nil, section.noun == .exclusion, let taken = subject, values[taken] != nil,
      let name = fields[Exclusion.Field.name], let kind = fields[Exclusion.Field.kind],
      values[taken]?[Exclusion.Field.kind] != kind
    {
      subject = Subject(.exclusion, namedAfter: "\(name) \(kind)")
    }
    guard let subject else {
      throw fault("This needs an \"id\" or a \"\(section.namedAfter)\".", at: object)
    }
    if section.noun == .permission, ServicePermission(rawValue: subject.name) == nil {
      throw fault("A permission is guide or respond.", at: object)
    }
    try add(subject, fields, at: object)
  }

  private func check(
    _ value: String, _ kind: ReadinessSheet.Section.Value, at place: JSONValue
  ) throws(Failure) {
    guard !value.isEmpty else { return }
    switch kind {
    case .text: break
    case .moment:
      if Timestamp(iso8601: value) == nil {
        throw fault("A time is written 2026-11-25T08:00:00Z.", at: place)
      }
    case .hours:
      if DutyHours(value) == nil { throw fault("Hours are \(DutyHours.forms).", at: place) }
    case .name(let names):
      if !names.contains(value) {
        throw fault("This must be \(names.joined(separator: " or ")).", at: place)
      }
    }
  }

  private func text(_ value: JSONValue) throws(Failure) -> String {
    if value.isNull { return "" }
    guard let text = value.string, !text.isDamaged else {
      throw fault("This must be text, or null.", at: value)
    }
    guard text.text.utf8.count <= Record.valueLimit else {
      throw fault("This text is longer than \(Record.valueLimit) bytes.", at: value)
    }
    return text.text
  }

  private mutating func readAssets(_ object: JSONValue) throws(Failure) {
    guard object.kind == .object else { throw fault("This is no object.", at: object) }
    var fields: [String: String] = [:]
    for member in object.members where member.name != "date" {
      guard let kind = AssetCount.Kind(rawValue: member.name) else {
        throw fault("\"\(member.name)\" is not known here.", at: member.nameValue)
      }
      for part in member.value.members {
        guard part.name == "protected" || part.name == "target" else {
          throw fault("\"\(part.name)\" is not known here.", at: part.nameValue)
        }
        guard let number = part.value.integer, (0...Int64(AssetCount.limit)).contains(number)
        else { throw fault("This must be a count.", at: part.value) }
        fields[part.name == "target" ? kind.target : kind.protected] = "\(number)"
      }
    }
    if let excess = AssetCount.fault(of: fields) { throw fault(excess, at: object) }
    let day = object["date"]?.string?.text ?? ""
    guard AssetCount.moment(of: day) != nil, let subject = Subject(.assets, day) else {
      throw fault("A count needs a \"date\", such as 2026-11-25.", at: object)
    }
    try add(subject, fields, at: object)
  }
}
