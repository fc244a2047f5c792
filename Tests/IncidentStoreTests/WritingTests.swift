// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// Locks, segments, poison, sweeping.
@Suite struct WritingTests {
  private let scratch = Scratch()

  private func makeStore(_ options: StoreOptions = .test) throws -> FileStore {
    let store = try FileStore.create(at: scratch.store, options: options).store
    try take(incidentJSON("1"), into: store)
    return store
  }

  private let comment = Proposal(.commented(text: "c"), on: [id("1")])

  @Test func `a held lock is waited for, then its holder is named`() throws {
    var options = StoreOptions.test
    options.lockLimit = .milliseconds(20)
    let store = try makeStore(options)
    let files = PosixFileSystem()
    let other = try files.open(scratch.store + "/lock", .write)
    #expect(try files.lock(other, .commit))
    try files.overwrite(other, with: Array("bob, user 1008\n".utf8))
    #expect(throws: StoreError.busy(holder: "bob, user 1008")) {
      try store.commit(comment, by: alice)
    }
    files.close(other)
    #expect(try store.commit(comment, by: alice).entry != nil)
  }

  @Test func `many writers lose nothing and break nothing`() async throws {
    let store = try makeStore()
    let path = scratch.store
    let written = try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 0..<6 {
        group.addTask {
          let mine = try FileStore.open(at: path, options: .test)
          let author = Author(name: "writer \(writer)", uid: UInt32(writer))
          return try (0..<20).compactMap { number in
            let text = "\(writer)/\(number)"
            return try mine.commit(
              Proposal(.commented(text: text), on: [id("1")]), by: author
            ).entry?.seq
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(written.sorted() == Array(2...121))
    #expect(try store.entries(after: 0).map(\.seq) == Array(1...121))
    let found = try store.verify()
    #expect(found.state == .sound)
    #expect(found.torn == 0)
  }

  @Test func `two imports at once end in one document with what both brought`() async throws {
    let store = try makeStore()
    let path = scratch.store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let mine = try FileStore.open(at: path, options: .test)
          for number in 0..<5 {
            try take(taskJSON("\(writer)-\(number)", of: "1"), into: mine)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.incident(id("1"))?.responses.count == 20)
    #expect(try store.verify().state == .sound)
    #expect(try store.verify().damagedDocuments.isEmpty)
  }

  @Test func `a stop waits while something must not be interrupted`() throws {
    func isHeld() -> Bool {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      return sigismember(&mask, SIGTSTP) == 1
    }
    // The threads tests run on hold every signal; this one must not, to begin with.
    var stop = sigset_t()
    var before = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #expect(!isHeld())
    let files = PosixFileSystem()
    #expect(try files.withStopsHeld { () throws(StoreError) in isHeld() })
    #expect(!isHeld())
    #expect(throws: StoreError.self) {
      try files.withStopsHeld { () throws(StoreError) in throw .absent(path: "") }
    }
    #expect(!isHeld())
  }

  @Test func `descriptors of a store close on exec`() throws {
    let store = try makeStore()
    for descriptor in 0..<200 as Range<Int32> {
      var path = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/fd/\(descriptor)", &path, path.count - 1)
      guard count > 0 else { continue }
      let target = String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard target.hasPrefix(scratch.path) else { continue }
      #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0, "\(target)")
    }
    withExtendedLifetime(store) {}
  }

  @Test func `a segment that is full is followed by another`() throws {
    var options = StoreOptions.test
    options.segmentLimit = 600
    let store = try makeStore(options)
    let early = try FileStore.open(at: scratch.store, options: .test)
    for _ in 0..<6 { _ = try store.commit(comment, by: alice) }
    let names = try PosixFileSystem().names(in: scratch.store + "/journal").sorted()
    #expect(names.count > 2)
    #expect(names.first == "000000000001.ndjson")
    #expect(try store.verify().state == .sound)
    #expect(try store.verify().lines == 7)
    #expect(try early.entries(after: 0).map(\.seq) == Array(1...7))
    #expect(try early.history(of: id("1")).map(\.seq) == Array(1...7))
    // Another process with another limit goes on where this one is.
    #expect(try early.commit(comment, by: bob).entry?.seq == 8)
    #expect(try store.entries(after: 7).map(\.by) == [bob])
    unlink(scratch.store + "/journal/" + names[1])
    guard case .broken = try store.verify().state else {
      Issue.record("a missing segment was not noticed")
      return
    }
  }

  @Test func `lines are found again at any distance, and by incident`() throws {
    let store = try makeStore()
    try take(incidentJSON("2"), into: store)
    for number in 0..<100 {
      let name = id(number % 3 == 0 ? "1" : "2")
      _ = try store.commit(Proposal(.commented(text: "\(number)"), on: [name]), by: alice)
    }
    let all = try store.entries(after: 0)
    #expect(all.map(\.seq) == Array(1...102))
    for seq in [0, 1, 31, 32, 33, 63, 64, 65, 101, 102] {
      #expect(try store.entries(after: seq) == Array(all.dropFirst(seq)))
    }
    for name in ["1", "2"] {
      #expect(try store.history(of: id(name)) == all.filter { $0.incidents == [id(name)] })
    }
  }

  @Test func `history finds lines between the version an author saw and their own`() throws {
    let store = try makeStore()
    _ = try store.commit(comment, by: alice)
    let head = JournalChain.at(store)
    let entry = JournalEntry(
      seq: 3, at: noon, by: bob, on: [Subject(id("1")): 1], event: .commented(text: "late"))
    let path = scratch.store + "/journal/000000000001.ndjson"
    overwrite(path, with: contents(of: path) + entry.line(after: head).bytes)
    #expect(try store.history(of: id("1")).map(\.seq) == [1, 2, 3])
  }

  @Test func `a failed flush poisons the store for everybody`() throws {
    let store = try makeStore()
    let files = FailingFileSystem()
    let failing = try FileStore(at: scratch.store, options: .test, files: files)
    files.failure.withLock { $0 = .flush }
    let error = #expect(throws: StoreError.self) { try failing.commit(comment, by: alice) }
    #expect(error?.isPoison == true)
    files.failure.withLock { $0 = nil }
    let marker = String(decoding: contents(of: scratch.store + "/POISONED"), as: UTF8.self)
    #expect(marker.contains(#""call":"fdatasync","errno":5"#))
    for writer in [failing, store, try FileStore.open(at: scratch.store, options: .test)] {
      #expect(writer.readOnlyReason?.contains("fdatasync failed") == true)
      #expect(
        #expect(throws: StoreError.self) { try writer.commit(comment, by: bob) }?.isPoison == true)
      #expect(throws: StoreError.self) { try take(incidentJSON("2"), into: writer) }
      #expect(try writer.entries(after: 0).isEmpty == false)
    }
  }

  @Test func `where not even a marker can be left, a lock stands for it`() throws {
    let store = try makeStore()
    let files = FailingFileSystem()
    var failing: FileStore? = try FileStore(at: scratch.store, options: .test, files: files)
    files.failure.withLock { $0 = .flushAndCreate }
    #expect(throws: StoreError.self) { try failing?.commit(comment, by: alice) }
    failing = nil
    #expect(contents(of: scratch.store + "/POISONED").isEmpty)
    #expect(
      #expect(throws: StoreError.self) { try store.commit(comment, by: bob) }?.isPoison == true)
  }

  @Test func `what did not fit on the disk is not saved, and the next line is`() throws {
    _ = try makeStore()
    let files = FailingFileSystem()
    let store = try FileStore(at: scratch.store, options: .test, files: files)
    files.failure.withLock { $0 = .halfWrite }
    let error = #expect(throws: StoreError.self) { try store.commit(comment, by: alice) }
    #expect(error?.errno == ENOSPC)
    files.failure.withLock { $0 = nil }
    #expect(try store.commit(comment, by: alice).entry?.seq == 2)
    #expect(try store.verify().torn == 1)
  }

  @Test func `a comment that does not fit in a line is refused`() throws {
    let store = try makeStore()
    let long = Proposal(.commented(text: String(repeating: "é", count: 50_000)), on: [id("1")])
    let error = #expect(throws: StoreError.self) { try store.commit(long, by: alice) }
    guard case .tooLarge = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `an incident with very many long responses still fits in its line`() throws {
    let store = try makeStore()
    var facts = ServiceFacts()
    facts.responses = (0..<250).map {
      ResponseFacts(
        id: "task-\($0)", title: String(repeating: "語", count: 100), action: .text,
        target: String(repeating: "é", count: 60), status: .open, performer: .you, createdAt: nil)
    }
    let bytes = Array(incidentJSON("7").utf8)
    let document = NewDocument(
      id: id("7"), bytes: bytes, digest: documentDigest(bytes), base: nil, facts: facts)
    try store.put([document])
    #expect(try store.observe([document], by: alice).entries.count == 1)
    #expect(try store.verify().state == .sound)
    #expect(try store.entries(after: 1).count == 1)
  }

  @Test func `who may not replace another's note of an import leaves one of their own`() throws {
    _ = try makeStore()
    let files = FailingFileSystem()
    let store = try FileStore(at: scratch.store, options: .test, files: files)
    files.failure.withLock { $0 = .sticky }
    let later = ImportStamp(
      at: Timestamp(milliseconds: noon.milliseconds + 1), by: bob, sources: ["-"])
    try store.noteImport(later)
    #expect(try store.lastImport() == later)
    files.failure.withLock { $0 = nil }
    let latest = ImportStamp(
      at: Timestamp(milliseconds: noon.milliseconds + 2), by: alice, sources: ["a", "b"])
    try store.noteImport(latest)
    #expect(try store.lastImport() == latest)
  }

  @Test func `superseded documents go after a day, current ones stay`() throws {
    let store = try makeStore()
    let old = try #require(try store.document(of: id("1"))).digest
    try take(incidentJSON("1", title: "New", updated: "2026-11-23T11:00:00Z"), into: store)
    let layout = StoreLayout(root: scratch.store)
    let path = layout.document(of: id("1"), digest: old)
    #expect(!contents(of: path).isEmpty)
    let current = try #require(try store.document(of: id("1"))).digest
    let day: Int64 = 25 * 3600
    var times = [timespec](
      repeating: timespec(tv_sec: Int(noon.milliseconds / 1000 - day), tv_nsec: 0), count: 2)
    for digest in [old, current] {
      utimensat(AT_FDCWD, layout.document(of: id("1"), digest: digest), &times, 0)
    }
    // Another incident of the same shard is what brings the next import there.
    try take(incidentJSON("001"), into: store)
    try take(incidentJSON("1", updated: "2026-11-23T10:00:00Z"), into: store)
    #expect(contents(of: path).isEmpty)
    #expect(try store.document(of: id("1"))?.digest == current)
  }

  @Test func `a file a crash left under a document's name is replaced`() throws {
    let store = try makeStore()
    let bytes = Array(incidentJSON("11").utf8)
    let document = NewDocument(
      id: id("11"), bytes: bytes, digest: documentDigest(bytes), base: nil,
      facts: ServiceFacts(Incident(id: id("11"))))
    try store.put([document])
    let path = StoreLayout(root: scratch.store).document(of: id("11"), digest: document.digest)
    overwrite(path, with: [])
    try store.put([document])
    #expect(contents(of: path) == bytes)
  }

  @Test func `a call that is interrupted is made again, but not for ever`() throws {
    var times = 0
    let result = try call("open", "/here") {
      times += 1
      errno = EINTR
      return times < 20 ? -1 : 7
    }
    #expect(result == 7)
    #expect(throws: StoreError.system(call: "open", path: "/here", errno: EINTR)) {
      try call("open", "/here") {
        errno = EINTR
        return -1
      }
    }
  }
}

extension JournalChain {
  /// The last hash of a store's journal.
  static func at(_ store: FileStore) -> LineHash {
    store.state.withLock { $0.journal.chain.head }
  }
}
