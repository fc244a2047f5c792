// SPDX-License-Identifier: MIT

import DefenderWire
import FoundationEssentials
import Testing

/// As much of JSON Schema (draft 2020-12) as the documented schemas use.
struct Schema {
  private let root: JSONValue

  /// A schema of the `Documentation` folder.
  init(named name: String) throws {
    let here = URL(filePath: #filePath)
    let package = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "Documentation/\(name).schema.json")
    root = try JSONDocument(bytes: Array(Data(contentsOf: file))).root
  }

  /// What is wrong with a value, one line each; nothing if it is as documented.
  func faults(in value: JSONValue) -> [String] { faults(in: value, by: root, at: "$") }

  private func faults(in value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    if let name = schema["$ref"]?.string?.text.split(separator: "/").last {
      guard let target = root["$defs"]?[String(name)] else { return ["\(path): no \(name)"] }
      return faults(in: value, by: target, at: path)
    }
    if let choices = schema["anyOf"] {
      let isOne = choices.elements.contains { faults(in: value, by: $0, at: path).isEmpty }
      return isOne ? [] : ["\(path): none of the choices"]
    }
    if let names = schema["enum"] {
      let isOne = names.elements.contains { $0.isEqual(to: value) }
      return isOne ? [] : ["\(path): not one of the names"]
    }
    guard isOfType(value, schema["type"]) else { return ["\(path): another type"] }
    if schema["pattern"] != nil, !isTime(value.string?.text ?? "") {
      return ["\(path): no time"]
    }
    var found: [String] = []
    for (place, element) in value.elements.enumerated() {
      guard let items = schema["items"] else { continue }
      found += faults(in: element, by: items, at: "\(path)[\(place)]")
    }
    for name in schema["required"].map({ Array($0.elements) }) ?? [] {
      let name = name.string?.text ?? ""
      if value[name] == nil { found.append("\(path): no \(name)") }
    }
    for member in value.members {
      let path = "\(path).\(member.name)"
      if let property = schema["properties"]?[member.name] {
        found += faults(in: member.value, by: property, at: path)
      } else if let others = schema["additionalProperties"], others.kind == .object {
        found += faults(in: member.value, by: others, at: path)
      } else {
        found.append("\(path): not documented")
      }
    }
    return found
  }

  private func isOfType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    guard let type else { return false }
    let names = type.kind == .array ? type.elements.map { $0.string?.text } : [type.string?.text]
    let name: String
    switch value.kind {
    case .object: name = "object"
    case .array: name = "array"
    case .string: name = "string"
    case .number: name = value.integer == nil ? "number" : "integer"
    case .bool: name = "boolean"
    case .null: name = "null"
    }
    return names.contains(name)
  }

  /// The one pattern there is.
  private func isTime(_ text: String) -> Bool {
    let shape = text.map { $0.isNumber ? "0" : $0 }
    return String(shape) == "0000-00-00T00:00:00.000Z"
  }
}
