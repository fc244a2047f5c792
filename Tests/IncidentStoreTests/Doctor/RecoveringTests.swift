// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import TestSupport
import Testing

@testable import IncidentStore

/// A store that is open while another process mends it.
@Suite struct RecoveringTests {
  private func comment(_ text: String) -> Proposal {
    Proposal(.commented(text: text), on: [id("1")])
  }

  /// Damages the last line, and adds one after it as a writer would who has not noticed.
  private func breakEnd(of journal: LongJournal) throws {
    let path = try #require(journal.segments.last)
    var bytes = contents(of: path)
    bytes[bytes.count - 80] ^= 1
    overwrite(path, with: bytes)
  }

  /// A journal of four lines, open, and then broken behind what was read.
  private func makeBroken(_ options: StoreOptions = .test) throws -> (LongJournal, FileStore) {
    let journal = try LongJournal(lines: 4, segmentLimit: 1 << 20)
    let open = try FileStore.open(at: journal.scratch.store, options: options)
    let other = try journal.open()
    _ = try other.commit(comment("damaged"), by: bob)
    try breakEnd(of: journal)
    // The other process did not notice, and chains on.
    _ = try other.commit(comment("after it"), by: bob)
    #expect(try open.entries(after: 0).count == 4)
    return (journal, open)
  }

  @Test func `an open store goes on when another process has anchored the journal`() throws {
    let (journal, open) = try makeBroken()
    #expect(open.readOnlyReason?.contains("its own hash") == true)
    #expect(throws: StoreError.self) { try open.commit(comment("no"), by: alice) }
    #expect(try journal.open().reanchor(by: bob)?.seq == 7)
    // Only those lines are news that come after what was shown.
    #expect(try open.entries(after: 4).map(\.seq) == [6, 7])
    #expect(open.readOnlyReason == nil)
    #expect(try open.commit(comment("on"), by: alice).entry?.seq == 8)
    #expect(try open.history(of: id("1")).map(\.seq) == [1, 2, 3, 4, 6, 8])
    #expect(try journal.open().entries(after: 0) == open.entries(after: 0))
    #expect(try open.verify().state == .sound)
  }

  @Test func `who only reads goes on reading`() throws {
    var options = StoreOptions.test
    options.isReadOnly = true
    let (journal, open) = try makeBroken(options)
    _ = try journal.open().reanchor(by: bob)
    #expect(try open.entries(after: 4).map(\.seq) == [6, 7])
    #expect(open.readOnlyReason == "It was opened read-only.")
  }

  @Test func `a journal that no longer holds what was shown is not gone on with`() throws {
    let (journal, open) = try makeBroken()
    let path = try #require(journal.segments.last)
    // Sound by itself, but line 4 is missing.
    overwrite(path, with: journal.lines(of: path).prefix(3).flatMap(\.self))
    #expect(try journal.open().readOnlyReason == nil)
    #expect(throws: StoreError.self) { try open.commit(comment("no"), by: alice) }
    #expect(open.readOnlyReason != nil)
    #expect(journal.lines(of: path).count == 3)
  }

  @Test func `another directory in the store's place is not gone on with`() throws {
    let (journal, open) = try makeBroken()
    _ = try journal.open().reanchor(by: bob)
    let store = journal.scratch.store
    _ = try journal.open().export(to: store + ".copy")
    rename(store, store + ".old")
    rename(store + ".copy", store)
    let before = journal.save()
    #expect(throws: StoreError.self) { try open.commit(comment("no"), by: alice) }
    #expect(open.readOnlyReason?.hasSuffix("start again to go on with it.") == true)
    #expect(journal.save() == before)
  }

  @Test func `the whole journal is read again only when something changed`() throws {
    let journal = try LongJournal(lines: 4, segmentLimit: 1 << 20)
    let files = CountingFileSystem()
    let open = try FileStore(at: journal.scratch.store, options: journal.options, files: files)
    let other = try journal.open()
    _ = try other.commit(comment("damaged"), by: bob)
    try breakEnd(of: journal)
    _ = try other.commit(comment("after it"), by: bob)
    _ = try open.entries(after: 0)
    let first = files.reads.withLock { $0 }
    for _ in 0..<20 { _ = try open.snapshot() }
    #expect(files.reads.withLock { $0 } == first)
  }
}

/// The disk, counting what is read of the journal.
private final class CountingFileSystem: ForwardingFileSystem {
  let disk: any FileSystem = PosixFileSystem()
  let reads = Mutex(0)

  func read(_ file: OpenFile, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    if file.path.hasSuffix(".ndjson") { reads.withLock { $0 += 1 } }
    return try disk.read(file, at: offset, count: count)
  }
}
