// SPDX-License-Identifier: MIT

extension Ledger: ImageCodable where Value: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      base: try reader.read(), later: try reader.read(), touched: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(base)
    writer.write(later)
    writer.write(touched)
  }
}

extension Ledger.Entry: ImageCodable where Value: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let seq: Int = try reader.read()
    let at: Timestamp? = try reader.read()
    let value: Value = try reader.read()
    let author: Author? = try reader.read()
    self.init(
      seq: seq, at: at, value: value, origin: author.map { .person($0) } ?? .service,
      note: try reader.read(), isUndone: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(seq)
    writer.write(at)
    writer.write(value)
    switch origin {
    case .service: writer.write(Author?.none)
    case .person(let author): writer.write(Author?.some(author))
    }
    writer.write(note)
    writer.write(isUndone)
  }
}
