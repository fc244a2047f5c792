// SPDX-License-Identifier: MIT

extension Record: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(try reader.read())
    version = try reader.read()
    isReadOnly = try reader.read()
    fields = try reader.read()
  }

  /// Writes it, the subject first so that it can be looked for.
  package func write(to writer: inout ImageWriter) {
    writer.write(subject)
    writer.write(version)
    writer.write(isReadOnly)
    writer.write(fields)
  }
}

extension Record.Field: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(name: try reader.text(), ledger: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.text(name)
    writer.write(ledger)
  }
}

extension RecordEdit: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    var values: [Subject: [String: String]] = [:]
    for _ in 0..<(try reader.count()) {
      let subject: Subject = try reader.read()
      var fields: [String: String] = [:]
      for _ in 0..<(try reader.count()) {
        let name = try reader.text()
        fields[name] = try reader.text()
      }
      values[subject] = fields
    }
    self.init(values)
  }

  /// Writes it, records and fields in order.
  package func write(to writer: inout ImageWriter) {
    writer.number(UInt64(values.count))
    for (subject, fields) in values.sorted(by: { $0.key < $1.key }) {
      writer.write(subject)
      writer.number(UInt64(fields.count))
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        writer.text(name)
        writer.text(value)
      }
    }
  }
}

extension Approval: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let request: Subject = try reader.read()
    let digest = try reader.text()
    guard let uid = UInt32(exactly: try reader.number()) else { throw ImageError() }
    self.init(request: request, digest: digest, uid: uid)
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(request)
    writer.text(digest)
    writer.number(UInt64(uid))
  }
}
