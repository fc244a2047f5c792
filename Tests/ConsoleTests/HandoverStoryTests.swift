// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct HandoverStoryTests {
  private let story = Story()

  private func signed() throws -> [SignedHandover] {
    try story.store.snapshot().signedHandovers
  }

  private func sign(_ story: Story) {
    story.press("g h s l").press("Tab").type("quiet night").press(.control("s"))
  }

  @Test func `the board names your move, and what has no next step`() {
    story.press("g h")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ Handover ─────────────────────────────────────────────────────────────── 1/5 ─
         Since 00:41Z · 4 incidents · 4 without a next step
         Data <1m old · never signed
          Sev  Incident                        Next step                Due     Left
         To hand over
        ▌ HIGH 2972395 Multi-stage incident i… no next step             —       −0:51
          ???? 2972410 details not received    no next step             —       −0:51
          MED  2972401 Suspicious inbox forwa… no next step             —       0:39
          LOW  2972377 Unusual sign-in from t… no next step             —       6:39
         Also open
          MED  2972388 Password spray against… nothing asked · 42m



        ─ Details ──────────────────────────────────────────────────────────────────────
          Multi-stage incident involving Initial access on FIN-SRV-04
          Move      Defender Experts await your action, 2 responses to do
          Owner     nobody
          Last      nobody did anything
          Next      no next step is written down
          Ack by    2026-11-23 07:50Z, overdue

         s sign   e note   v view   1 queue   2 summary     : command   ? help   q quit
        """#)
  }

  @Test func `signing asks, says what has no next step, and signs what is shown`() throws {
    story.press("g h s")
    #expect(story.screen.contains("no next step: 2972395, 2972410, 2972401"))
    story.press(.control("s"))
    #expect(try signed().isEmpty)
    story.press("l").press("Tab").type("quiet night").press(.control("s"))
    let handover = try #require(try signed().first)
    #expect(handover.lines.count == 4)
    #expect(handover.unworked.count == 4)
    #expect(handover.comment == "quiet night")
    #expect(handover.signer.name == "alice")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ Handover ─────────────────────────────────────────────────────────────── 5/9 ─
         Since 08:41Z · 4 incidents · 4 without a next step
         Data <1m old · last signed 08:41Z by alice at line 6: quiet night
          Sev  Incident                        Next step                Due     Left
         Signed by you, not acknowledged yet
          LOW  2972377 Unusual sign-in from t… by alice                 <1m
          HIGH 2972395 Multi-stage incident i… by alice                 <1m
          MED  2972401 Suspicious inbox forwa… by alice                 <1m
          ???? 2972410 details not received    by alice                 <1m
         To hand over
        ▌ HIGH 2972395 Multi-stage incident i… no next step             —       −0:51
          ???? 2972410 details not received    no next step             —       −0:51
          MED  2972401 Suspicious inbox forwa… no next step             —       0:39
          LOW  2972377 Unusual sign-in from t… no next step             —       6:39
        ─ Details ──────────────────────────────────────────────────────────────────────
          Multi-stage incident involving Initial access on FIN-SRV-04
          Move      Defender Experts await your action, 2 responses to do
          Owner     nobody
          Last      nobody did anything
          Next      no next step is written down
          Ack by    2026-11-23 07:50Z, overdue
         Saved #7: signed handover 20261123T0841Z-7-0iciga3: 4 lines, without a … ! all
         s sign   e note   v view   1 queue   2 summary     : command   ? help   q quit
        """#)
  }

  @Test func `a colleague acknowledges a line, then all; the signer cannot`() throws {
    sign(story)
    story.press("g g a")
    #expect(try signed().first?.pending.count == 4)
    let bob = story.colleague("bob")
    bob.press("g h")
    #expect(bob.screen.contains("To acknowledge"))
    bob.press("g g a")
    #expect(try signed().first?.pending.count == 3)
    bob.press("L")
    #expect(try signed().first?.pending.isEmpty == true)
    #expect(!bob.screen.contains("To acknowledge"))
    #expect(try signed().first?.lines.compactMap(\.acknowledgement?.by.name).count == 4)
  }

  @Test func `a signature others acknowledged cannot be taken back, and it says who did`() throws {
    sign(story)
    story.colleague("bob").press("g h g g a")
    story.press("u")
    #expect(try signed().count == 1)
    story.expect(screenContains: "bob acknowledged 2972377 of it")
  }

  @Test func `the board's times are local where times are`() {
    let zone = LocalZone([LocalZone.Stretch(from: Timestamp(milliseconds: 0), minutes: 60)])
    let story = Story().set { $0.zone = zone }
    story.press(":").type("utc").press("Enter").press("g h")
    story.expect(screenContains: "Since 01:41 ", "Ack by    2026-11-23 08:50, overdue")
  }

  @Test func `the next day shows what was never picked up`() {
    sign(story)
    story.clock.advance(minutes: PendingPickup.patience / 60_000)
    story.tell(.ticked(story.clock.now))
    #expect(story.screen.contains("Never picked up"))
  }

  @Test func `a next step is written from the board, and the line is worked then`() throws {
    story.press("g h e").press("Tab").type("call site IT").press(.control("s"))
    #expect(story.screen.contains("3 without a next step"))
    #expect(story.state.board?.kind == .handover)
  }

  @Test func `news that pour in while it is worked out ask for it once more, not each`() {
    story.press("g h")
    story.holdsEffects = true
    for title in ["one", "two", "three"] {
      story.arrives(
        SampleIncident(
          id: "5\(title)", title: title, severity: "low", status: "active"))
    }
    #expect(story.held.filter { $0 == .figures(.handover) }.count == 1)
    story.perform()
    #expect(story.held.filter { $0 == .figures(.handover) }.count == 1)
    story.perform()
    #expect(story.held.filter { $0 == .figures(.handover) }.isEmpty)
  }
}
