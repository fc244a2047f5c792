// SPDX-License-Identifier: MIT

extension Aside: ImageCodable where Value: ImageCodable {
  /// Reads whether there is a value, and it.
  init(from reader: inout ImageReader) throws(ImageError) {
    self = try Bool(from: &reader) ? .some(try Value(from: &reader)) : .none
  }

  /// Writes whether there is a value, and it.
  func write(to writer: inout ImageWriter) {
    switch self {
    case .none: writer.write(false)
    case .some(let value):
      writer.write(true)
      writer.write(value)
    }
  }
}

extension Written: ImageCodable {
  /// Reads what people wrote.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init()
    hypothesis = try reader.read()
    nextStep = try reader.read()
    blocker = try reader.read()
    due = try reader.read()
    tags = try reader.read()
    snooze = try reader.read()
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(hypothesis)
    writer.write(nextStep)
    writer.write(blocker)
    writer.write(due)
    writer.write(tags)
    writer.write(snooze)
  }
}

extension TagLedger: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(name: try reader.read(), isOn: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(name)
    writer.write(isOn)
  }
}

extension Note: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      hypothesis: try reader.read(), nextStep: try reader.read(), blocker: try reader.read(),
      due: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(hypothesis)
    writer.write(nextStep)
    writer.write(blocker)
    writer.write(due)
  }
}

extension Snooze: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      until: try reader.read(), response: try reader.read(), reason: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(until)
    writer.write(response)
    writer.write(reason)
  }
}

extension TagEdit: ImageCodable {
  /// Reads one as it was written.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init()
    add = try reader.read()
    remove = try reader.read()
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(add)
    writer.write(remove)
  }
}
