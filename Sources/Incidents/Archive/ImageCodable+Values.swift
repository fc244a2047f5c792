// SPDX-License-Identifier: MIT

extension Int: ImageCodable {
  /// Reads a number.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let value = try reader.number()
    self = Int(truncatingIfNeeded: Int64(bitPattern: value >> 1 ^ (0 &- (value & 1))))
  }

  /// Writes it; numbers near zero are short, whatever their sign.
  package func write(to writer: inout ImageWriter) {
    writer.number(UInt64(bitPattern: Int64(self) << 1 ^ Int64(self) >> 63))
  }
}

extension Bool: ImageCodable {
  /// Reads a byte.
  package init(from reader: inout ImageReader) throws(ImageError) {
    switch try reader.byte() {
    case 0: self = false
    case 1: self = true
    default: throw ImageError()
    }
  }

  /// Writes a byte.
  package func write(to writer: inout ImageWriter) { writer.byte(self ? 1 : 0) }
}

extension String: ImageCodable {
  /// Reads a text.
  package init(from reader: inout ImageReader) throws(ImageError) { self = try reader.text() }

  /// Writes its bytes.
  package func write(to writer: inout ImageWriter) { writer.text(self) }
}

extension Optional: ImageCodable where Wrapped: ImageCodable {
  /// Reads whether there is one, and it.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
  }

  /// Writes whether there is one, and it.
  package func write(to writer: inout ImageWriter) {
    writer.write(self != nil)
    if let value = self { writer.write(value) }
  }
}

extension Array: ImageCodable where Element: ImageCodable {
  /// Reads as many as it says.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }

  /// Writes how many, and each.
  package func write(to writer: inout ImageWriter) {
    writer.number(UInt64(count))
    for element in self { writer.write(element) }
  }
}

extension Timestamp: ImageCodable {
  /// Reads a moment.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(milliseconds: Int64(try Int(from: &reader)))
  }

  /// Writes its milliseconds.
  package func write(to writer: inout ImageWriter) { writer.write(Int(milliseconds)) }
}

extension IncidentID: ImageCodable {
  /// Reads an id.
  package init(from reader: inout ImageReader) throws(ImageError) {
    guard let id = IncidentID(try reader.text()) else { throw ImageError() }
    self = id
  }

  /// Writes its text.
  package func write(to writer: inout ImageWriter) { writer.text(text) }
}

extension Subject: ImageCodable {
  /// Reads a subject.
  package init(from reader: inout ImageReader) throws(ImageError) {
    guard let subject = Subject(try reader.text()) else { throw ImageError() }
    self = subject
  }

  /// Writes its text.
  package func write(to writer: inout ImageWriter) { writer.text(text) }
}

extension Author: ImageCodable {
  /// Reads an author.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let name = try reader.text()
    guard let uid = UInt32(exactly: try reader.number()) else { throw ImageError() }
    self.init(name: name, uid: uid)
    login = try reader.read()
  }

  /// Writes name, user id and login.
  package func write(to writer: inout ImageWriter) {
    writer.text(name)
    writer.number(UInt64(uid))
    writer.write(login)
  }
}

extension ImageCodable where Self: GraphValue {
  /// Reads the place of a name in the list of names, or a raw text.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let place = try reader.number()
    if place == 0 {
      self = .unrecognized(try reader.text())
    } else {
      guard place <= Self.names.count else { throw ImageError() }
      self = Self.names[Int(place) - 1].value
    }
  }

  /// Writes the place of its name, or its raw text.
  package func write(to writer: inout ImageWriter) {
    if let raw = unrecognizedName {
      writer.number(0)
      writer.text(raw)
    } else {
      let place = Self.names.firstIndex { $0.value == self } ?? -1
      writer.number(UInt64(place + 1))
    }
  }
}

extension Severity: ImageCodable {}
extension IncidentStatus: ImageCodable {}
extension Classification: ImageCodable {}
extension Determination: ImageCodable {}
extension ResponseAction: ImageCodable {}
extension ResponseStatus: ImageCodable {}
extension Performer: ImageCodable {}

/// Every name that images hold the place of, and every title they hold folded: an image made with
/// others cannot be read.
package var imageVocabulary: String {
  func names<Value: GraphValue>(_ type: Value.Type) -> String {
    type.names.map(\.name).joined(separator: " ")
  }
  let titles = Severity.names.map(\.value.title) + IncidentStatus.names.map(\.value.title)
  return [
    names(Severity.self), names(IncidentStatus.self), names(Classification.self),
    names(Determination.self), names(ResponseAction.self), names(ResponseStatus.self),
    names(Performer.self), titles.joined(separator: " "),
    ResponseStep.allCases.map(\.rawValue).joined(separator: " "),
    Entity.Kind.allCases.map(\.rawValue).joined(separator: " "), "note tags snooze",
  ].joined(separator: "\n")
}
