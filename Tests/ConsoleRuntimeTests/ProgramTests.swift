// SPDX-License-Identifier: MIT

import Cells
import Console
import Dispatch
import Glibc
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import ConsoleRuntime

@Suite struct ProgramTests {
  let clock = FixedClock()
  let display = HeadlessDisplay()
  let loaded = HeadlessDisplay.Step.until("A user opened a lure")

  private func store(_ incidents: [SampleIncident] = SampleIncident.queue) -> MemoryStore {
    MemoryStore(holding: incidents, clock: clock)
  }

  private func program(on store: any Store) -> Program {
    let clock = clock
    let environment = Environment(
      store: store, author: Story.author("alice"), now: { clock.now },
      techniqueName: { $0 == "T1566.001" ? "Spearphishing Attachment" : nil },
      sentence: { "\($0)" })
    return Program(environment: environment, display: display, title: "soc")
  }

  /// A program that keeps drafts in a list, and finds some.
  private func program(
    keeping kept: DraftLog, finding found: [Draft: String] = [:]
  ) -> Program {
    let clock = clock
    var environment = Environment(
      store: store(), author: Story.author("alice"), now: { clock.now },
      techniqueName: { _ in nil }, sentence: { "\($0)" })
    environment.keepDrafts = { kept.keep($0) }
    environment.adoptDrafts = { found }
    environment.edit = { text in
      kept.keep([:])
      return .text(text + " edited")
    }
    return Program(environment: environment, display: display, title: "soc")
  }

  @Test func `what is typed is kept within seconds, without another key`() throws {
    let kept = DraftLog()
    display.play(
      loaded, .keys("c h i"), .timeout, .timeout, .look { kept.wait() },
      .events([.leave(128 + SIGTERM)]))
    _ = program(keeping: kept).run()
    let id = try #require(IncidentID("2972395"))
    #expect(kept.all.first == [.comment(id): "hi"])
  }

  @Test func `over a busy link keys go on, and the newest screen is the next one shown`() {
    let display = display
    var frames = 0
    display.play(
      loaded,
      .look {
        frames = display.frames.count
        display.isBusy = true
      },
      .keys("j"), .keys("j"), .keys("k"),
      .look {
        #expect(display.frames.count == frames)
        display.isBusy = false
      },
      .timeout,
      .look { #expect(display.frames.count == frames + 1) },
      .keys("q"))
    let program = program(on: store())
    _ = program.run()
    #expect(program.state.queuePane.place == 1)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `a signal keeps what was typed in the same breath`(signal: Int32) throws {
    let kept = DraftLog()
    display.play(loaded, .keys("c h"), .events([.leave(128 + signal)]))
    #expect(program(keeping: kept).run() == 128 + signal)
    let id = try #require(IncidentID("2972395"))
    #expect(kept.all.last == [.comment(id): "h"])
  }

  @Test func `a comment recorded on the way out leaves no draft`() {
    let kept = DraftLog()
    display.play(loaded, .keys("c h Enter q"))
    #expect(program(keeping: kept).run() == 0)
    #expect(kept.all.last == [:])
  }

  @Test func `drafts that are found are offered`() throws {
    let id = try #require(IncidentID("2972395"))
    display.play(.until("c continues it"), .keys("c"), .look {}, .keys("Esc q"))
    let program = program(keeping: DraftLog(), finding: [.comment(id): "half"])
    #expect(program.run() == 0)
    #expect(display.frames.contains { $0.description.contains("│ half ") })
  }

  @Test func `the editor gets the terminal, and everything typed is kept before`() throws {
    let kept = DraftLog()
    display.play(loaded, .keys("c h Ctrl-X Ctrl-E"), .until("h edited"), .keys("Esc q"))
    #expect(program(keeping: kept).run() == 0)
    #expect(display.loans == 1)
    let id = try #require(IncidentID("2972395"))
    #expect(kept.all.first == [.comment(id): "h"])
  }

  private func kinds(_ store: any Store) -> [String] {
    ((try? store.entries(after: 0)) ?? []).filter { !$0.event.isObservation }.map(\.event.kind)
  }

  @Test func `the first frame is there before the store was read`() {
    display.play(.until("Multi-stage incident"), .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(display.frames.first?.description.contains("Reading the store.") == true)
  }

  @Test func `a hundred keys in one piece are one frame`() {
    let many = (100..<250).map {
      SampleIncident(id: "\($0)", title: "Case \($0)", severity: "low", status: "active")
    }
    var before = 0
    var after = 0
    display.play(
      .until("Case 100"), .until("nothing is asked"), .look { before = display.frames.count },
      .keys(Array(repeating: "j", count: 100).joined(separator: " ")),
      .look { after = display.frames.count }, .until("101/150"), .keys("q"))
    let program = program(on: store(many))
    #expect(program.run() == 0)
    #expect(after == before + 1)
    #expect(program.state.selectedID?.text == "200")
  }

  @Test func `the panes beside the queue follow when the keys pause`() {
    var walking = ""
    display.play(
      loaded, .keys("j"), .look { walking = display.screen },
      .until("2 Summary · 2972410"), .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(walking.contains("2/"))
    #expect(walking.contains("A user opened a lure"))
    #expect(!walking.contains("2 Summary · 2972410"))
  }

  @Test func `any key that does not walk brings the panes up at once`() {
    var screens: [String] = []
    display.play(
      loaded, .keys("j"), .keys("3"), .look { screens.append(display.screen) }, .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(screens.first?.contains("2 Summary · 2972410") == true)
  }

  @Test func `what fails after the person left is not kept from them`() {
    let store = ObstructedStore(store()) { () throws(StoreError) in
      throw .readOnly(reason: "the disk is full")
    }
    display.play(loaded, .keys("a q"))
    let program = program(on: store)
    #expect(program.run() == 0)
    #expect(program.unsaid.count == 1)
    #expect(program.unsaid.first?.contains("the disk is full") == true)
  }

  @Test func `what is recorded is on the disk before it is shown as saved`() {
    let store = store()
    display.play(loaded, .keys("a"), .until("2972395 acknowledged · u"), .keys("q"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store) == ["acknowledged"])
  }

  @Test func `leaving at a signal finishes what was begun`() {
    let store = store()
    display.play(
      loaded,
      .events([
        .input(.key(.character("a")), at: 5000), .leave(143), .input(.key(.character("u")), at: 1),
      ]))
    #expect(program(on: store).run() == 143)
    #expect(kinds(store) == ["acknowledged"])
  }

  @Test func `leaving with q finishes what was begun, and takes no key after it`() {
    let store = store()
    display.play(loaded, .keys("a q u"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store) == ["acknowledged"])
  }

  @Test func `a slow store keeps no key waiting`() {
    let gate = DispatchSemaphore(value: 0)
    let store = ObstructedStore(store()) { () throws(StoreError) in gate.wait() }
    display.play(
      loaded, .keys("a"), .keys("j j"), .until("3/5"),
      .look {
        #expect(!display.screen.contains("Saved"))
        #expect(kinds(store).isEmpty)
        gate.signal()
      },
      .until("2972395 acknowledged · u"), .keys("q"))
    #expect(program(on: store).run() == 0)
  }

  @Test func `a store that fails says so, and the console goes on`() {
    let store = ObstructedStore(store()) { () throws(StoreError) in
      throw .busy(holder: "bob")
    }
    display.play(loaded, .keys("a"), .until("Not recorded."), .keys("j"), .until("2/5"), .keys("q"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store).isEmpty)
  }

  @Test func `keys faster than the disk are no conflict with oneself`() {
    let store = store()
    display.play(
      loaded, .keys("3 i f n o Enter"), .until("marked failed Isolate device"), .keys("q"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store) == ["response.started", "response.failed"])
  }

  @Test func `the terminal is given back and painted anew`() {
    display.play(loaded, .keys("Ctrl-Z"), .keys("Ctrl-L"), .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(display.suspensions == 1 && display.redraws == 1)
  }

  @Test func `an idle console paints once a minute and not in between`() {
    var counts: [Int] = []
    let count = HeadlessDisplay.Step.look { counts.append(display.frames.count) }
    let minute = HeadlessDisplay.Step.look { clock.advance(minutes: 1) }
    display.play(
      loaded, count, .timeout, .timeout, count, minute, .timeout, count, .timeout, .timeout,
      count, minute, .timeout, .timeout, count, .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(counts.map { $0 - counts[0] } == [0, 0, 1, 1, 2])
    #expect(display.screen.contains("08:43Z"))
  }

  @Test func `another analyst's change shows with the next minute`() {
    let store = store()
    display.play(
      loaded,
      .look {
        _ = try? store.commit(Proposal(.acknowledged, on: [sample]), by: Story.author("bob"))
        clock.advance(minutes: 1)
      },
      .timeout, .until("acknowledged by bob"), .keys("q"))
    #expect(program(on: store).run() == 0)
  }

  @Test(arguments: ["[A", "OA", "[1;5B", "[[A", "[3~", "OR"])
  func `a torn arrow key is swallowed whole`(rest: String) {
    let store = store()
    let keys = rest.unicodeScalars.enumerated().map { place, scalar in
      Arrived.input(.key(.character(scalar)), at: 10_060 + Int64(place))
    }
    display.play(
      loaded, .events([.input(.key(.escape), at: 10_000)]), .events(keys), .keys("q"))
    let program = program(on: store)
    #expect(program.run() == 0)
    #expect(program.state.selectedID == sample && program.state.notice == nil)
    #expect(program.state.overlay == nil && kinds(store).isEmpty)
  }

  @Test func `a paste over the queue does nothing`() {
    let store = store()
    display.play(
      loaded, .events([.input(.paste("aq\rdy"), at: 9000)]), .until("Paste ignored"), .keys("q"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store).isEmpty)
  }

  @Test func `a question takes no answer typed with the key that asked it`() {
    let store = store()
    display.play(
      loaded, .keys("3 x y"), .until("y record it"), .keys("y"), .until("Saved"), .keys("q"))
    #expect(program(on: store).run() == 0)
    #expect(kinds(store) == ["response.completed"])
  }

  @Test func `copying tells what was copied, and notices of the terminal are shown`() {
    display.notices = ["The locale is not UTF-8."]
    display.play(
      .until("The locale is not UTF-8."), loaded, .keys("y i"), .until("Sent the id"), .keys("q")
    )
    #expect(program(on: store()).run() == 0)
    #expect(display.clipboard == ["2972395"])
  }

  @Test func `techniques have their names`() {
    display.play(loaded, .keys("Enter"), .until("T1566.001 Spearphishing Attachment"), .keys("q q"))
    #expect(program(on: store()).run() == 0)
  }

  @Test func `a resize is drawn for`() {
    display.play(
      loaded, .events([.input(.resized(Size(rows: 40, columns: 140)), at: 9000)]), .keys("q"))
    #expect(program(on: store()).run() == 0)
    #expect(display.frames.last?.size == Size(rows: 40, columns: 140))
  }
}
