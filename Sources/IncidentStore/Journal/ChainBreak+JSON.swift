// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

extension ChainBreak {
  init?(_ value: JSONValue) {
    guard let after = value["after"].flatMap(Line.init),
      let start = value["from"].flatMap(Place.init), let end = value["to"].flatMap(Place.init),
      let digest = value["sha256"]?.string?.text
    else { return nil }
    var resumed: Line?
    if let line = value["resumed"], !line.isNull {
      guard let known = Line(line) else { return nil }
      resumed = known
    }
    self.init(after: after, start: start, end: end, digest: digest, resumed: resumed)
  }
}

extension ChainBreak.Line {
  init?(_ value: JSONValue) {
    guard let seq = value["seq"]?.integer, let hash = value["h"]?.string?.text else { return nil }
    self.init(seq: Int(seq), hash: hash)
  }
}

extension ChainBreak.Place {
  fileprivate init?(_ value: JSONValue) {
    guard let segment = value["segment"]?.integer, let offset = value["offset"]?.integer,
      segment > 0, offset >= 0
    else { return nil }
    self.init(segment: Int(segment), offset: Int(offset))
  }
}

extension JSONWriter {
  mutating func value(of item: ChainBreak) {
    object { writer in
      writer.member("after", item.after)
      writer.member("from", item.start)
      writer.member("to", item.end)
      writer.member("sha256", item.digest)
      if let line = item.resumed { writer.member("resumed", line) }
    }
  }

  mutating func member(_ name: String, _ line: ChainBreak.Line) {
    self.name(name)
    object { writer in
      writer.member("seq", line.seq)
      writer.member("h", line.hash)
    }
  }

  private mutating func member(_ name: String, _ place: ChainBreak.Place) {
    self.name(name)
    object { writer in
      writer.member("segment", place.segment)
      writer.member("offset", place.offset)
    }
  }
}
