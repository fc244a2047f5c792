// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

/// What lies over the panes, as an analyst sees it.
@Suite struct DialogScreenTests {
  @Test func `a question`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("3 x")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ╭ Mark done ───────────────────────────────────────────────────────────────╮
          │ This records that FIN-SRV-04 (id                                         │
          │ 160cf11f77b65a155cd7a7194ba11a92e3729de8) has been isolated. tocsin does │
          │ not isolate it.                                                          │
          │ Response  Isolate device FIN-SRV-04                                      │
          │ Incident  2972395 HIGH Multi-stage incident involving Initial access on… │
          │ Undo      To undo the effect: release the device from isolation. u takes │
          │           back the record.                                               │
          │                                                                          │
          │ y record it     Esc cancel                                               │
          ╰──────────────────────────────────────────────────────────────────────────╯

            Action    Isolate device. Cuts the device off the network; it keeps its …


        """#)
  }

  @Test func `a question that wants the target, on the smallest screen`() {
    let story = Story([.mail], size: Size(rows: 12, columns: 60)).press("3 x").type("f0a")
    story.expect(
      screen: #"""
         tocsin · soc    1 your move · 1 open  data <1m old · alice
         ╭ Mark done ─────────────────────────────────────────────╮
         │ This records that the message with id AAMkAD-77f0a1c2  │
         │ has been deleted for good. tocsin does not delete it.  │
         │ Response  Hard-delete the lure                         │
         │ Incident  2972401 MED Suspicious inbox forwarding rule │
         │ Undo      The effect cannot be undone. u takes back    │
         │           the record.                                  │
         │                                                        │
         │ Type f0a1c2 then Enter: f0a                 Esc cancel │
         ╰────────────────────────────────────────────────────────╯

        """#)
  }

  @Test func `the form that resolves`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("R l Tab l Tab").type("cleaned")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ╭ Resolve 2972395 ─────────────────────────────────────────────────────────╮
          │ Classification  ‹ True positive ›                                        │
          │ Determination   ‹ Multistage attack ›                                    │
          │ Comment         cleaned                                                  │
          │                                                                          │
          │                  Cancel     Resolve                                      │
          │                                                                          │
          │ Tab next   h l choose   Enter go on   Esc cancel                         │
          ╰──────────────────────────────────────────────────────────────────────────╯
        ▌ ▢ Isolate device FIN-SRV-04                             you      open
          ▢ Reset password for j.doe                              you      open
          ◐ Quarantine invoice.js                                 experts  in progress


        """#)
  }

  @Test func `a prompt`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("c").type("hello")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ! a −0:51   ????   details not received                     0/1    —
          ╭ Comment on 2972395 ──────────────────────────────────────────────────────╮
          │ Kept here, not sent to Defender. Ctrl-X Ctrl-E opens your editor.        │
          │                                                                          │
          │ hello                                                                    │
          │                                                                          │
          │ Enter record it  Ctrl-J new line  Esc keep as a draft                    │
          ╰──────────────────────────────────────────────────────────────────────────╯
        ─ 3 Responses · ▰▱▱▱ 1 of 4 done · act by 11:20Z (2:39) ────────────────────────
        ▌ ▢ Isolate device FIN-SRV-04                             you      open
          ▢ Reset password for j.doe                              you      open
          ◐ Quarantine invoice.js                                 experts  in progress


        """#)
  }

  @Test func `link and copy`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("y")
    story.expect(
      screen: #"""
         ╭ Link and copy ─────────────────────────────────────────╮
         │ i  id     2972395                                      │
         │ t  title  Multi-stage incident involving Initial acce… │
         │ l  link   https://security.example/incident2/2972395   │
         │ s  text   the summary as plain text, defanged          │
         │ n  ioc    1 indicator, defanged                        │
         │ N  raw    the indicators raw, on purpose               │
         │ e  ask    a question for the experts                   │
         │                                                        │
         │ a letter copies to the clipboard     Esc close         │
         ╰────────────────────────────────────────────────────────╯

        """#)
  }
}
