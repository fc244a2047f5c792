// SPDX-License-Identifier: MIT

extension Case: ImageCodable {
  /// Reads a case; its id comes first.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(id: try reader.read())
    service = try reader.read()
    digest = try reader.read()
    status = try reader.read()
    owner = try reader.read()
    resolution = try reader.read()
    acknowledgement = try reader.read()
    responses = try reader.read()
    remarks = try reader.read()
    aside = try reader.read()
    awaitingSince = try reader.read()
    awaitingLine = try reader.read()
    version = try reader.read()
    isReadOnly = try reader.read()
  }

  /// Writes everything.
  package func write(to writer: inout ImageWriter) {
    writer.write(id)
    writer.write(service)
    writer.write(digest)
    writer.write(status)
    writer.write(owner)
    writer.write(resolution)
    writer.write(acknowledgement)
    writer.write(responses)
    writer.write(remarks)
    writer.write(aside)
    writer.write(awaitingSince)
    writer.write(awaitingLine)
    writer.write(version)
    writer.write(isReadOnly)
  }
}

extension Case.Acknowledgement: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(by: try reader.read(), at: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(by)
    writer.write(at)
  }
}

extension Case.Remark: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      seq: try reader.read(), by: try reader.read(), at: try reader.read(),
      text: try reader.read(), isWithdrawn: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(seq)
    writer.write(by)
    writer.write(at)
    writer.write(text)
    writer.write(isWithdrawn)
  }
}

extension ResponseCase: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(id: try reader.read(), service: try reader.read())
    status = try reader.read()
    acknowledgement = try reader.read()
    source = try reader.read()
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(id)
    writer.write(service)
    writer.write(status)
    writer.write(acknowledgement)
    writer.write(source)
  }
}

extension ServiceFacts: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init()
    title = try reader.read()
    severity = try reader.read()
    status = try reader.read()
    owner = try reader.read()
    classification = try reader.read()
    determination = try reader.read()
    tags = try reader.read()
    systemTags = try reader.read()
    createdAt = try reader.read()
    updatedAt = try reader.read()
    redirect = try reader.read()
    priorityScore = try reader.read()
    alertCount = try reader.read()
    isReceived = try reader.read()
    sources = try reader.read()
    entities = try reader.read()
    responseCounts = try reader.read()
    responses = try reader.read()
    edition = try reader.read()
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(title)
    writer.write(severity)
    writer.write(status)
    writer.write(owner)
    writer.write(classification)
    writer.write(determination)
    writer.write(tags)
    writer.write(systemTags)
    writer.write(createdAt)
    writer.write(updatedAt)
    writer.write(redirect)
    writer.write(priorityScore)
    writer.write(alertCount)
    writer.write(isReceived)
    writer.write(sources)
    writer.write(entities)
    writer.write(responseCounts)
    writer.write(responses)
    writer.write(edition)
  }
}

extension Entity: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let place = Int(try reader.byte())
    guard place < Kind.allCases.count else { throw ImageError() }
    self.init(Kind.allCases[place], try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.byte(UInt8(clamping: Kind.allCases.firstIndex(of: kind) ?? 0))
    writer.write(name)
  }
}

extension ResponseCounts: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(total: try reader.read(), open: try reader.read(), yours: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(total)
    writer.write(open)
    writer.write(yours)
  }
}

extension ResponseFacts: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      id: try reader.read(), title: try reader.read(), action: try reader.read(),
      target: try reader.read(), targetName: try reader.read(), otherIDs: try reader.read(),
      status: try reader.read(),
      performer: try reader.read(),
      createdAt: try reader.read(), statusAt: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(action)
    writer.write(target)
    writer.write(targetName)
    writer.write(otherIDs)
    writer.write(status)
    writer.write(performer)
    writer.write(createdAt)
    writer.write(statusAt)
  }
}

extension Resolution: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      classification: try reader.read(), determination: try reader.read(),
      comment: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(classification)
    writer.write(determination)
    writer.write(comment)
  }
}
