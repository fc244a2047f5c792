// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct `Scanner under random damage` {
  private static let page =
    "{\"@odata.context\":\"c\",\"value\":[{\"id\":\"1\",\"a\":[1,{\"b\":\"\\u00e9 {\"}]},\n"
    + "  {\"id\":\"2\",\"t\":\"x, [y]\"},{\"id\":\"3\"}],\"@odata.nextLink\":\"n\"}\n"
    + "{\"id\":\"4\"}\n[{\"id\":\"5\"}]"

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `it ends, loses no byte order, and splits do not matter`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = "{}[],:\"\\ \n1ax@".bytes + [0x00, 0x80, 0xFF]
    for _ in 0..<40 {
      var bytes = Self.page.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let new = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = new
        case 1: bytes.insert(new, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
      }
      let whole = Scan([bytes])
      let split = Int.random(in: 0...bytes.count, using: &random)
      #expect(Scan([Array(bytes[..<split]), Array(bytes[split...])]) == whole, "\(bytes.text)")
      #expect(Scan(bytes.map { [$0] }) == whole, "\(bytes.text)")
      let offsets = whole.items.map { item in
        switch item {
        case .valid(_, _, let offset), .damaged(_, _, _, let offset): offset
        }
      }
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 }, "\(bytes.text)")
    }
  }

  @Test func `undamaged input of any shape comes out whole`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var ids: [String] = []
      var text = ""
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        text += wrapped(&ids, &random)
      }
      let scan = Scan(text)
      #expect(scan.ids == ids, "\(text)")
      #expect(scan.reasons == [], "\(text)")
    }
  }

  private func wrapped(_ ids: inout [String], _ random: inout SeededGenerator) -> String {
    let records = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      ids.append("\(ids.count)")
      return record(ids.count - 1, &random)
    }
    let space = ["", " ", "\n", "\n  "].randomElement(using: &random) ?? ""
    let list = records.joined(separator: ",\(space)")
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: "{\"x\":{\"value\":[1]},\(space)\"value\":[\(space)\(list)],\"y\":[{}]}\(space)"
    case 1: "[\(list)\(space)]\(space)"
    case 2: "[{\"incidents\":\(space)[\(list)]}]"
    default: records.joined(separator: "\n") + "\n"
    }
  }

  private func record(_ id: Int, _ random: inout SeededGenerator) -> String {
    let space = ["", " ", "\n", "\t\n"].randomElement(using: &random) ?? ""
    let odd = ["},{", "]}", "{\\\"id\\\":\\\"9\\\"}", ",", "\\\\", "[", "\\n{", ": "]
    let text = odd.randomElement(using: &random) ?? ""
    let members = [
      "\"id\":\(space)\"\(id)\"", "\"a\(id)\":[\(space){\(space)},{\"b\":[[]]}\(space)]",
      "\"t\":\"\(text)\"", "\"\(text)x\":\(space){\"\(text)\":\"\(text)\(text)\"}", "\"n\":-1.5e3",
    ]
    return "{\(space)\(members.shuffled(using: &random).joined(separator: ",\(space)"))\(space)}"
  }
}
