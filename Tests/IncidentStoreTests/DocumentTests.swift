// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

@testable import IncidentStore

/// What is written about the store in public stays true.
@Suite struct DocumentTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private func lines(of document: String) -> [Substring] {
    String(decoding: contents(of: Self.root + "/Documentation/" + document), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The rows of a document's table with a column of numbers, and the tests their last cells name.
  private func rows(of document: String) -> [(number: Int?, tests: [String])] {
    let table = lines(of: document).drop { !$0.hasPrefix("|--:|") }.dropFirst()
    return table.prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|")
      let spans = (cells.last ?? "").split(separator: "`", omittingEmptySubsequences: false)
      return (
        cells.first.flatMap { Int($0.filter { $0 != " " }) },
        spans.enumerated().compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
      )
    }
  }

  /// All Swift files under a directory, one after another.
  private func sources(in path: String) throws -> String {
    let files = PosixFileSystem()
    var text = ""
    for name in try files.names(in: path) {
      let place = path + "/" + name
      if try files.status(at: place)?.kind == .directory {
        text += try sources(in: place)
      } else if name.hasSuffix(".swift") {
        text += String(decoding: contents(of: place), as: UTF8.self)
      }
    }
    return text
  }

  @Test(arguments: ["store.md", "track-record.md"])
  func `each row of the tables names tests that exist`(_ document: String) throws {
    let rows = rows(of: document)
    #expect(rows.count >= 10)
    #expect(rows.map(\.number) == Array(1..<rows.count + 1))
    let tests = try sources(in: Self.root + "/Tests")
    for row in rows {
      #expect(!row.tests.isEmpty, "row \(row.number ?? 0) names no test")
      for name in row.tests {
        let exists = tests.contains("func `\(name)`(")
        #expect(exists, "row \(row.number ?? 0): there is no test '\(name)'")
      }
    }
  }

  @Test func `what is remembered is written as store.md shows it`() throws {
    let described = try #require(lines(of: "store.md").first { $0.hasPrefix(#"{"place":"#) })
    let document = try JSONDocument(bytes: Array(described.utf8))
    let sight = try #require(StoreSight(document.root))
    #expect(sight.file != nil && sight.head != nil)
    #expect(sight.bytes == Array(described.utf8) + [0x0A])
  }

  @Test func `the journal in store.md is a journal, byte for byte as it would be written`() throws {
    let document = lines(of: "store.md")
    let described = try #require(document.first { $0.hasPrefix(#"{"format":"#) })
    let identity = try StoreIdentity(Array(described.utf8), at: "store.json")
    #expect(identity.bytes(createdAt: identity.createdAt) == Array(described.utf8) + [0x0A])

    var chain = JournalChain(ofStore: identity.id)
    var kinds: Set<String> = []
    for text in document where text.hasPrefix(#"{"v":"#) {
      let bytes = Array(text.utf8)
      let before = chain.head
      guard case .next(let frame) = chain.take(bytes, in: bytes.indices) else {
        Issue.record("this is not the next line: \(text)")
        return
      }
      let entry = JournalEntry(bytes, in: bytes.indices, frame: frame)
      if case .other(let kind) = entry.event { Issue.record("\(kind) cannot be read: \(text)") }
      #expect(entry.line(after: before, with: frame.first).bytes == bytes + [0x0A])
      kinds.insert(entry.event.kind)
    }
    #expect(
      kinds == [
        "observed", "acknowledged", "assigned", "commented", "resolved", "reopened",
        "response.completed", "undone", "chain.reanchored", "head.accepted", "noted", "tagged",
        "snoozed", "woken", "classified", "recorded",
      ])
  }
}
