// SPDX-License-Identifier: MIT

import Console
import ConsoleRuntime
import Glibc
import IncidentStore
import Incidents
import TestSupport
import Testing

/// When a console makes the index: never at its end.
@Suite struct IndexingTests {
  private let clock = FixedClock()
  private let display = HeadlessDisplay()
  private let directory = Directory()
  private let loaded = HeadlessDisplay.Step.until("A user opened a lure")

  private var options: StoreOptions {
    let clock = clock
    var options = StoreOptions { clock.now }
    options.cacheDirectory = directory.path + "/cache"
    options.indexTail = (lines: 3, bytes: 1 << 20)
    return options
  }

  private func run() throws {
    let clock = clock
    let environment = Environment(
      store: try FileStore.open(at: directory.store, options: options),
      author: Story.author("alice"), now: { clock.now }, techniqueName: { _ in nil },
      sentence: { "\($0)" })
    #expect(Program(environment: environment, display: display, title: "soc").run() == 0)
  }

  /// How many lines the index holds.
  private func indexed() -> Int {
    let store = try? FileStore.open(at: directory.store, options: options)
    return (try? store?.snapshot().archivedSeq) ?? 0
  }

  private func waitForIndex(of lines: Int) {
    for _ in 0..<3000 where indexed() < lines { usleep(10_000) }
  }

  @Test func `what an ending console leaves behind is indexed by the next start`() throws {
    let store = try FileStore.create(at: directory.store, options: options).store
    store.take(SampleIncident.queue, clock: clock)
    let first = store.head.seq
    func comment() {
      for number in 1...5 {
        _ = try? store.commit(
          Proposal(.commented(text: "late \(number)"), on: [sample]), by: Story.author("bob"))
      }
    }
    display.play(
      loaded, .look { waitForIndex(of: first) }, .look { comment() }, .until("bob: "), .keys("q"))
    try run()
    #expect(indexed() >= first)
    display.play(loaded, .look { waitForIndex(of: first + 5) }, .keys("q"))
    try run()
    #expect(indexed() == first + 5)
  }
}
