// SPDX-License-Identifier: MIT

import Cells
import Console
import FoundationEssentials
import IncidentStore
import Incidents
import TestSupport
import Testing

/// A console on a store on the disk, under keys, pastes and sizes drawn from a seed.
struct StoreWalk {
  let story: Story
  private var numbers: SeededNumbers

  private static let keys: [Key] =
    "jkjkjkGhl123acwtezCRoiuUxsfny?!/nNqxyS:V v*M.gjglgg lm".unicodeScalars.map { .character($0) }
    + [
      .enter, .enter, .escape, .escape, .tab, .backtab, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .control("d"), .control("u"), .control("l"), .control("c"), .control("s"),
      .control("j"), .backspace, .delete, .function(1),
    ]
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 12, columns: 60), Size(rows: 50, columns: 160),
    Size(rows: 11, columns: 60), Size(rows: 1, columns: 1),
  ]

  init(on store: any Store, seed: UInt64) {
    story = Story(on: store, clock: FixedClock())
    story.pace = 400
    numbers = SeededNumbers(seed: seed)
  }

  mutating func step() {
    switch Int.random(in: 0..<200, using: &numbers) {
    case 0: story.tell(.resized(Self.sizes.randomElement(using: &numbers) ?? story.state.size))
    case 1: story.paste("y\ny\u{1B}[A:quit\n")
    case 2: story.refresh()
    default: story.press(Self.keys.randomElement(using: &numbers) ?? .enter)
    }
  }
}

@Suite struct RandomStoreTests {
  private static func scratch() -> String {
    "/tmp/tocsin-walk-\(UInt64.random(in: 0...UInt64.max))"
  }

  /// Every file under a directory, with its bytes.
  private static func contents(of path: String) throws -> [String: Data] {
    let files = FileManager.default
    var found: [String: Data] = [:]
    for name in try files.subpathsOfDirectory(atPath: path) {
      found[name] = files.contents(atPath: path + "/" + name) ?? Data()
    }
    return found
  }

  private static func makeStore(at path: String) throws {
    let store = try FileStore.create(at: path, options: StoreOptions { FixedClock().now }).store
    store.take(SampleIncident.queue, clock: FixedClock())
    let alice = Story.author("alice")
    _ = try store.commit(
      Proposal(
        .acknowledged, on: SampleIncident.queue.prefix(3).compactMap { IncidentID($0.id) }),
      by: alice)
  }

  @Test func `ten thousand keys on a store that is only read change no byte of it`() throws {
    let path = Self.scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.makeStore(at: path)
    let before = try Self.contents(of: path)
    #expect(before.count > 5)
    var options = StoreOptions { FixedClock().now }
    options.isReadOnly = true
    let store = try FileStore.open(at: path, options: options)
    var walk = StoreWalk(on: store, seed: 20_261_124)
    for step in 0..<10_000 {
      walk.step()
      if step % 500 == 0 { #expect(!walk.story.screen.isEmpty) }
    }
    #expect(try Self.contents(of: path) == before)
    #expect(
      walk.story.state.notices.contains { $0.text.contains(": \(store.readOnlyReason ?? "?")") })
  }

  @Test func `after thousands of keys the journal verifies, and says what the screen says`() throws
  {
    let path = Self.scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.makeStore(at: path)
    let store = try FileStore.open(at: path, options: StoreOptions { FixedClock().now })
    var walk = StoreWalk(on: store, seed: 7)
    for step in 0..<3_000 {
      walk.step()
      let state = walk.story.state
      let isValid =
        state.queuePane.selection.map(state.queuePane.shown.contains)
        ?? state.queuePane.shown.isEmpty
      guard isValid else {
        Issue.record("step \(step): the selection is not shown")
        return
      }
    }
    let verification = try store.verify()
    #expect(verification.state == .sound)
    let folded = try store.entries(after: 0).reduce(into: CaseBook()) { $0.apply($1) }
    #expect(walk.story.refresh().state.book == folded)
    #expect(folded.actions.count > 10)
  }
}
