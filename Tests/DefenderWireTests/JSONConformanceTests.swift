// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct `JSON conformance` {
  @Test(arguments: [
    "[]", "{}", "[[]]", "[{}]", " [ ] ", "\t{\n}\r\n", "null", "true", "false", "0", "-0", "1",
    "-1", "12345678901234567890", "1.5", "0.0", "-0.5", "1e5", "1E5", "1e+5", "1e-5", "1.25e10",
    "1e400", "-1e400", "1e-400", "0e0", #""""#, #""a""#, #""\"""#, #""\\""#, #""\/""#,
    #""\b\f\n\r\t""#, #""\u0041""#, #""\u00e9""#, #""\uD83D\uDE00""#, #""\ud800""#, #""\udc00""#,
    #""\ud800x""#, #""\ud800\ud800""#, #""\u0000""#, "\"é\"", "\"\u{1F600}\"", "\"\u{7F}\"",
    "\"\u{2028}\"", "[1,2]", "[1 , 2]", "[1,[2,[3]]]", #"{"a":1}"#, #"{"a":1,"b":2}"#,
    #"{"":0}"#, #"{"a":{"a":1}}"#, #"{ "a" : [ ] }"#, #"[null,true,false,"x",1,{}]"#,
    #"{"a":1,"A":2}"#, "{\"é\":1,\"e\u{301}\":2}",
  ])
  func `valid texts are accepted`(_ text: String) throws {
    let document = try document(text)
    var writer = JSONWriter()
    writer.value(document.root)
    let again = try JSONDocument(bytes: writer.bytes)
    #expect(again.root.isEqual(to: document.root))
    #expect(writer.bytes.allSatisfy { (0x20...0x7E).contains($0) })
  }

  @Test(arguments: [
    ("", "empty"), (" \n", "empty"), ("[", "cut off"), ("{", "cut off"), ("[1", "cut off"),
    ("[1,", "cut off"), (#"{"a""#, "cut off"), (#"{"a":"#, "cut off"), (#"{"a":1"#, "cut off"),
    (#"{"a":1,"#, "cut off"), (#"""#, "cut off"), (#""abc"#, "cut off"), (#""\"#, "cut off"),
    (#""\u12"#, "cut off"), ("-", "cut off"), ("1.", "cut off"), ("1e", "cut off"),
    ("1e+", "cut off"), ("tru", "cut off"), ("n", "cut off"),
    ("[1,]", "trailing comma"), (#"{"a":1,}"#, "trailing comma"), ("[1,,2]", "unexpected ,"),
    ("[,1]", "unexpected ,"), ("{,}", "unexpected ,"), (#"{"a":1,,"b":2}"#, "unexpected ,"),
    ("[1 2]", "missing comma"), (#"{"a":1 "b":2}"#, "missing comma"),
    ("[1:2]", "missing comma"), (#"["a" "b"]"#, "missing comma"), ("[[] []]", "missing comma"),
    (#"{"a" 1}"#, "missing colon"), (#"{"a"}"#, "missing colon"), (#"{"a",1}"#, "missing colon"),
    (#"{"a"::1}"#, "unexpected :"), (#"{"a":}"#, "unexpected }"), ("{a:1}", "unexpected a"),
    ("{'a':1}", "unexpected '"), ("['a']", "unexpected '"), ("{1:1}", "unexpected 1"),
    ("{null:1}", "unexpected n"), ("[1}", "mismatched bracket"),
    (#"{"a":1]"#, "mismatched bracket"), ("]", "unexpected ]"), ("}", "unexpected }"),
    ("01", "not a JSON number"), ("-01", "not a JSON number"), ("+1", "unexpected +"),
    (".5", "unexpected ."), ("-.5", "not a JSON number"), ("1.e5", "not a JSON number"),
    ("1.5.5", "not a JSON number"), ("0x1F", "not a JSON number"), ("1_000", "not a JSON number"),
    ("1e5.5", "not a JSON number"), ("--1", "not a JSON number"), ("1a", "not a JSON number"),
    ("[-]", "not a JSON number"), ("[1e]", "not a JSON number"), ("- 1", "not a JSON number"),
    ("NaN", "unknown word"), ("Infinity", "unknown word"), ("-Infinity", "not a JSON number"),
    ("True", "unknown word"), ("nul ", "unknown word"), ("nulls", "unknown word"),
    ("truefalse", "unknown word"), ("undefined", "unknown word"), ("TRUE", "unknown word"),
    (#""\x41""#, "unknown escape in a string"), (#""\'""#, "unknown escape in a string"),
    (#""\u12G4""#, "unknown escape in a string"), (#""\U0041""#, "unknown escape in a string"),
    (#""\a""#, "unknown escape in a string"), (#""\0""#, "unknown escape in a string"),
    ("\"a\nb\"", "raw control character in a string"),
    ("\"a\tb\"", "raw control character in a string"),
    ("\"a\0b\"", "raw control character in a string"),
    ("\"a\u{1F}b\"", "raw control character in a string"),
    ("1 2", "something after the value"), ("{} {}", "something after the value"),
    ("[]x", "something after the value"), ("{}//c", "something after the value"),
    ("\"a\"\"b\"", "something after the value"), ("[/**/1]", "unexpected /"),
    ("[1]]", "something after the value"), ("\u{FEFF}[]", "unexpected byte 0xEF"),
    ("[\u{A0}1]", "unexpected byte 0xC2"), ("[\u{B}1]", "unexpected byte 0x0B"),
    (#"{"a":1,"a":2}"#, "member a twice in one object"),
    (#"{"a":1,"\u0061":2}"#, "member a twice in one object"),
    (#"{"x":{"b":1,"c":2,"b":3}}"#, "member b twice in one object"),
    (#"{"é":1,"\u00e9":2}"#, "member é twice in one object"),
    (#"{"":1,"":2}"#, "member  twice in one object"),
  ])
  func `invalid texts are refused by name`(_ text: String, _ reason: String) {
    #expect(throws: JSONError.self) { try document(text) }
    do throws(JSONError) {
      _ = try JSONDocument(bytes: text.bytes)
    } catch {
      #expect(error.reason.description == reason)
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x5B, 0x00], [0xFE, 0xFF, 0x00, 0x5B], [0x5B, 0x00, 0x5D, 0x00],
      [0x00, 0x5B, 0x00, 0x5D], [0x00, 0x00, 0x00, 0x5B],
    ] as [[UInt8]])
  func `wide encodings are refused`(_ bytes: [UInt8]) {
    do throws(JSONError) {
      _ = try JSONDocument(bytes: bytes)
      Issue.record("accepted")
    } catch {
      #expect(error.reason == .notUTF8)
    }
  }

  @Test func `an error says where`() {
    do throws(JSONError) {
      _ = try JSONDocument(bytes: "{\n  \"é\": 1,\n  \"é\u{301}\": tru\n}".bytes)
      Issue.record("accepted")
    } catch {
      #expect(error.reason == .badWord)
      #expect(error.position == JSONPosition(offset: 23, line: 3, column: 9))
      #expect(error.description == "unknown word at line 3, column 9")
    }
  }

  @Test(arguments: [(64, true), (65, false)])
  func `depth is limited`(_ depth: Int, _ isAccepted: Bool) {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let inner = open == "[" ? "" : "1"
      let text =
        String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
      let document = try? JSONDocument(bytes: text.bytes, depthLimit: 64)
      #expect((document != nil) == isAccepted)
    }
  }

  @Test func `part of a larger text can be read`() throws {
    let bytes = #"xx{"a":1}yy"#.bytes
    let document = try JSONDocument(bytes: bytes[2..<9])
    #expect(document.root["a"]?.integer == 1)
  }
}
