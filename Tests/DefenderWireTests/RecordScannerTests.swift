// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

@Suite struct `Record scanner` {
  @Test(arguments: [
    (#"{"value":[{"id":"1"},{"id":"2"}]}"#, ["1", "2"]),
    (#"{"incidents":[{"id":"1"},{"id":"2"}],"x":{"y":[1]}}"#, ["1", "2"]),
    (#"{"@odata.context":"c","@odata.nextLink":"n","value":[{"id":"1"}]}"#, ["1"]),
    (#"[{"id":"1"},{"id":"2"}]"#, ["1", "2"]),
    ("{\"id\":\"1\"}\n{\"id\":\"2\"}\n", ["1", "2"]),
    (#"{"id":"1"}{"id":"2"}"#, ["1", "2"]),
    (#"{"id":"1"}, {"id":"2"},"#, ["1", "2"]),
    (#"{"id":"1"}"#, ["1"]),
    (#"[{"value":[{"id":"1"}]},{"value":[{"id":"2"}]},{"id":"3"}]"#, ["1", "2", "3"]),
    ("{\"value\":[{\"id\":\"1\"}]}\n[{\"id\":\"2\"}]\n{\"id\":\"3\"}", ["1", "2", "3"]),
    (#"[[{"id":"1"}],[{"id":"2"}]]"#, ["1", "2"]),
    (#"{"value":[],"value2":[{"id":"x"}]}"#, []),
    (#"{"id":"1","alerts":[{"value":[{"id":"no"}]}]}"#, ["1"]),
    (#"{"id":"1","a":"]}","b":"{\"id\":\"x\"}"}"#, ["1"]),
    ("{\n\"id\":\n\"1\",\n\"x\":\n{\n\"y\":[\n{\n}\n]\n}\n}\n{\n\"id\":\"2\"}", ["1", "2"]),
    ("", []), (" \n\t", []), ("[]", []), (#"{"value":[]}"#, []),
    ("\u{FEFF}{\"id\":\"1\"}", ["1"]),
    (#"{"value":[{"id":"1"}],"value":[{"id":"2"}]}"#, ["1", "2"]),
  ])
  func `every wrapping is read`(_ text: String, _ ids: [String]) {
    let scan = Scan(text)
    #expect(scan.ids == ids)
    #expect(scan.reasons == [])
    #expect(!scan.facts.isCutOff)
  }

  @Test(arguments: [
    (#"{"value":[]}"#, true), ("[]", true), ("", false), (#"{"value":[{}]}"#, false),
    ("[tru]", false), ("{}", false),
  ])
  func `an empty page is known from an empty file`(_ text: String, _ isEmpty: Bool) {
    #expect(Scan(text).facts.isEmptyPage == isEmpty)
  }

  @Test(arguments: [
    (#"{"@odata.nextLink":"https://x","value":[]}"#, true),
    (#"{"value":[],"@odata.nextLink":"https://x"}"#, true),
    (#"{"value":[],"@odata.nextLink":null}"#, false),
    (#"{"value":[{"@odata.nextLink":"https://x"}]}"#, false),
    (#"{"id":"1","@odata.nextLink":"https://x"}"#, false),
  ])
  func `a next page is noticed`(_ text: String, _ hasNextLink: Bool) {
    #expect(Scan(text).facts.hasNextLink == hasNextLink)
  }

  @Test func `records know their place`() {
    let scan = Scan("{\"value\":[\n  {\"id\":\"1\"},\n  {\"id\":\"2\",}\n]}\n{\"id\":\"3\"}")
    #expect(
      scan.items == [
        .valid(id: "1", line: 2, offset: 13),
        .damaged(
          text: #"{"id":"2",}"#.bytes, reason: "trailing comma", line: 3, offset: 27),
        .valid(id: "3", line: 5, offset: 42),
      ])
  }

  @Test(arguments: [
    #"{"value":[{"id":"1"},{"id":"2","a":"x"#, #"{"value":[{"id":"1"},{"id":"2","a":"#,
    #"{"value":[{"id":"1"},{"id":"2","#, #"{"value":[{"id":"1"},{"#,
    #"[{"id":"1"},{"id":"2","b":[{"c":[1,2"#, "{\"id\":\"1\"}\n{\"id\":\"2\",\"b\":{",
  ])
  func `a cut-off end costs only its record`(_ text: String) {
    let scan = Scan(text)
    #expect(scan.ids == ["1"])
    #expect(scan.reasons == ["cut off"])
    #expect(scan.facts.isCutOff)
  }

  @Test(arguments: [#"{"value":[{"id":"1"},"#, #"{"value":[{"id":"1"}]"#, #"[{"id":"1"}"#])
  func `a list cut off between records is known`(_ text: String) {
    let scan = Scan(text)
    #expect(scan.ids == ["1"])
    #expect(scan.reasons == [])
    #expect(scan.facts.isCutOff)
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x7B, 0x00], [0x7B, 0x00, 0x7D, 0x00], [0xFE, 0xFF]] as [[UInt8]])
  func `wide encodings are refused as a whole`(_ bytes: [UInt8]) {
    let scan = Scan([bytes, [0x0A, 0x00, 0x7B]])
    #expect(scan.ids == [])
    #expect(scan.reasons == ["UTF-16 or UTF-32, not UTF-8"])
  }

  @Test func `a page cut off before another page is appended costs one record`() {
    let page = #"{"@odata.context":"c","value":[{"id":"3","t":"x"},{"id":"4"}]}"#
    for cut in [#"{"value":[{"id":"1"},{"id":"2","ti"#, #"{"value":[{"id":"1"},{"id":"2","a":[{"#] {
      for joint in ["", "\n"] {
        let scan = Scan(cut + joint + page)
        #expect(scan.ids == ["1", "3", "4"], "\(cut)\(joint)")
        #expect(scan.reasons.count == 1)
      }
    }
  }
}
