// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

private let early = "2026-01-01T00:00:00Z"
private let late = "2026-01-02T00:00:00Z"

@Suite struct `Merging` {
  private func merged(_ part: String, _ existing: String?) throws -> MergeResult {
    let existing = try existing.map { try document($0) }
    return try #require(merge(try document(part), into: existing))
  }

  @Test func `an incident becomes a document with its parts last`() throws {
    let result = try merged(
      #"{"alerts":[{"id":"a"}],"id":"1","é":"\u00e9","tasks":[],"status":"active","displayName":"x"}"#,
      nil)
    #expect(result.outcome == .imported)
    #expect(result.incident == .imported)
    #expect(
      result.document.text
        == #"{"id":"1","\u00e9":"\u00e9","status":"active","displayName":"x","alerts":[{"id":"a"}],"tasks":[]}"#
    )
  }

  @Test func `a part alone becomes a document with only the id`() throws {
    let alert = try merged(#"{"id":"a","incidentId":5,"evidence":[]}"#, nil)
    #expect(
      alert.document.text == #"{"id":"5","alerts":[{"id":"a","incidentId":5,"evidence":[]}]}"#)
    #expect(alert.incident == nil)
    #expect(alert.outcome == .imported)
    let task = try merged(
      #"{"id":"9","incident":{"id":"5"}}"#, alert.document.text)
    #expect(
      task.document.text
        == #"{"id":"5","alerts":[{"id":"a","incidentId":5,"evidence":[]}],"tasks":[{"id":"9","incident":{"id":"5"}}]}"#
    )
    #expect(task.tasks.imported == 1)
    let whole = try merged(
      #"{"incidentId":5,"incidentName":"x","status":"Active"}"#, task.document.text)
    #expect(whole.incident == .imported)
    #expect(
      whole.document.text.hasPrefix(
        #"{"incidentId":5,"incidentName":"x","status":"Active","alerts":[{"#))
  }

  @Test(arguments: [#"{"status":"completed"}"#, #"{"error":"x"}"#, "[1]"])
  func `what is not ours is not merged`(_ part: String) throws {
    #expect(merge(try document(part), into: nil) == nil)
  }

  /// The time and title of the record and of the document, and what must come of it.
  @Test(arguments: [
    (late, "new", early, "old", MergeOutcome.imported), (early, "new", late, "old", .older),
    (early, "new", early, "old", .imported), (early, "old", early, "old", .unchanged),
    (early, "old", late, "old", .older), ("", "new", late, "old", .imported),
    ("", "old", late, "old", .imported), (early, "new", "", "old", .imported),
    ("", "old", "", "old", .unchanged), ("0001-01-01T00:00:00Z", "new", late, "old", .imported),
    ("2026-01-02T00:00:00.1000001Z", "new", "2026-01-02T00:00:00.1000002Z", "old", .older),
    ("2026-01-02T00:00:00.1000003Z", "new", "2026-01-02T00:00:00.1000002Z", "old", .imported),
    ("2026-01-02T02:00:00+02:00", "new", late, "old", .imported),
    ("2026-01-02T01:00:00+02:00", "new", late, "old", .older),
  ])
  func `each part goes by its own time`(
    _ time: String, _ title: String, _ oldTime: String, _ oldTitle: String,
    _ outcome: MergeOutcome
  ) throws {
    let member = { (name: String, time: String) in time.isEmpty ? "" : ",\"\(name)\":\"\(time)\"" }
    for name in ["lastUpdateDateTime", "lastUpdateTime"] {
      let incident = { (title: String, time: String) in
        "{\"id\":\"1\",\"status\":\"active\",\"displayName\":\"\(title)\"\(member(name, time))}"
      }
      let result = try merged(incident(title, time), incident(oldTitle, oldTime))
      // A time that is missing in the record stays in the document, so nothing changes.
      let isKept = time.isEmpty && title == oldTitle
      #expect(result.incident == (isKept ? .unchanged : outcome))
    }
    for name in ["lastUpdateDateTime", "lastUpdatedTime", "lastModifiedDateTime"] {
      let part = { (title: String, time: String) in
        "{\"id\":\"p\",\"title\":\"\(title)\"\(member(name, time))}"
      }
      for list in ["alerts", "tasks"] {
        let result = try merged(
          "{\"id\":\"1\",\"\(list)\":[\(part(title, time))]}",
          "{\"id\":\"1\",\"\(list)\":[\(part(oldTitle, oldTime))]}")
        #expect(result.outcome == outcome)
        #expect(result.incident == nil)
        let counts = list == "alerts" ? result.alerts : result.tasks
        #expect(counts.imported == (outcome == .imported ? 1 : 0))
        #expect(counts.older == (outcome == .older ? 1 : 0))
        #expect(counts.unchanged == (outcome == .unchanged ? 1 : 0))
        #expect(result.document.text.contains(outcome == .imported ? title : oldTitle))
      }
    }
  }

  @Test func `an older incident does not hold back a newer alert`() throws {
    let result = try merged(
      #"{"id":"1","displayName":"old","status":"active","lastUpdateDateTime":"\#(early)","alerts":[{"id":"a","lastUpdateDateTime":"\#(late)","t":2},{"id":"c"}]}"#,
      #"{"id":"1","displayName":"new","status":"active","lastUpdateDateTime":"\#(late)","alerts":[{"id":"b"},{"id":"a","lastUpdateDateTime":"\#(early)","t":1}]}"#
    )
    #expect(result.outcome == .imported)
    #expect(result.incident == .older)
    #expect(result.alerts.imported == 2)
    #expect(
      result.document.text
        == #"{"id":"1","displayName":"new","status":"active","lastUpdateDateTime":"\#(late)","alerts":[{"id":"b"},{"id":"a","lastUpdateDateTime":"\#(late)","t":2},{"id":"c"}]}"#
    )
  }

  @Test(arguments: ["", #","alerts":null"#, #","alerts":[]"#, #","tasks":[]"#])
  func `absent and empty lists remove nothing`(_ lists: String) throws {
    let existing =
      #"{"id":"1","status":"active","displayName":"x","alerts":[{"id":"a"}],"tasks":[{"id":"9"}]}"#
    let result = try merged(#"{"id":"1","status":"active","displayName":"x"\#(lists)}"#, existing)
    #expect(result.outcome == .unchanged)
    #expect(result.document.text == existing)
  }

  @Test func `members a newer record lacks are kept, but not under another name`() throws {
    let result = try merged(
      #"{"incidentId":1,"incidentName":"n","status":"active","tags":["t"],"createdTime":"\#(early)","lastUpdateTime":"\#(late)"}"#,
      #"{"id":"1","displayName":"o","status":"new","customTags":[],"createdDateTime":"\#(early)","lastUpdateDateTime":"\#(early)","extra":1,"summary":"s"}"#
    )
    #expect(
      result.document.text
        == #"{"incidentId":1,"incidentName":"n","status":"active","tags":["t"],"createdTime":"\#(early)","lastUpdateTime":"\#(late)","extra":1,"summary":"s"}"#
    )
  }

  @Test(arguments: [
    (
      #"{"id":"1","status":"active","displayName":"x","n":1}"#,
      #"{ "n":1.0, "displayName":"\u0078","status":"active","id":"1" }"#
    ),
    (
      #"{"id":"1","status":"active","displayName":"\ud800\u00e9"}"#,
      #"{"id":"1","status":"active","displayName":"\uD800é"}"#
    ),
  ])
  func `equality is by value`(_ existing: String, _ part: String) throws {
    let result = try merged(part, existing)
    #expect(result.outcome == .unchanged)
    #expect(result.document.text == existing)
  }

  @Test func `invalid UTF-8 merged twice is unchanged`() throws {
    let part = try JSONDocument(
      bytes: #"{"id":"1","status":"active","displayName":"a"#.bytes + [0xFF, 0xED, 0xA0, 0x80]
        + #""}"#.bytes)
    let first = try #require(merge(part, into: nil))
    #expect(first.document.text.contains(#""a\udcff\udced\udca0\udc80""#))
    let second = try #require(merge(part, into: try JSONDocument(bytes: first.document)))
    #expect(second.outcome == .unchanged)
  }

  @Test func `of two parts with one id the newer counts, and the later of equals`() throws {
    let newer = try merged(
      #"{"id":"1","alerts":[{"id":"a","t":1,"lastUpdateDateTime":"\#(late)"},{"id":"a","t":2,"lastUpdateDateTime":"\#(early)"}]}"#,
      nil)
    #expect(newer.alerts.imported == 1)
    #expect(newer.document.text.contains(#""t":1"#))
    #expect(!newer.document.text.contains(#""t":2"#))
    let later = try merged(#"{"id":"1","tasks":[{"id":1,"t":1},{"id":"1","t":2}]}"#, nil)
    #expect(later.document.text == #"{"id":"1","tasks":[{"id":"1","t":2}]}"#)
  }

  @Test func `an alert belongs to the incident it is inside of`() throws {
    let result = try merged(
      #"{"id":"2972395","alerts":[{"id":"a","incidentId":"28282"}]}"#, nil)
    #expect(result.document.text == #"{"id":"2972395","alerts":[{"id":"a","incidentId":"28282"}]}"#)
  }

  @Test func `parts without a usable id are kept and do not pile up`() throws {
    let first = try merged(#"{"id":"1","alerts":[{"x":1},5,{"id":"a"}]}"#, nil)
    #expect(first.document.text == #"{"id":"1","alerts":[{"x":1},5,{"id":"a"}]}"#)
    let again = try merged(#"{"id":"1","alerts":[{"x":1},5]}"#, first.document.text)
    #expect(again.outcome == .unchanged)
    let other = try merged(#"{"id":"1","alerts":[{"x":2}]}"#, first.document.text)
    #expect(other.document.text == #"{"id":"1","alerts":[{"id":"a"},{"x":2}]}"#)
  }

  @Test func `a list that is no list is kept`() throws {
    let result = try merged(#"{"id":"1","status":"active","displayName":"x","alerts":"none"}"#, nil)
    #expect(result.document.text.hasSuffix(#""alerts":["none"]}"#))
  }

  @Test func `a record at the depth limit still reads back once stored`() throws {
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    let record = try JSONDocument(
      bytes: #"{"id":"a","incidentId":"1","evidence":\#(deep)}"#.bytes,
      depthLimit: JSONDocument.recordDepthLimit)
    let result = try #require(merge(record, into: nil))
    let stored = try JSONDocument(bytes: result.document)
    #expect(merge(record, into: stored)?.outcome == .unchanged)
  }
}
