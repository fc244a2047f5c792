// SPDX-License-Identifier: MIT

import DefenderWire
import Foundation
import Testing

@Suite struct `Hostile sizes` {
  enum Bomb: CaseIterable {
    case brackets, braces, objects, lines, quotes, escapes, commas, names, collidingNames, numbers
    case longNumber, longString, marks, parity, tails, flatArray, values, zeros

    var bytes: [UInt8] {
      let size = 1 << 20
      let repeated = { (text: String) in
        Array(repeatElement(text.bytes, count: size / text.utf8.count).joined())
      }
      return switch self {
      case .brackets: repeated("[")
      case .braces: repeated("{")
      case .objects: repeated(#"{"a":"#)
      case .lines: repeated("{\"a\":[\n")
      case .quotes: repeated("\"")
      case .escapes: "{\"a\":\"".bytes + repeated(#"\ud800"#) + "\"}".bytes
      case .commas: "{\"id\":[".bytes + repeated(",") + "]}".bytes
      case .names: object { "\"name\($0)\":\($0)" }
      case .collidingNames: object { "\"\(String($0, radix: 2))\":0" }
      case .numbers: "{\"id\":[".bytes + repeated("1e999,") + "0]}".bytes
      case .longNumber: repeated("9")
      case .longString: "{\"id\":\"".bytes + repeated("x") + "\"}".bytes
      case .marks: "{\"id\":\"".bytes + repeated("e\u{301}\u{301}") + "\"}".bytes
      case .parity: "{".bytes + repeated(#""a,"b "#)
      case .tails: "{".bytes + repeated("\"\(String(repeating: "{", count: 60))\"x")
      case .flatArray: "{\"id\":[".bytes + repeated("{},") + "0]}".bytes
      case .values: repeated("{,")
      case .zeros: [0x7B, 0x7B] + Array(repeating: 0, count: size)
      }
    }

    private func object(_ member: (Int) -> String) -> [UInt8] {
      "{\"id\":\"1\",\"o\":{\((0..<40_000).map(member).joined(separator: ","))}}".bytes
    }
  }

  /// Every bomb must be got through on a stack of 512 KiB; a stack overflow ends the test run.
  @Test(arguments: Bomb.allCases)
  func `bombs are survived on a small stack`(_ bomb: Bomb) async {
    let bytes = bomb.bytes
    let count = await withCheckedContinuation { continuation in
      let thread = Thread {
        var scanner = RecordScanner()
        var records = 0
        for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
          records += handle(scanner.feed(Array(bytes[start..<min(start + 1 << 16, bytes.count)])))
        }
        records += handle(scanner.finish())
        continuation.resume(returning: records)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(count > 0)
  }
}

/// Does with records what an import does.
private func handle(_ records: [ScannedRecord]) -> Int {
  for case .record(let document, _) in records {
    _ = decodeIncident(document)
    let result = merge(document, into: document)
    _ = result?.outcome
    _ = document.root.isEqual(to: document.root)
  }
  return records.count
}
