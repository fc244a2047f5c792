// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct EscalationStoryTests {
  private var run: EscalationRun? {
    get throws { try story.store.snapshot().escalations.first }
  }
  private let story: Story

  /// The small queue, in which data was encrypted, too.
  init() {
    var ransomware = SampleIncident.ransomware
    ransomware.alerts[0].techniques.append("T1486")
    story = Story([ransomware] + SampleIncident.queue.dropFirst())
  }

  private func begin() {
    story.press("g e j j j b").type("Files are encrypted").press(.control("s"))
  }

  @Test func `before a run the board shows the questions and what the data suggests`() {
    story.press("g e")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ Escalation ───────────────────────────────────────────────────────────── 1/4 ─
         Provider Example IR  phone +49 30 555 0100  contract IR-2026-7
         Defender Experts is not incident response. No run is open. b begins one.
             What                                             Answer             Took
         The questions
        ▌ ·  Has a major incident happened?
          ·  Own provider?
          ·  Go to the hub
         May be an emergency, says the data
          ?  2972395 Multi-stage incident involving Initial … ransomware




        ─ Details ──────────────────────────────────────────────────────────────────────
          Has a major incident happened?
          Answers   Yes · No, or not yet
          The experts do no recovery.
          Write down  who decided it



         b begin   1 queue   2 summary   3 responses        : command   ? help   q quit
        """#)
  }

  @Test func `a run is begun for the suggested incident, answered, and leads on`() throws {
    begin()
    let begun = try #require(try run)
    #expect(begun.reason == "Files are encrypted")
    #expect(begun.incidents.map(\.text) == ["2972395"])
    story.press("g g a l").press("Tab").type("the CISO").press(.control("s"))
    let legs = try #require(try run).legs(.sample)
    #expect(legs.map(\.step.id) == ["major", "provider"])
    #expect(legs.first?.title == "Yes")
    #expect(legs.first?.note?.text == "the CISO")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ Escalation ───────────────────────────────────────────────────────────── 2/2 ─
         Provider Example IR  phone +49 30 555 0100  contract IR-2026-7
         Begun <1m ago by alice  2972395  Files are encrypted
             What                                             Answer             Took
         Steps
          ▣  Has a major incident happened?                   Yes                <1m
        ▌ ▢  Own provider?                                    to be answered     <1m







        ─ Details ──────────────────────────────────────────────────────────────────────
          Own provider?
          Answers   Yes · No




         Saved #8: escalation Files are encrypted: answer to major yes, note on … ! all
         a answer   b begin   p call   o question           : command   ? help   q quit
        """#)
  }

  @Test func `another answer drops the note on the first, unless it gets its own`() throws {
    begin()
    story.press("g g a l").press("Tab").type("the CISO").press(.control("s"))
    func leg() throws -> EscalationRun.Leg? { try run?.legs(.sample).first }
    func typed() -> String? {
      if case .record(let form) = story.state.overlay { form.texts.last?.text } else { nil }
    }
    story.press("g g a l")
    #expect(typed() == "")
    story.press("l")
    #expect(typed() == "the CISO")
    story.press("l").press(.control("s"))
    #expect(try leg()?.title == "No, or not yet")
    #expect(try leg()?.note == nil)
    story.press("g g a l").press("Tab").type("the CTO").press(.control("s"))
    #expect(try leg()?.title == "Yes")
    #expect(try leg()?.note?.text == "the CTO")
  }

  @Test func `calls and questions are written down, and an outcome closes the run`() throws {
    begin()
    story.press("p").type("Site IT, +49 30 1, pulls the cable").press(.control("s"))
    story.press("o").type("Is the backup clean?").press(.control("s"))
    #expect(try run?.calls.map(\.text) == ["Site IT, +49 30 1, pulls the cable"])
    #expect(try run?.questions.map(\.by) == ["alice"])
    #expect(story.screen.contains("Open questions"))
    story.press("x l").press(.control("s"))
    #expect(try run?.isOpen == false)
    #expect(story.screen.contains("Other runs"))
    #expect(story.screen.contains("No run is open."))
  }

  @Test func `X begins one for the marked incidents`() throws {
    story.press("Space j Space X").type("two at once").press(.control("s"))
    #expect(try run?.incidents.map(\.text) == ["2972395", "2972401"])
    #expect(story.state.board?.kind == .escalation)
  }

  @Test func `y copies the link of a step, the provider's phone, or the packet's command`() {
    story.press("g e j y")
    #expect(story.clipboard == ["+49 30 555 0100"])
    story.press("j y")
    #expect(story.clipboard.last == "https://hub.example/home")
  }

  @Test func `elapsed time goes on by the minute`() {
    begin()
    #expect(story.screen.contains("Begun <1m ago"))
    story.clock.advance(minutes: 5)
    story.tell(.ticked(story.clock.now))
    #expect(story.screen.contains("Begun 5m ago"))
  }

  @Test func `read-only the guide and the provider can be read, and nothing is recorded`() throws {
    story.set { $0.readOnlyReason = "It is mounted read-only." }
    story.press("g e")
    #expect(story.screen.contains("+49 30 555 0100"))
    story.press("b").type("x").press(.control("s"))
    #expect(try run == nil)
    let possible = Registry.escalationActions.filter {
      $0.scope.covers(.board(.escalation)) && $0.disabled(story.state) == nil
    }
    #expect(possible.map(\.id) == ["view.escalation"])
  }
}
