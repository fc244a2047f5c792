// SPDX-License-Identifier: MIT

import Cells
import Console
import Glibc
import IncidentStore
import Incidents
import Settings
import TestSupport
import Testing

@testable import ConsoleRuntime

/// That a console on a store of files shows what others do, with no key and no minute in between.
@Suite struct LiveProgramTests {
  let clock = FixedClock()
  let display = HeadlessDisplay()
  let loaded = HeadlessDisplay.Step.until("A user opened a lure")
  let directory = Directory()

  private func options(polling: Bool = false) -> StoreOptions {
    let clock = clock
    var options = StoreOptions { clock.now }
    options.watchesByPolling = polling
    return options
  }

  private func makeStore() throws -> FileStore {
    let store = try FileStore.create(at: directory.store, options: options()).store
    store.take(SampleIncident.queue, clock: clock)
    return store
  }

  private func program(polling: Bool = false, configured text: String? = nil) throws -> Program {
    let clock = clock
    var environment = Environment(
      store: try FileStore.open(at: directory.store, options: options(polling: polling)),
      author: Story.author("alice"), now: { clock.now }, techniqueName: { _ in nil },
      sentence: { "\($0)" })
    if let text {
      var reading = ConfigurationFile(path: directory.path + "/config.json5").read()
      reading.configuration = Configuration.read(SettingsFile(Array(text.utf8))).configuration
      environment.configuration = reading
    }
    return Program(environment: environment, display: display, title: "soc")
  }

  @Test(arguments: [false, true])
  func `another's action shows by itself`(polling: Bool) throws {
    let other = try makeStore()
    display.play(
      loaded,
      .look {
        _ = try? other.commit(Proposal(.acknowledged, on: [sample]), by: Story.author("bob"))
      },
      .until("2972395 · bob: acknowledged"), .until("acknowledged by bob"), .keys("q"))
    #expect(try program(polling: polling).run() == 0)
  }

  @Test func `what becomes your move calls, by the way that was asked for`() throws {
    let other = try makeStore()
    let urgent = SampleIncident(
      id: "3000000", title: "New", severity: "high", status: "awaitingAction")
    display.play(
      loaded, .look { other.take([urgent], clock: clock) }, .until("3000000"), .keys("q"))
    #expect(try program(configured: #"{notify: 'osc777'}"#).run() == 0)
    #expect(display.notifications == [.osc777])
  }

  @Test func `calls are ten seconds apart`() {
    var pace = NotificationPace()
    let times: [Int64] = [5, 6, 10_004, 10_005, 20_000, 20_005]
    #expect(times.map { pace.allows(at: $0) } == [true, false, false, true, false, true])
  }

  @Test func `a store that is ready is never read again from its beginning`() throws {
    let last = try makeStore().snapshot().seq
    let store = ObstructedStore(
      try FileStore.open(at: directory.store, options: options()), delay: 50_000)
    let clock = clock
    let environment = Environment(
      store: store, author: Story.author("alice"), now: { clock.now }, techniqueName: { _ in nil },
      sentence: { "\($0)" })
    display.play(loaded, .keys("q"))
    #expect(Program(environment: environment, display: display, title: "soc").run() == 0)
    #expect(store.asked.allSatisfy { $0 == last }, "\(store.asked)")
  }

  @Test(arguments: [false, true])
  func `another's import shows by itself`(polling: Bool) throws {
    let other = try makeStore()
    display.play(
      loaded,
      .look {
        let late = SampleIncident(
          id: "2972999", title: "Late", severity: "low", status: "awaitingAction")
        other.take([late], clock: clock)
      },
      .until("1 new · 2972999 LOW Late"), .keys("q"))
    #expect(try program(polling: polling).run() == 0)
  }

  @Test func `a store that was closed and mended is acted on again, without starting again`() throws
  {
    let other = try makeStore()
    let marker = directory.store + "/POISONED"
    let options = options()
    display.play(
      loaded, .look { close(creat(marker, 0o600)) }, .until("read-only"),
      .look {
        let mending = try? FileStore.open(at: other.place, options: options)
        _ = try? mending?.clearPoison(by: Story.author("root"))
      },
      .until("The store can be written again."), .keys("a"), .until("Saved #"), .keys("q"))
    #expect(try program().run() == 0)
    #expect(access(marker, F_OK) != 0)
    #expect(try FileStore.open(at: other.place, options: options).verify().state == .sound)
  }

  @Test func `what waits behind a dialog is counted, and shown when it is gone`() throws {
    let other = try makeStore()
    display.play(
      loaded, .keys("c"),
      .look {
        _ = try? other.commit(Proposal(.acknowledged, on: [sample]), by: Story.author("bob"))
      },
      .until("1 change waits"),
      .look { #expect(!display.screen.contains("acknowledged by bob")) },
      .keys("Esc"), .until("acknowledged by bob"), .keys("q"))
    #expect(try program().run() == 0)
  }

  @Test(arguments: [false, true])
  func `a store that is taken away can be read on, and says so`(polling: Bool) throws {
    _ = try makeStore()
    display.play(
      loaded, .look { _ = rename(directory.store, directory.path + "/gone") },
      .until("Read-only now."), .keys("a"), .until("removed or replaced"), .keys("j"),
      .until("2/5"), .keys("q"))
    let program = try program(polling: polling)
    #expect(program.run() == 0, "\(display.screen)")
    #expect(program.state.readOnlyReason != nil)
  }
}

/// A directory of its own for one test, removed with it.
final class Directory {
  let path: String
  var store: String { path + "/store" }

  init() {
    var template = Array("/tmp/tocsin-live-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { _ = try? ProgramOutput.of("rm", ["-rf", path], environment: [:]) }
}
