// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

/// The triage queue, as an analyst sees it.
@Suite struct QueueScreenTests {
  @Test func `80×24 stacks the panes`() {
    let story = Story()
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ! a −0:51   ????   details not received                     0/1    —
          ● a 0:39    MED    Suspicious inbox forwarding rule         0/1    bob
          ● a 6:39    LOW    Unusual sign-in from two countries       0/1    —
          ○ —         MED    Password spray against 12 accounts       —      carol

        ─ 2 Summary · 2972395 · HIGH · Awaiting your action ─────────────────────── 0% ─
         Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         Multi-stage incident involving Initial access on FIN-SRV-04
         Move      yours: Defender Experts await your action, 2 responses to do
         Owner     nobody · not acknowledged
         Due       acknowledge by 07:50Z (−0:51) · act by 11:20Z (2:39)
         Experts   A user opened a lure; a loader ran and an operator reached
        ─ 3 Responses · ▰▱▱▱ 1 of 4 done · act by 11:20Z (2:39) ────────────────────────
        ▌ ▢ Isolate device FIN-SRV-04                             you      open
          ▢ Reset password for j.doe                              you      open
          ◐ Quarantine invoice.js                                 experts  in progress

            Action    Isolate device. Cuts the device off the network; it keeps its …

         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }

  @Test func `140×40 sets them side by side`() {
    let story = Story(size: Size(rows: 40, columns: 140))
    story.expect(
      screen: #"""
         tocsin · soc                        4 your move · 2 overdue · ▆▆▄▂ 2 high · 1 medium · 1 low · 5 open        data <1m old · alice · 08:41Z
        ╭ 1 Queue · open incidents ─────────────────────── 1/5 · 1 hidden ╮╭ 2 Summary · 2972395 · HIGH · Awaiting your action ──────────────── 0% ╮
        │    Due       Sev    Incident                  Resp   Owner      ││ Summary  Alerts 1  Evidence 2  Timeline  Notes 1                      │
        │▌ ! a −0:51   HIGH   Multi-stage incident in…  1/4    —          ││ Multi-stage incident involving Initial access on FIN-SRV-04           │
        │  ! a −0:51   ????   details not received      0/1    —          ││ Move      yours: Defender Experts await your action, 2 responses to   │
        │  ● a 0:39    MED    Suspicious inbox forwar…  0/1    bob        ││           do                                                          │
        │  ● a 6:39    LOW    Unusual sign-in from tw…  0/1    —          ││ Owner     nobody · not acknowledged                                   │
        │  ○ —         MED    Password spray against …  —      carol      ││ Due       acknowledge by 07:50Z (−0:51) · act by 11:20Z (2:39)        │
        │                                                                 ││ Experts   A user opened a lure; a loader ran and an operator reached  │
        │                                                                 ││           FIN-SRV-04.                                                 │
        │                                                                 ││ Impact    1 device                                                    │
        │                                                                 ││ Activity  first 2026-11-23 06:12Z · last 2026-11-23 07:58Z            │
        │                                                                 ││ ATT&CK    T1566.001 · T1059.001                                       │
        │                                                                 ││ Devices   FIN-SRV-04                                                  │
        │                                                                 ││                                                                       │
        │                                                                 ││ Indicators                                                            │
        │                                                                 ││ address   203.0.113.7                                                 │
        │                                                                 ││ verdicts  1 malicious · 1 suspicious                                  │
        │                                                                 ││                                                                       │
        │                                                                 ││ Description                                                           │
        │                                                                 ││ Human-operated intrusion.                                             │
        │                                                                 ││ Seen in its encryption test.                                          │
        │                                                                 ││                                                                       │
        │                                                                 ││ Hunting queries (KQL)                                                 │
        │                                                                 ││ DeviceProcessEvents | where DeviceName == "fin-srv-04"                │
        │                                                                 ││                                                                       │
        │                                                                 ││ Record                                                                │
        │                                                                 ││ Tags      Finance                                                     │
        │                                                                 ││ Created   2026-11-23 06:12Z                                           │
        │                                                                 │╰───────────────────────────────────────────────────────────────────────╯
        │                                                                 │╭ 3 Responses · ▰▱▱▱ 1 of 4 done · act by 11:20Z (2:39) ────────────────╮
        │                                                                 ││▌ ▢ Isolate device FIN-SRV-04                    you      open         │
        │                                                                 ││  ▢ Reset password for j.doe                     you      open         │
        │                                                                 ││  ◐ Quarantine invoice.js                        experts  in progress  │
        │                                                                 ││  ▣ Block 203.0.113.7                            experts  completed    │
        │                                                                 ││                                                                       │
        │                                                                 ││    Action    Isolate device. Cuts the device off the network; it  …   │
        ╰─────────────────────────────────────────────────────────────────╯╰───────────────────────────────────────────────────────────────────────╯

         a acknowledge   Enter open   3 responses   / filter   c comment                                                : command   ? help   q quit
        """#)
  }

  @Test func `60×12 shows the pane with the focus`() {
    let story = Story(size: Size(rows: 12, columns: 60))
    story.expect(
      screen: #"""
         tocsin      4 your move · 2 overdue · 5 open  data <1m old
        ─ 1 Queue · open incidents ──────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident             Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incide…  1/4    —
          ! a −0:51   ????   details not receiv…  0/1    —
          ● a 0:39    MED    Suspicious inbox f…  0/1    bob
          ● a 6:39    LOW    Unusual sign-in fr…  0/1    —
          ○ —         MED    Password spray aga…  —      carol



         a acknowledge   Enter open   3 responses   ? help   q quit
        """#)
  }

  @Test func `an empty store says how to begin`() {
    let story = Story([])
    story.expect(
      screen: #"""
         tocsin · soc        0 your move · 0 open  data never imported · alice · 08:41Z
        ─ 1 Queue · open incidents ─────────────────────────────────────────────────────
            Due       Sev    Incident                                 Resp   Owner
          No incidents yet.

          Import    tocsin import FILE
                    Graph incidents, alerts and incident tasks, as JSON or NDJSON.
          Try       tocsin demo
          Help      ?
        ─ 2 Summary ────────────────────────────────────────────────────────────────────






        ─ 3 Responses ──────────────────────────────────────────────────────────────────






         / filter   2 summary   3 responses   l tabs        : command   ? help   q quit
        """#)
  }

  @Test func `a filter that lets nothing through says so`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("/").type("zzz")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · filter zzz · open only ─────────────────────────────────────────────
            Due       Sev    Incident                                 Resp   Owner
          Nothing matches the filter. Esc clears it.
          1 closed were not looked at; is:any looks at all


        ─ 2 Summary ────────────────────────────────────────────────────────────────────




        ─ 3 Responses ──────────────────────────────────────────────────────────────────



         / zzz                                               Enter keeps · Esc undoes
         words · sev:high.. · owner:me · is:yours · or · Tab completes · Up earlier
        """#)
  }

  @Test func `a store that can only be read says so in the header`() {
    let story = Story(size: Size(rows: 12, columns: 80)).set { $0.readOnlyReason = "why" }
    story.expect(
      screen: #"""
         tocsin · soc  read-only  4 your move · 2 overdue · 5 open         data <1m old
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ! a −0:51   ????   details not received                     0/1    —
          ● a 0:39    MED    Suspicious inbox forwarding rule         0/1    bob
          ● a 6:39    LOW    Unusual sign-in from two countries       0/1    —
          ○ —         MED    Password spray against 12 accounts       —      carol


         why
         Enter open   3 responses   / filter   2 summary    : command   ? help   q quit
        """#)
  }

  @Test func `ASCII draws the same with ASCII`() {
    let story = Story().set { $0.isASCII = true }
    story.expect(
      screen: #"""
         tocsin | soc   4 your move | 2 overdue | 5 open  data <1m old | alice | 08:41Z
        - 1 Queue | open incidents ------------------------------------ 1/5 | 1 hidden -
            Due       Sev    Incident                                 Resp   Owner
        > ! a -0:51   HIGH   Multi-stage incident involving Initial~  1/4    -
          ! a -0:51   ????   details not received                     0/1    -
          * a 0:39    MED    Suspicious inbox forwarding rule         0/1    bob
          * a 6:39    LOW    Unusual sign-in from two countries       0/1    -
          o -         MED    Password spray against 12 accounts       -      carol

        - 2 Summary | 2972395 | HIGH | Awaiting your action ----------------------- 0% -
         Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         Multi-stage incident involving Initial access on FIN-SRV-04
         Move      yours: Defender Experts await your action, 2 responses to do
         Owner     nobody | not acknowledged
         Due       acknowledge by 07:50Z (-0:51) | act by 11:20Z (2:39)
         Experts   A user opened a lure; a loader ran and an operator reached
        - 3 Responses | #--- 1 of 4 done | act by 11:20Z (2:39) ------------------------
        > [ ] Isolate device FIN-SRV-04                           you      open
          [ ] Reset password for j.doe                            you      open
          [~] Quarantine invoice.js                               experts  in progress

            Action    Isolate device. Cuts the device off the network; it keeps its ~

         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }
}
