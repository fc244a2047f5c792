// SPDX-License-Identifier: MIT

import Testing

/// A way for one record to be bad.
///
/// `@` stands for the record's id.
struct Poison: CustomTestStringConvertible, Sendable {
  /// What came out of a scan that is not a good neighbour.
  enum Outcome {
    /// One damaged record.
    case damaged
    /// The record is good, and there is one damaged scrap beside it.
    case scrap
    /// One damaged piece; what is left may be a good record.
    case salvaged
    /// The record is valid JSON; recognising it is for the decoder.
    case valid
  }

  var name: String
  var bytes: [UInt8]
  var outcome: Outcome
  /// Whether only the line break after it can tell where it ends.
  var needsLine = false

  init(_ name: String, _ text: String, _ outcome: Outcome = .damaged, needsLine: Bool = false) {
    self.name = name
    self.bytes = text.bytes
    self.outcome = outcome
    self.needsLine = needsLine
  }

  var testDescription: String { name }

  static let all: [Poison] = [
    Poison("trailing comma in object", #"{"id":"@","a":1,}"#),
    Poison("trailing comma in array", #"{"id":"@","a":[1,],"b":2}"#),
    Poison("missing comma", #"{"id":"@" "a":1}"#),
    Poison("missing comma between objects", #"{"id":"@","alerts":[{"id":"x"}{"id":"y"}]}"#),
    Poison("missing colon", #"{"id" "@","a":1}"#),
    Poison("missing colon before object", #"{"id":"@","a"{"b":1},"c":2}"#),
    Poison("double comma", #"{"id":"@",,"a":1}"#),
    Poison("double colon", #"{"id"::"@"}"#),
    Poison("comma for colon", #"{"id","@"}"#),
    Poison("colon for comma", #"{"id":"@":"a":1}"#),
    Poison("name without value", #"{"id":"@","a"}"#),
    Poison("name and colon without value", #"{"id":"@","a":}"#),
    Poison("single quotes", #"{'id':'@','a':{'b':'c, d'}}"#),
    Poison("names without quotes", #"{id:"@",a:{b:1}}"#),
    Poison("number as name", #"{"id":"@",1:2}"#),
    Poison("NaN", #"{"id":"@","a":NaN}"#),
    Poison("Infinity", #"{"id":"@","a":-Infinity}"#),
    Poison("True", #"{"id":"@","a":True}"#),
    Poison("undefined", #"{"id":"@","a":undefined}"#),
    Poison("cut word", #"{"id":"@","a":tru}"#),
    Poison("leading zero", #"{"id":"@","a":01}"#),
    Poison("leading plus", #"{"id":"@","a":+1}"#),
    Poison("bare point", #"{"id":"@","a":.5}"#),
    Poison("ending point", #"{"id":"@","a":1.}"#),
    Poison("empty exponent", #"{"id":"@","a":1e}"#),
    Poison("hexadecimal", #"{"id":"@","a":0xFF}"#),
    Poison("raw tab in string", "{\"id\":\"@\",\"a\":\"x\ty\"}"),
    Poison("raw NUL in string", "{\"id\":\"@\",\"a\":\"x\0y\"}"),
    Poison("raw line feed in string", "{\"id\":\"@\",\"a\":\"x\ny\",\"b\":\"z\"}"),
    Poison("raw line feed before a quote", "{\"id\":\"@\",\"a\":\"x\n\",\"b\":\"z\"}"),
    Poison("unknown escape", #"{"id":"@","a":"\x41"}"#),
    Poison("short unicode escape", #"{"id":"@","a":"\u12"}"#),
    Poison("escaped closing quote", #"{"id":"@","a":"C:\","b":"x"}"#),
    Poison("duplicate member", #"{"id":"@","id":"@"}"#),
    Poison("duplicate member by escape", #"{"id":"@","a":{"b":1,"\u0062":2}}"#),
    Poison("line comment", "{\"id\":\"@\"// no\n,\"a\":1}"),
    Poison("block comment", #"{"id":"@"/* no */,"a":1}"#),
    Poison("no-break space", "{\"id\":\u{A0}\"@\"}"),
    Poison("vertical tab", "{\"id\":\u{B}\"@\"}"),
    Poison("byte order mark inside", "{\u{FEFF}\"id\":\"@\"}"),
    Poison("unescaped quotes", #"{"id":"@","a":"say "hi", now","b":1}"#),
    Poison("lost closing quote", #"{"id":"@","a":"x,"b":"y"}"#),
    Poison("lost closing quote at the end", #"{"id":"@","b":"y","a":"x}"#, needsLine: true),
    Poison("lost opening quote", #"{"id":"@","a":x","b":"y"}"#),
    Poison("lost opening quote of a name", #"{"id":"@",a":"x","b":"y"}"#),
    Poison("lost closing quote of a name", #"{"id":"@","a:"x","b":"y"}"#),
    Poison("lost opening brace", #""id":"@","a":[{"b":1}]}"#),
    Poison("doubled opening brace", #"{{"id":"@","a":1}"#, .salvaged),
    Poison("lost closing brace", #"{"id":"@","a":[{"b":1}]"#),
    Poison("lost inner closing brace", #"{"id":"@","a":[{"b":1,{"c":2}],"d":3}"#),
    Poison("lost inner bracket", #"{"id":"@","a":[{"b":1},"c":2}"#),
    Poison("bracket for brace", #"{"id":"@","a":1]"#),
    Poison("brace for bracket", #"{"id":"@","a":[1,2},"b":3}"#),
    Poison("brace too many", #"{"id":"@","a":1}}"#, .scrap),
    Poison("bracket too many inside", #"{"id":"@","a":[1]],"b":2}"#),
    Poison("cut off in a value", #"{"id":"@","a":"#, needsLine: true),
    Poison("cut off in a string", #"{"id":"@","a":"x"#, needsLine: true),
    Poison("cut off after a comma", #"{"id":"@","#, needsLine: true),
    Poison("cut off in a list", #"{"id":"@","alerts":[{"id":"y"},"#, needsLine: true),
    Poison("word", "nonsense"),
    Poison("number", "42", .valid),
    Poison("string", #""text""#, .valid),
    Poison("null", "null", .valid),
    Poison("nested 65 deep", nested(64)),
    Poison("nested 300 deep", nested(300)),
    Poison("over 1 MB", "{\"id\":\"@\",\"a\":\"\(String(repeating: "x", count: 1 << 20))\"}"),
  ]

  private static func nested(_ depth: Int) -> String {
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    return "{\"id\":\"@\",\"a\":\(open)\(close)}"
  }
}
