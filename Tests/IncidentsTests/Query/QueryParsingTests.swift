// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

@Suite struct QueryParsingTests {
  static let everything = QueryDialect.queue([.marks, .changes])

  /// Each text, and how it is written canonically.
  @Test(arguments: [
    ("", ""), ("   ", ""), ("loader", "loader"), ("  loader   fin-srv ", "loader fin-srv"),
    ("loader and fin", "loader fin"), ("loader AND fin", "loader fin"),
    ("\"two words\"", "\"two words\""), ("\"one\"", "one"), ("a\"b c\"", "a \"b c\""),
    ("\"or\"", "\"or\""), ("oR", "oR"), ("\"not\" x", "\"not\" x"),
    (#""a \"quoted\" back\\slash""#, #""a \"quoted\" back\\slash""#),
    (#""C:\Windows""#, #""C:\\Windows""#), (#""a\b""#, #"a\b"#),
    ("a or b", "a or b"), ("a or b c", "a or b c"), ("(a or b) c", "(a or b) c"),
    ("((a))", "a"), ("(a b) c", "a b c"), ("a or (b or c)", "a or b or c"),
    ("not a", "not a"), ("NOT a b", "not a b"), ("not (a b)", "not (a b)"),
    ("not not a", "not not a"), ("not (a or b) or c", "not (a or b) or c"),
    ("a(b)c", "a b c"), ("-enc", "-enc"), ("10:15Z", "10:15Z"), ("fe80::1", "fe80::1"),
    ("abcd::1", "abcd::1"), ("é or ü", "é or ü"),
    ("sev:high", "sev:high"), ("SEV:HIGH", "sev:high"), ("severity:Low", "sev:low"),
    ("sev:critical", "sev:critical"), ("sev:h", "sev:high"),
    ("status:await", "status:awaitingAction"), ("status:re", "status:re"),
    ("sev:high..", "sev:high.."),
    ("sev:..med", "sev:..medium"), ("sev:low..high", "sev:low..high"),
    ("status:AWAITINGACTION", "status:awaitingAction"),
    ("status:\"in progress\"", "status:\"in progress\""),
    ("owner:me", "owner:me"), ("owner:ME", "owner:me"), ("owner:\"j doe\"", "owner:\"j doe\""),
    ("tag:a..b", "tag:a..b"), ("file:C:\\x", "file:C:\\x"), ("user:\"a\"", "user:a"),
    ("age:2d..", "age:2d.."), ("age:..90m", "age:..1h30m"), ("age:48h..2W", "age:2d..2w"),
    ("updated:0m..1h", "updated:0m..1h"), ("due:..1h", "due:..1h"),
    ("is:yours", "is:yours"), ("IS:Closed", "is:closed"), ("is:unack", "is:unacked"),
    ("is:marked is:changed is:snoozed is:overdue", "is:marked is:changed is:snoozed is:overdue"),
    ("id:2972", "id:2972"), ("device:FIN-SRV-04 or ip:10.0", "device:FIN-SRV-04 or ip:10.0"),
  ])
  func `a query is read and written canonically`(text: String, canonical: String) throws {
    let query = try Query(text, in: Self.everything)
    #expect(query.description == canonical)
    #expect(try Query(canonical, in: Self.everything) == query)
  }

  /// Each text, where the trouble is, whether more could make it right, and a part of the sentence.
  @Test(arguments: [
    ("sevrity:high", 0..<8, false, "`sevrity:` is no field; did you mean `sev:`?"),
    ("a host:FIN", 2..<7, false, "`host:` is no field; did you mean `device:`?"),
    ("tagg:x", 0..<5, false, "did you mean `tag:`?"),
    ("https://x", 0..<6, false, "`https:` is no field; to look for the text, put it in \"\"."),
    ("-tag:x", 0..<5, false, "write `not tag:`"), ("kind:x", 0..<5, false, "no field"),
    ("sev:", 0..<4, true, "`sev:` wants a value or a range: informational, low, medium, high"),
    ("device: x", 0..<7, true, "`device:` wants a text, as in device:FIN-SRV-04."),
    ("tag:\"\"", 0..<6, true, "wants a text"),
    ("is:", 0..<3, true, "`is:` wants one of yours"), ("is:y or is:", 8..<11, true, "wants one of"),
    ("is:yuors", 3..<8, false, "did you mean `is:yours`?"),
    ("is:m", 3..<4, true, "may be mine, marked or merged"),
    ("sev:hgih..", 4..<10, false, "did you mean `high`?"),
    ("sev:unknown..", 4..<13, false, "no severity a range can end at"),
    ("sev:high..low", 4..<13, false, "lower end comes first"), ("sev:..", 4..<6, true, "one end"),
    ("age:2d", 4..<6, true, "wants a range"), ("age:old", 4..<7, false, "wants a range"),
    ("age:..", 4..<6, true, "wants a range"), ("age:1x..", 4..<8, true, "units are m, h, d"),
    ("age:..1x", 4..<8, false, "units are m, h, d"), ("age:..1", 4..<7, true, "units"),
    ("age:2d..1h", 4..<10, false, "shorter time comes first"),
    ("age:99999999999999999999d..", 4..<27, true, "units"),
    ("\"open", 0..<5, true, "The phrase has no end"), ("a \"", 2..<3, true, "no end"),
    ("\"\"", 0..<2, true, "The phrase is empty"), ("()", 0..<2, false, "( ) is empty"),
    ("(a", 0..<1, true, "There is no ) for this ("), ("a)", 1..<2, false, "There is no ( for"),
    (")", 0..<1, false, "Something must come before )"),
    ("a or", 4..<4, true, "Something must follow `or`"), ("not", 3..<3, true, "must follow `not`"),
    ("or a", 0..<2, false, "Something must come before `or`"), ("a or or b", 9..<9, true, "follow"),
    ("(", 1..<1, true, "must follow ("), ("a and", 5..<5, true, "must follow `and`"),
    ("éé sevv:x", 3..<8, false, "did you mean `sev:`?"),
  ])
  func `what cannot be read is told with the place`(
    text: String, range: Range<Int>, isUnfinished: Bool, sentence: String
  ) throws {
    let error = try #require(throws: QueryError.self) {
      try Query(text, in: Self.everything)
    }
    #expect(error.range == range)
    #expect(error.isUnfinished == isUnfinished)
    #expect(error.sentence.contains(sentence), "\(error.sentence)")
  }

  @Test(arguments: [
    ("is:marked", "`is:marked`: there are no marks here."),
    ("is:changed", "`is:changed` is for the console, which knows what you looked at."),
  ])
  func `what is not known here is refused, not answered with nothing`(
    text: String, sentence: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try Query(text, in: .queue([])) }
    #expect(error.sentence == sentence && !error.isUnfinished)
  }

  @Test func `nesting and length have bounds, and no input goes beyond`() throws {
    for text in [
      String(repeating: "(", count: 10_000), String(repeating: "not ", count: 4000) + "a",
      String(repeating: "(", count: 65) + "a" + String(repeating: ")", count: 65),
    ] {
      let error = try #require(throws: QueryError.self) { try Query(text, in: Self.everything) }
      #expect(error.sentence == "This is nested too deeply.")
    }
    let deepest = String(repeating: "(not ", count: 31) + "a" + String(repeating: ")", count: 31)
    #expect(throws: Never.self) { try Query(deepest, in: Self.everything) }
    let error = try #require(throws: QueryError.self) {
      try Query(String(repeating: "a ", count: 9000), in: Self.everything)
    }
    #expect(error.sentence == "The query is too long.")
  }

  @Test(arguments: [
    ("sev:hihg", "No `sev:` is known as `hihg`; did you mean `high`?"),
    ("not status:zzzzzz", "No `status:` is known as `zzzzzz`."),
  ])
  func `a value nobody knows is taken as it is, and doubted`(text: String, doubt: String) throws {
    #expect(try Query(text, in: Self.everything).doubts == [doubt])
  }

  @Test(arguments: ["sev:h", "status:await", "status:inprogress", "tag:zzz", "hihg"])
  func `what is known, or free, is not doubted`(text: String) throws {
    #expect(try Query(text, in: Self.everything).doubts == [])
  }

  @Test(arguments: [
    ("", false), ("is:yours", false), ("is:mine x", false), ("is:any", true),
    ("x or is:closed", true), ("not is:merged", true), ("status:resolved", true),
    ("is:open", true), ("is:marked", true), ("is:changed", true), ("\"is:any\"", false),
  ])
  func `a state says which incidents are meant, else the open ones are`(
    text: String, choosesScope: Bool
  ) throws {
    #expect(try Query(text, in: Self.everything).choosesScope == choosesScope)
  }

  @Test(arguments: [
    ("1m", 1), ("90m", 90), ("2h", 120), ("1d", 1440), ("1w", 10_080), ("1d12h", 2160), ("0m", 0),
    ("1H30M", 90),
  ])
  func `a span is a number of minutes`(text: String, minutes: Int64) throws {
    let span = try #require(QuerySpan(text))
    #expect(span.minutes == minutes)
    #expect(QuerySpan(span.description) == span)
  }

  @Test(arguments: ["", "1", "h", "1s", "1h2", "-1h", "1.5h", "9999999999999999999h", "6000w"])
  func `other texts are no span`(text: String) { #expect(QuerySpan(text) == nil) }
}
