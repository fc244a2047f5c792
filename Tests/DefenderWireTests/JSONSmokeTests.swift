// SPDX-License-Identifier: MIT

import Testing

@testable import DefenderWire

@Test func `smoke`() throws {
  let d = try JSONDocument(bytes: Array(#"{"a":[1,2.0,"\ud800x"],"b":{"c":null}}"#.utf8))
  var w = JSONWriter()
  w.value(d.root)
  #expect(String(decoding: w.bytes, as: UTF8.self) == #"{"a":[1,2.0,"\ud800x"],"b":{"c":null}}"#)
}
