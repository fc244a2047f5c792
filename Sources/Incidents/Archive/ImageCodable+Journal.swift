// SPDX-License-Identifier: MIT

extension JournalEntry: ImageCodable {
  /// Reads an action.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let seq: Int = try reader.read()
    let at: Timestamp = try reader.read()
    let by: Author = try reader.read()
    var on: [Subject: Int] = [:]
    for _ in 0..<(try reader.count()) {
      let subject: Subject = try reader.read()
      // Said outright: the subscript alone would make it an optional.
      let version: Int = try reader.read()
      on[subject] = version
    }
    self.init(
      seq: seq, at: at, by: by, on: on, event: try reader.read(), formerIDs: try reader.read(),
      approval: try reader.read())
  }

  /// Writes an action, its subjects in order.
  package func write(to writer: inout ImageWriter) {
    writer.write(seq)
    writer.write(at)
    writer.write(by)
    writer.number(UInt64(on.count))
    for (subject, version) in on.sorted(by: { $0.key < $1.key }) {
      writer.write(subject)
      writer.write(version)
    }
    writer.write(event)
    writer.write(formerIDs)
    writer.write(approval)
  }
}

extension Event: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    switch try reader.byte() {
    case 1: self = .acknowledged
    case 2: self = .assigned(owner: try reader.read())
    case 3: self = .commented(text: try reader.read())
    case 4: self = .resolved(try reader.read())
    case 5: self = .reopened
    case 6: self = .response(try reader.read())
    case 7: self = .undone(seq: try reader.read())
    case 8: self = .other(kind: try reader.read())
    case 9: self = .reanchored(try reader.read())
    case 10: self = .headAccepted(try reader.read())
    case 11: self = .noted(try reader.read())
    case 12: self = .tagged(try reader.read())
    case 13: self = .snoozed(try reader.read())
    case 14: self = .woken
    case 15: self = .classified(try reader.read(), try reader.read())
    case 16: self = .recorded(try reader.read())
    default: throw ImageError()
    }
  }

  /// Writes what a person did; of an observation only that it was one, because a book keeps none.
  package func write(to writer: inout ImageWriter) {
    switch self {
    case .observed: writer.byte(0)
    case .acknowledged: writer.byte(1)
    case .assigned(let owner):
      writer.byte(2)
      writer.write(owner)
    case .commented(let text):
      writer.byte(3)
      writer.write(text)
    case .resolved(let resolution):
      writer.byte(4)
      writer.write(resolution)
    case .reopened: writer.byte(5)
    case .response(let record):
      writer.byte(6)
      writer.write(record)
    case .undone(let seq):
      writer.byte(7)
      writer.write(seq)
    case .other(let kind):
      writer.byte(8)
      writer.write(kind)
    case .reanchored(let breaks):
      writer.byte(9)
      writer.write(breaks)
    case .headAccepted(let acceptance):
      writer.byte(10)
      writer.write(acceptance)
    case .noted(let note):
      writer.byte(11)
      writer.write(note)
    case .tagged(let edit):
      writer.byte(12)
      writer.write(edit)
    case .snoozed(let snooze):
      writer.byte(13)
      writer.write(snooze)
    case .woken: writer.byte(14)
    case .classified(let classification, let determination):
      writer.byte(15)
      writer.write(classification)
      writer.write(determination)
    case .recorded(let edit):
      writer.byte(16)
      writer.write(edit)
    }
  }
}

extension ResponseRecord: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    let responses: [String] = try reader.read()
    guard let step = ResponseStep(rawValue: try reader.text()) else { throw ImageError() }
    let note: String = try reader.read()
    var byIncident: [IncidentID: [String]] = [:]
    for _ in 0..<(try reader.count()) { byIncident[try reader.read()] = try reader.read() }
    self =
      byIncident.isEmpty
      ? ResponseRecord(responses: responses, step: step, note: note)
      : ResponseRecord(byIncident: byIncident, step: step, note: note)
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(responses)
    writer.text(step.rawValue)
    writer.write(note)
    writer.number(UInt64(byIncident.count))
    for (incident, responses) in byIncident.sorted(by: { $0.key < $1.key }) {
      writer.write(incident)
      writer.write(responses)
    }
  }
}
