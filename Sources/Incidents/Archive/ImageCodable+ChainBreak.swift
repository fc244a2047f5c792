// SPDX-License-Identifier: MIT

extension ChainBreak: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      after: try reader.read(), start: try reader.read(), end: try reader.read(),
      digest: try reader.read(), resumed: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(after)
    writer.write(start)
    writer.write(end)
    writer.write(digest)
    writer.write(resumed)
  }
}

extension ChainBreak.Place: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(segment: try reader.read(), offset: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(segment)
    writer.write(offset)
  }
}

extension ChainBreak.Line: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(seq: try reader.read(), hash: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(seq)
    writer.write(hash)
  }
}

extension HeadAcceptance: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(remembered: try reader.read(), formerStore: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(remembered)
    writer.write(formerStore)
  }
}
