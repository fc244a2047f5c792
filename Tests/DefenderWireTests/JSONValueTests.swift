// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct `JSON values` {
  @Test func `members and elements keep their order`() throws {
    let root = try document(#"{"b":[1,[2],{"x":3}],"a":{},"c":null}"#).root
    #expect(root.members.map(\.name) == ["b", "a", "c"])
    #expect(root["b"]?.elements.map(\.kind) == [.number, .array, .object])
    #expect(
      root["b"]?.elements.map(\.rawBytes).map { Array($0).text } == ["1", "[2]", #"{"x":3}"#])
    #expect(root["c"]?.isNull == true)
    #expect(root["d"] == nil)
    #expect(root["b"]?["x"] == nil)
    #expect(root["a"]?.members.map(\.name) == [])
  }

  @Test func `an escaped name is found by what it says`() throws {
    let root = try document(#"{"\u0069d":"1","\u00e9":2}"#).root
    #expect(root["id"]?.string?.text == "1")
    #expect(root["é"]?.integer == 2)
    // Canonically equivalent for Swift, but other bytes.
    #expect(root["e\u{301}"] == nil)
  }

  @Test(arguments: [
    (#""plain""#, "plain", false), (#""\ud83d\ude00""#, "\u{1F600}", false),
    (#""a\ud800b""#, "a\u{FFFD}b", true), (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}", true),
    (#""\u0000""#, "\0", false), ("\"\u{FFFD}\"", "\u{FFFD}", false),
  ])
  func `strings say whether they are damaged`(_ json: String, _ text: String, _ isDamaged: Bool)
    throws
  {
    let string = try document(json).root.string
    #expect(string?.text == text)
    #expect(string?.isDamaged == isDamaged)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xF0, 0x80, 0x80, 0xAF], [0xC3],
    ] as [[UInt8]])
  func `invalid UTF-8 is damage, one mark a byte, and survives rewriting`(_ bad: [UInt8]) throws {
    let document = try JSONDocument(bytes: [0x22, 0x61] + bad + [0x62, 0x22])
    let marks = String(repeating: "\u{FFFD}", count: bad.count)
    #expect(document.root.string?.text == "a\(marks)b")
    #expect(document.root.string?.isDamaged == true)
    var writer = JSONWriter()
    writer.value(document.root)
    let escapes = bad.map { "\\udc" + String($0, radix: 16) }.joined()
    #expect(writer.bytes.text == "\"a\(escapes)b\"")
    let again = try JSONDocument(bytes: writer.bytes)
    #expect(again.root.isEqual(to: document.root))
  }

  @Test(
    arguments: [
      ("1", 1), ("-1", -1), ("1.0", 1), ("1e2", 100), ("1.50e1", 15), ("0.0", 0), ("-0", 0),
      ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("1.5", nil), ("1e400", nil), ("1e99999999999", nil),
      (#""1""#, nil), ("true", nil),
    ] as [(String, Int64?)])
  func `integers are exact or nothing`(_ json: String, _ value: Int64?) throws {
    #expect(try document(json).root.integer == value)
  }

  @Test(arguments: [("1e400", true), ("-1e400", true), ("1e308", false), (#""1e400""#, false)])
  func `a number too large says so`(_ json: String, _ isOutOfRange: Bool) throws {
    let value = try document(json).root
    #expect(value.isOutOfRange == isOutOfRange)
  }

  @Test(arguments: [
    ("1", "1.0", true), ("100", "1e2", true), ("0", "-0.0", true), ("1", "2", false),
    ("0.1", "1e-1", true), ("1", "-1", false), ("1", #""1""#, false), ("null", "false", false),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":1,"b":2}"#, #"{"a":1,"c":2}"#, false), ("[1,2]", "[2,1]", false),
    ("[1]", "[1,1]", false), ("[]", "{}", false), (#""é""#, #""\u00e9""#, true),
    (#""\/""#, #""/""#, true), (#""\ud800""#, #""\udbff""#, false),
    ("\"\u{E9}\"", "\"e\u{301}\"", false), (#"{"\u0061":[{"x":1}]}"#, #"{"a":[{"x":1.0}]}"#, true),
    ("1e999999999999", "1e999999999999", true), ("1e999999999999", "1e999999999998", false),
  ])
  func `equality is by value`(_ left: String, _ right: String, _ isEqual: Bool) throws {
    let (left, right) = (try document(left).root, try document(right).root)
    #expect(left.isEqual(to: right) == isEqual)
    #expect(right.isEqual(to: left) == isEqual)
  }
}

@Suite struct `JSON writer` {
  @Test func `what it writes is ASCII and reads back`() throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("ü")
      writer.string("\"\\/\u{1B}[31m\u{7F}\u{202E}\u{1F600}\n\t\r\u{8}\u{C}")
      writer.name("list")
      writer.array { writer in
        writer.integer(-5)
        writer.bool(true)
        writer.bool(false)
        writer.null()
        writer.array { _ in }
        writer.object { _ in }
      }
    }
    #expect(
      writer.bytes.text
        == #"{"\u00fc":"\"\\/\u001b[31m\u007f\u202e\ud83d\ude00\n\t\r\b\f","list":[-5,true,false,null,[],{}]}"#
    )
    let root = try JSONDocument(bytes: writer.bytes).root
    #expect(root["ü"]?.string?.text == "\"\\/\u{1B}[31m\u{7F}\u{202E}\u{1F600}\n\t\r\u{8}\u{C}")
  }

  @Test func `values read elsewhere keep what nobody understands`() throws {
    let source = #"{"n":1.500e+03,"big":1e400,"s":"\ud800\u00E9","deep":[[[{"x":[]}]],{}]}"#
    let root = try document(source).root
    var writer = JSONWriter()
    writer.array { writer in
      writer.value(root)
      writer.integer(1)
    }
    #expect(
      writer.bytes.text
        == #"[{"n":1.500e+03,"big":1e400,"s":"\ud800\u00e9","deep":[[[{"x":[]}]],{}]},1]"#)
  }
}
