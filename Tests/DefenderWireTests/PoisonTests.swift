// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct `Poisoned records` {
  enum Wrapping: CaseIterable {
    case page, prettyPage, indentedPage, array, lines, windowsLines
  }

  @Test(arguments: Poison.all, Wrapping.allCases)
  func `one bad record never costs a good one`(_ poison: Poison, _ wrapping: Wrapping) {
    if poison.needsLine, wrapping == .page || wrapping == .array { return }
    for place in 0..<3 {
      let bytes = input(poison, at: place, in: wrapping)
      let scan = Scan([bytes])
      let good = ["0", "1", "2"].filter { $0 != "\(place)" }
      let context: Comment = "place \(place): \(Array(bytes[..<min(300, bytes.count)]).text)"
      #expect(scan.ids.filter(good.contains) == good, context)
      switch poison.outcome {
      case .damaged:
        #expect(!scan.ids.contains("\(place)"), context)
        #expect(scan.reasons.count == 1, context)
      case .scrap:
        #expect(scan.ids == ["0", "1", "2"], context)
        #expect(scan.reasons.count == 1, context)
      case .salvaged:
        #expect(scan.reasons.count == 1, context)
      case .valid:
        #expect(scan.reasons == [], context)
        #expect(scan.items.count == 3, context)
      }
    }
  }

  private func input(_ poison: Poison, at place: Int, in wrapping: Wrapping) -> [UInt8] {
    let tall = """
      {
            "id": "@",
            "alerts": [
              {
                "id": "x"
              },
              {
                "id": "y"
              }
            ],
            "z": {}
          }
      """
    let records = (0..<3).map { index in
      let id = UInt8(ascii: "0") + UInt8(index)
      let good = #"{"id":"@","t":"a, {b} [c]","alerts":[{"id":"x","evidence":[{"n":1}]}],"z":{}}"#
      let bytes = index == place ? poison.bytes : (wrapping == .indentedPage ? tall : good).bytes
      return bytes.map { $0 == UInt8(ascii: "@") ? id : $0 }
    }
    return switch wrapping {
    case .page:
      #"{"odata.context":"c","value":["#.bytes + Array(records.joined(separator: ",".bytes))
        + #"],"x":1}"#.bytes
    case .prettyPage, .indentedPage:
      "{\n  \"value\": [\n    ".bytes + Array(records.joined(separator: ",\n    ".bytes))
        + "\n  ]\n}\n".bytes
    case .array:
      "[".bytes + Array(records.joined(separator: ", ".bytes)) + "]".bytes
    case .windowsLines:
      Array(records.joined(separator: "\r\n".bytes))
    case .lines:
      Array(records.joined(separator: "\n".bytes)) + "\n".bytes
    }
  }

  @Test(arguments: [
    #"{"@odata.nextLink":"n","value":[{"id":"1","t":"\u00e9\"x"},{"id":"2",},[5,{"id":"3"}]],"y":[1]}"#,
    "\u{FEFF}[{\"id\":\"1\"},\n {\"id\":\"2\",\"a\":\"x\n\"},\n{\"id\":\"3\"]\n{\"id\":\"4\"}",
    "{\"id\":\"1\",\"a\":\n{\"id\":\"2\"}\n{\"id\":\"3\",\"b\":[\n{\"id\":\"4\"}\n{\"id\":\"5\"}",
    #"{"value":[{"id":"1","t":"x},{"id":"2"}]}{"id":"3"}}tru {"id":"4"}"#,
    #"{"value":[{"id":"1"}],{"id":"2"}]},"name":1},{"id":"3"}"#,
    "junk, more\n\"id\":\"2\"}\n{\"id\":\"3\"}\nnull\n5 6\n{\"id\":\"4\",\"a\":[[{",
    "[[[1],2],\"a, \" x {\"id\":\"1\"} ,,",
  ])
  func `every split of the input gives the same result`(_ text: String) {
    let bytes = text.bytes
    let whole = Scan([bytes])
    #expect(!whole.items.isEmpty)
    #expect(Scan(bytes.map { [$0] }) == whole)
    for first in 0...bytes.count {
      #expect(Scan([Array(bytes[..<first]), Array(bytes[first...])]) == whole, "\(first)")
    }
  }
}
