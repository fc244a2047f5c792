// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// That whatever changes a store is told, with and without inotify.
@Suite struct WatcherTests {
  private let scratch = Scratch()

  private func options(polling: Bool = false) -> StoreOptions {
    var options = StoreOptions.test
    options.watchesByPolling = polling
    return options
  }

  private func makeStore() throws {
    try take(
      incidentJSON("1"), into: FileStore.create(at: scratch.store, options: .test).store)
  }

  /// Watches a store that was just opened, as a console does.
  private func watch(polling: Bool) throws -> (FileStore, Watch) {
    let store = try FileStore.open(at: scratch.store, options: options(polling: polling))
    let watch = Watch(try #require(store.watcher()))
    #expect(watch.calls(moreThan: 0))
    return (store, watch)
  }

  @Test(arguments: [false, true])
  func `a line somebody appends is told`(polling: Bool) throws {
    try makeStore()
    let (store, watch) = try watch(polling: polling)
    defer { watch.stop() }
    let other = try FileStore.open(at: scratch.store, options: .test)
    for number in 0..<3 {
      let count = watch.count
      _ = try other.commit(Proposal(.commented(text: "\(number)"), on: [id("1")]), by: bob)
      #expect(watch.calls(moreThan: count))
      #expect(try store.entries(after: 1).count == number + 1)
    }
  }

  @Test(arguments: [false, true])
  func `a line in a segment that was just begun is told`(polling: Bool) throws {
    try makeStore()
    let (store, watch) = try watch(polling: polling)
    defer { watch.stop() }
    var options = options()
    options.segmentLimit = 1
    let other = try FileStore.open(at: scratch.store, options: options)
    for number in 0..<3 {
      let count = watch.count
      _ = try other.commit(Proposal(.commented(text: "\(number)"), on: [id("1")]), by: bob)
      #expect(watch.calls(moreThan: count))
      #expect(try store.entries(after: 1).count == number + 1)
    }
    #expect(try PosixFileSystem().names(in: scratch.store + "/journal").count == 4)
  }

  @Test(arguments: [false, true])
  func `an import that changes nothing is told`(polling: Bool) throws {
    try makeStore()
    let (store, watch) = try watch(polling: polling)
    defer { watch.stop() }
    let count = watch.count
    let other = try FileStore.open(at: scratch.store, options: .test)
    try other.noteImport(ImportStamp(at: noon, by: bob, sources: ["again"]))
    #expect(watch.calls(moreThan: count))
    #expect(try store.lastImport()?.sources == ["again"])
  }

  @Test(arguments: [false, true])
  func `a store that is removed is told, and can only be read`(polling: Bool) throws {
    try makeStore()
    let (store, watch) = try watch(polling: polling)
    defer { watch.stop() }
    #expect(rename(scratch.store, scratch.path + "/elsewhere") == 0)
    #expect(
      watch.holds {
        _ = try? store.entries(after: 1); return store.readOnlyReason != nil
      })
    #expect(store.readOnlyReason?.contains("removed or replaced") == true)
    #expect(throws: StoreError.self) {
      try store.commit(Proposal(.commented(text: "lost"), on: [id("1")]), by: bob)
    }
  }

  @Test func `nothing is written to a store that was put in the place of another`() throws {
    try makeStore()
    let store = try FileStore.open(at: scratch.store, options: .test)
    let aside = scratch.path + "/aside"
    #expect(rename(scratch.store, aside) == 0)
    try makeStore()
    #expect(throws: StoreError.self) {
      try store.commit(Proposal(.commented(text: "lost"), on: [id("1")]), by: bob)
    }
    #expect(store.readOnlyReason?.contains("removed or replaced") == true)
    for place in [aside, scratch.store] {
      #expect(try FileStore.open(at: place, options: .test).entries(after: 1).isEmpty)
    }
  }

  @Test func `nothing happening is no reason to wake up`() throws {
    try makeStore()
    let hints = ScriptedHints(arms: [true], [])
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(hints.waits == [nil] && watch.count == 1)
  }

  @Test func `lost hints are made good by looking, and by arming anew`() throws {
    try makeStore()
    let hints = ScriptedHints(arms: [true, true], [.hint(.lost)])
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(hints.armed == 2 && watch.count == 2)
    #expect(hints.waits == [nil, nil])
  }

  @Test func `hints that are lost while others are gathered are lost all the same`() throws {
    try makeStore()
    let hints = ScriptedHints(arms: [true, true], [.hint(.changed), .hint(.lost)])
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(hints.armed == 2 && watch.count == 2)
  }

  @Test func `what happens together is told together`() throws {
    try makeStore()
    let hints = ScriptedHints(
      arms: [true], [.hint(.changed), .hint(.changed), .hint(.changed), .hint(.nothing)])
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(watch.count == 3 && hints.armed == 1)
  }

  @Test func `without hints the store is looked at each second, and told only if it changed`()
    throws
  {
    try makeStore()
    let other = try FileStore.open(at: scratch.store, options: .test)
    let hints = ScriptedHints(
      arms: [],
      [
        .hint(.nothing), .hint(.nothing),
        .act {
          _ = try? other.commit(Proposal(.commented(text: "new"), on: [id("1")]), by: bob)
        }, .hint(.nothing), .hint(.nothing),
      ])
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(watch.count == 2)
    #expect(hints.waits == [Int32?](repeating: StoreWatcher.interval, count: 5))
  }

  @Test func `hints that could not be had are tried again after a while`() throws {
    try makeStore()
    let steps = [ScriptedHints.Step](repeating: .hint(.nothing), count: StoreWatcher.retry)
    let hints = ScriptedHints(arms: [false, true], steps)
    let watch = Watch(watcher(hints))
    watch.stop()
    #expect(hints.armed == 2 && hints.waits.last == .some(nil) && watch.count == 2)
  }

  @Test func `inotify says when it cannot be had`() throws {
    try makeStore()
    #expect(!InotifyHints(isAllowed: false).arm([scratch.store]))
    #expect(!InotifyHints(isAllowed: true).arm([scratch.path + "/nowhere"]))
    let hints = InotifyHints(isAllowed: true)
    #expect(hints.arm([scratch.store]) && hints.wait(milliseconds: 0) == .nothing)
    #expect(rename(scratch.store, scratch.path + "/moved") == 0)
    #expect(hints.wait(milliseconds: 20_000) == .lost)
    hints.stop()
    #expect(hints.wait(milliseconds: nil) == .stopped)
  }

  @Test func `hints the kernel had to drop are lost`() throws {
    let hints = InotifyHints(isAllowed: true)
    #expect(hints.arm([scratch.path]))
    let limit = contents(of: "/proc/sys/fs/inotify/max_queued_events", count: 20)
    let most = try #require(Int(limit.prefix { $0 != "\n" }))
    let names = ["a", "b"].map { scratch.path + "/" + $0 }
    let files = names.map { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    defer { for file in files { close(file) } }
    // Two in turn: what happens twice to one file is told once.
    for number in 0...most { _ = write(files[number % 2], "x", 1) }
    #expect(hints.wait(milliseconds: 20_000) == .lost)
    #expect(hints.wait(milliseconds: 0) == .nothing)
  }

  /// The beginning of a file of the kernel's, which has no size.
  private func contents(of path: String, count: Int) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: count)
    let length = read(file, &buffer, count)
    return String(decoding: buffer.prefix(max(0, length)), as: UTF8.self)
  }

  private func watcher(_ hints: ScriptedHints) -> StoreWatcher {
    StoreWatcher(root: scratch.store, files: PosixFileSystem(), hints: hints)
  }
}
