// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// A store whose journal has several small segments.
struct LongJournal {
  let scratch = Scratch()
  var options = StoreOptions.test

  /// A store with so many lines: one document, then comments.
  init(lines: Int, segmentLimit: Int = 2000) throws {
    options.segmentLimit = segmentLimit
    let store = try FileStore.create(at: scratch.store, options: options).store
    try take(incidentJSON("1"), into: store)
    for number in 2...lines {
      _ = try store.commit(Proposal(.commented(text: "line \(number)"), on: [id("1")]), by: alice)
    }
  }

  var journal: String { scratch.store + "/journal" }

  /// The segments' paths, in order.
  var segments: [String] {
    ((try? PosixFileSystem().names(in: journal)) ?? []).sorted().map { journal + "/" + $0 }
  }

  /// Opens the store as a new process would.
  func open(remembering head: JournalHead? = nil) throws -> FileStore {
    var options = options
    options.remembered = head
    return try FileStore.open(at: scratch.store, options: options)
  }

  /// A segment's lines, line feeds included.
  func lines(of path: String) -> [[UInt8]] {
    contents(of: path).split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  /// All segments' content, to be put back.
  func save() -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: segments.map { ($0, contents(of: $0)) })
  }

  /// Puts a saved journal back.
  func restore(_ saved: [String: [UInt8]]) {
    for path in segments { unlink(path) }
    for (path, bytes) in saved {
      close(creat(path, 0o600))
      overwrite(path, with: bytes)
    }
  }
}
