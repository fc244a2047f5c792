// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

@Suite struct JournalLineTests {
  private let origin = LineHash(ofStore: "store")

  private func reread(_ entry: JournalEntry) -> JournalEntry? {
    let bytes = Array(entry.line(after: origin).bytes.dropLast())
    return JournalLine(bytes, in: bytes.indices).map {
      JournalEntry(bytes, in: bytes.indices, frame: $0)
    }
  }

  @Test func `a line is exactly these bytes`() throws {
    let time = try #require(Timestamp(iso8601: "2026-11-23T10:15:00.123Z"))
    let entry = JournalEntry(
      seq: 18_422, at: time, by: alice, on: [Subject(id("2972395")): 18_390],
      event: .response(
        ResponseRecord(
          responses: ["213213"], step: .completed,
          note: "done by phone with site \u{201C}IT\u{201D}")))
    let line = entry.line(after: LineHash(ofStore: "0e4fb9a6-7f3c-4a53-b0a5-0f6b6d3c2f11"))
    let text = #"""
      {"v":1,"seq":18422,"t":"2026-11-23T10:15:00.123Z","by":"alice","uid":1007,\#
      "kind":"response.completed","on":{"2972395":18390},\#
      "body":{"response":"213213","note":"done by phone with site \u201cIT\u201d"},\#
      "prev":"7FVU3UQqPb0eyHzBsHFJV0296JUBsEFvzPpBtPAamfI","h":"wDOP7-mQfOm-7Pogv4TJz5U_5tTGqBtLkG7YpDdxjZY"}
      """#
    #expect(String(decoding: line.bytes, as: UTF8.self) == text + "\n")
  }

  @Test func `SHA-256 is written in base64url without padding`() {
    // The example of FIPS 180-2, "abc".
    #expect(LineHash(ofStore: "abc").description == "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")
    #expect(
      documentDigest(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  static let events: [Event] =
    [
      .acknowledged, .reopened, .assigned(owner: nil), .assigned(owner: "böb"),
      .commented(text: "tab\t line\n \u{1F6A8} \u{202E} \"quoted\" \\ \u{0}"), .undone(seq: 7),
      .resolved(
        Resolution(classification: .truePositive, determination: .apt, comment: "see ticket")),
      .resolved(
        Resolution(classification: .unrecognized("novel"), determination: .unrecognized(""))),
      .other(kind: "chain.reanchored"),
      .noted(Note(hypothesis: "a\n\u{202E}", nextStep: "", blocker: "c", due: noon)),
      .noted(Note(nextStep: "call")), .noted(Note(due: .some(nil))),
      .tagged(TagEdit(add: ["vip", "e\u{301}"], remove: ["\u{E9}"])),
      .tagged(TagEdit(remove: ["x"])), .woken,
      .snoozed(Snooze(until: noon, response: "a/b", reason: "wait")),
      .snoozed(Snooze(until: noon, reason: "wait")),
      .snoozed(Snooze(until: nil, response: "r", reason: "\"")),
      .classified(.truePositive, .unrecognized("novel")),
    ]
    + ResponseStep.allCases.map {
      .response(ResponseRecord(responses: ["a/b", "c"], step: $0, note: "why"))
    }
    + [
      .response(ResponseRecord(responses: [], step: .started)),
      .response(
        ResponseRecord(
          byIncident: [id("1"): ["a/b", "c"], id("2"): ["\u{202E}"]], step: .skipped, note: "why")),
    ]

  @Test(arguments: events)
  func `every event reads back as it was written`(_ event: Event) {
    let entry = JournalEntry(
      seq: 3, at: noon, by: Author(name: "alice", uid: 1007, login: "asmith"),
      on: [Subject(id("1")): 2, Subject(id("A-2.x")): 0], event: event, formerIDs: [id("9")])
    var expected = entry
    // The body of a kind that is not known here is not known either.
    if case .other = event { expected.formerIDs = [id("9")] }
    #expect(reread(entry) == expected)
  }

  @Test func `every observation reads back as it was written`() {
    var random = Seeded(state: 42)
    for _ in 0..<300 {
      let old = Bool.random(using: &random) ? nil : ServiceFacts.random(&random)
      var observation = Observation(
        digest: documentDigest([1]), from: old, to: .random(&random))
      if Bool.random(using: &random) { observation.awaitingSince = noon }
      let entry = JournalEntry(
        seq: 1, at: noon, by: alice, on: [Subject(id("1")): 0], event: .observed(observation))
      #expect(reread(entry) == entry)
    }
  }

  @Test func `a line holds no byte but printable ASCII and its line feed`() {
    var random = Seeded(state: 7)
    for _ in 0..<50 {
      let observation = Observation(digest: documentDigest([1]), from: nil, to: .random(&random))
      let entry = JournalEntry(
        seq: 1, at: noon, by: alice, on: [:], event: .observed(observation))
      let bytes = entry.line(after: origin).bytes
      #expect(bytes.last == 0x0A)
      #expect(bytes.dropLast().allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  /// A good line of this text before `,"prev"`.
  private func line(_ text: String) throws -> JournalEntry {
    var bytes = Array((text + #","prev":"\#(origin)""#).utf8)
    bytes += Array(#","h":"\#(LineHash(of: bytes, in: bytes.indices))"}"#.utf8)
    let frame = try #require(JournalLine(bytes, in: bytes.indices))
    return JournalEntry(bytes, in: bytes.indices, frame: frame)
  }

  @Test func `an unknown kind keeps its name and its subjects`() throws {
    let entry = try line(
      #"{"v":1,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","uid":1,"kind":"slept","on":{"1":0}"#
        + #","body":{"until":3},"mood":"good""#)
    #expect(entry.event == .other(kind: "slept"))
    #expect(entry.on == [Subject(id("1")): 0])
  }

  @Test(arguments: [
    #"{"v":1,"seq":1,"t":"2026-02-30T10:15:00Z","by":"a","uid":1,"kind":"acknowledged","on":{},"body":{}"#,
    #"{"v":1,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","kind":"acknowledged","on":{},"body":{}"#,
    #"{"v":2,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","uid":1,"kind":"acknowledged","on":{},"body":{}"#,
    #"{"v":1,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","uid":1,"kind":"commented","on":{},"body":{}"#,
    #"{"v":1,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","uid":1,"kind":"observed","on":{},"body":{"document":"x"}"#,
    #"{"v":1,"seq":1,"#, #"{"v":1,"seq":1,"x":}"#,
  ])
  func `what cannot be made out is shown as another's, never guessed`(_ text: String) throws {
    guard case .other = try line(text).event else {
      Issue.record("guessed")
      return
    }
  }

  @Test func `a known line with unknown members is read`() throws {
    let entry = try line(
      #"{"v":1,"seq":1,"t":"2026-11-23T10:15:00Z","by":"a","uid":1,"kind":"commented","on":{}"#
        + #","body":{"text":"x","color":1},"new":[1]"#)
    #expect(entry.event == .commented(text: "x"))
  }
}
