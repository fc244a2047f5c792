// SPDX-License-Identifier: MIT

import Incidents

/// Reads members as what they should be; what is not becomes the default and a flag.
struct FieldReader {
  /// The most bytes of a text that is shown; the document keeps it whole.
  static let textLimit = 1 << 16
  /// The most elements of an array that are shown.
  static let arrayLimit = 10_000
  /// The most flags of one incident; one hostile record must not make a million.
  static let flagLimit = 1000
  private static let rawLimit = 200

  /// A step from the record to a member.
  enum Step {
    case name(String)
    case index(Int)
  }

  private(set) var flags: [FieldFlag] = []
  private var path: [Step] = []

  /// Reads what is inside a member or an element, so that flags name the whole path.
  mutating func within<Result>(
    _ steps: Step..., read: (inout FieldReader) -> Result
  ) -> Result {
    path += steps
    defer { path.removeLast(steps.count) }
    return read(&self)
  }

  /// Marks a member as unreadable.
  mutating func flag(_ name: String?, _ reason: String, _ value: JSONValue?) {
    guard flags.count < Self.flagLimit else { return }
    var text = ""
    for step in path + (name.map { [.name($0)] } ?? []) {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    let raw = String(decoding: value?.rawBytes.prefix(Self.rawLimit) ?? [], as: UTF8.self)
    flags.append(FieldFlag(path: text, reason: reason, raw: raw.cut(toBytes: Self.rawLimit)))
  }

  /// The first of several names that is there and not `null`; older names come last.
  func member(
    _ names: [String], of object: JSONValue
  ) -> (name: String, value: JSONValue)? {
    for name in names {
      if let value = object.present(name) { return (name, value) }
    }
    return nil
  }

  /// A text; empty if there is none.
  mutating func text(_ names: String..., of object: JSONValue) -> String {
    guard let (name, value) = member(names, of: object) else { return "" }
    return text(value, name)
  }

  /// A text; `nil` if there is none or it is empty.
  mutating func optionalText(_ names: String..., of object: JSONValue) -> String? {
    guard let (name, value) = member(names, of: object) else { return nil }
    let text = text(value, name)
    return text.isEmpty ? nil : text
  }

  /// A value of one of Graph's enumerations; the default if there is none.
  mutating func value<Value: GraphValue>(
    _ name: String, of object: JSONValue, default standard: Value
  ) -> Value {
    guard let value = object.present(name) else { return standard }
    let raw = text(value, name)
    return raw.isEmpty ? standard : Value(graphName: raw)
  }

  /// A moment.
  ///
  /// The year 1 is how .NET says that there is none.
  mutating func timestamp(_ names: String..., of object: JSONValue) -> Timestamp? {
    guard let (name, value) = member(names, of: object) else { return nil }
    guard let string = value.string else {
      flag(name, "\(value.kind.noun), not a date", value)
      return nil
    }
    if string.text.hasPrefix("0001-01-01") { return nil }
    if let timestamp = Timestamp(iso8601: string.text) { return timestamp }
    flag(name, "not a date that exists", value)
    return nil
  }

  /// A list of texts.
  mutating func texts(_ names: String..., of object: JSONValue) -> [String] {
    guard let (name, value) = member(names, of: object) else { return [] }
    return list(name, value) { reader, element in
      guard element.kind == .string else {
        reader.flag(nil, "\(element.kind.noun), not text", element)
        return nil
      }
      return reader.text(element, nil)
    }
  }

  /// A list of objects, each read by the body; elements it gives `nil` for are left out.
  mutating func objects<Element>(
    _ names: String..., of object: JSONValue,
    read: (inout FieldReader, JSONValue) -> Element?
  ) -> [Element] {
    guard let (name, value) = member(names, of: object) else { return [] }
    return list(name, value) { reader, element in
      guard element.kind == .object else {
        reader.flag(nil, "\(element.kind.noun), not an object", element)
        return nil
      }
      return read(&reader, element)
    }
  }

  private mutating func list<Element>(
    _ name: String, _ value: JSONValue, read: (inout FieldReader, JSONValue) -> Element?
  ) -> [Element] {
    guard value.kind == .array else {
      flag(name, "\(value.kind.noun), not a list", value)
      return []
    }
    var result: [Element] = []
    for (index, element) in value.elements.enumerated() {
      if index == Self.arrayLimit {
        flag(name, "cut at 10,000 elements", nil)
        break
      }
      let read = within(.name(name), .index(index)) { read(&$0, element) }
      if let read { result.append(read) }
    }
    return result
  }

  private mutating func text(_ value: JSONValue, _ name: String?) -> String {
    guard let string = value.string else {
      flag(name, "\(value.kind.noun), not text", value)
      return ""
    }
    if string.isDamaged { flag(name, "damaged characters", value) }
    if string.text.utf8.count > Self.textLimit {
      flag(name, "cut at 64 KB", value)
      return string.text.cut(toBytes: Self.textLimit)
    }
    return string.text
  }
}

extension String {
  /// The beginning, at most so many bytes of it, cut between scalars.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}

extension JSONValue.Kind {
  /// The kind with its article, for sentences.
  var noun: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "text"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
