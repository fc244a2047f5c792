// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

/// Lists to choose from, as an analyst sees them on an ordinary and on the smallest screen.
@Suite struct ListScreenTests {
  @Test func `the help on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("?")
    story.expect(
      screen: #"""
         ╭ Keys in 1 Queue ───────────────────────────────────────────────────── 1/68 ╮
         │ Find  a name, a word or a key                                              │
         │ Incident                                                                   │
         │ ▌ a             Acknowledge           Say that you have seen the incident… │
         │   w             Assign name           Name who owns the incident; an empt… │
         │   c             Comment text          Write a comment; it is kept here an… │
         │   R             Resolve               Record that the incident is closed,… │
         │   s             Skip open responses   Record that your open responses are… │
         │   o             Reopen                not now: It is already open.         │
         │   u             Undo                  not now: There is nothing of yours … │
         │   U             Redo                  not now: There is nothing of yours … │
         │   d             Explain clocks        Say what started, held and stopped … │
         │   y             Link and copy         Show the portal link; copy it, id, … │
         │ Write                                                                      │
         │   e             Note                  Write down hypothesis, next step, b… │
         │   t             Tags tag              Put tags on the incident or take th… │
         │   z             Snooze                Put the incident below the rest of … │
         │   K             Classify              Record classification and determina… │
         │ Marks                                                                      │
         │ ────────────────────────────────────────────────────────────────────────── │
         │ Say that you have seen the incident and own it; sets the owner if there is │
         │ none.                                                                      │
         │ Enter does it · Up Down PgUp PgDn · Esc closes                             │
         ╰────────────────────────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `the help on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("?")
    story.expect(
      screen: #"""
         ╭ Keys in 1 Queue ───────────────────────────────── 1/68 ╮
         │ Find  a name, a word or a key                          │
         │ Incident                                               │
         │ ▌ a             Acknowledge           Say that you ha… │
         │   w             Assign name           Name who owns t… │
         │   c             Comment text          Write a comment… │
         │   R             Resolve               Record that the… │
         │   s             Skip open responses   Record that you… │
         │ Say that you have seen the incident and own it; sets   │
         │ the owner if there is none.                            │
         │ Enter does it · Up Down PgUp PgDn · Esc closes         │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `the help, narrowed on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("?").type("resp")
    story.expect(
      screen: #"""
         ╭ Keys in 1 Queue ───────────────────────────────────────────────────── 1/14 ╮
         │ Find resp                                                                  │
         │ ▌ 3             Responses             Go to the responses.                 │
         │   s             Skip open responses   Record that your open responses are… │
         │   Shift-Tab     Previous pane         Go to the pane before.               │
         │   d             Explain clocks        Say what started, held and stopped … │
         │                 Timeline part         Show the timeline, or only alerts, … │
         │   g b           Containment           See what responses have switched of… │
         │   g p           Plan                  See your open responses over all in… │
         │   s             Skip                  not here: only in 3 Responses.       │
         │   i             Begin                 not here: only in 3 Responses.       │
         │   f             Mark failed           not here: only in 3 Responses.       │
         │   o             Reopen response       not here: only in 3 Responses.       │
         │   x             Mark done             not here: only in 3 Responses.       │
         │   a             Acknowledge response  not here: only in 3 Responses.       │
         │   o             Open response         Go to the response behind the row; … │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │ ────────────────────────────────────────────────────────────────────────── │
         │ Go to the responses.                                                       │
         │                                                                            │
         │ Enter does it · Up Down PgUp PgDn · Esc closes                             │
         ╰────────────────────────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `the help, narrowed on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("?").type("resp")
    story.expect(
      screen: #"""
         ╭ Keys in 1 Queue ───────────────────────────────── 1/14 ╮
         │ Find resp                                              │
         │ ▌ 3             Responses             Go to the respo… │
         │   s             Skip open responses   Record that you… │
         │   Shift-Tab     Previous pane         Go to the pane … │
         │   d             Explain clocks        Say what starte… │
         │                 Timeline part         Show the timeli… │
         │   g b           Containment           See what respon… │
         │ Go to the responses.                                   │
         │                                                        │
         │ Enter does it · Up Down PgUp PgDn · Esc closes         │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `the palette on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press(":")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
         ╭ Command ───────────────────────────────────────────────────────────── 1/61 ╮
         │ :  what to do                                                              │
         │ ▌ a             Acknowledge           Say that you have seen the incident… │
         │   w             Assign name           Name who owns the incident; an empt… │
         │   c             Comment text          Write a comment; it is kept here an… │
         │   R             Resolve               Record that the incident is closed,… │
         │   s             Skip open responses   Record that your open responses are… │
         │   o             Reopen                not now: It is already open.         │
         │   u             Undo                  not now: There is nothing of yours … │
         │   U             Redo                  not now: There is nothing of yours … │
         │   d             Explain clocks        Say what started, held and stopped … │
         │   y             Link and copy         Show the portal link; copy it, id, … │
         │   e             Note                  Write down hypothesis, next step, b… │
         │   t             Tags tag              Put tags on the incident or take th… │
         │   z             Snooze                Put the incident below the rest of … │
         │   K             Classify              Record classification and determina… │
         │ ────────────────────────────────────────────────────────────────────────── │
         │ Say that you have seen the incident and own it; sets the owner if there is │
         │ none.                                                                      │
         │ Enter runs · Tab completes · Up earlier · Esc closes                       │
         ╰────────────────────────────────────────────────────────────────────────────╯


        """#)
  }

  @Test func `the palette on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press(":")
    story.expect(
      screen: #"""
         ╭ Command ───────────────────────────────────────── 1/61 ╮
         │ :  what to do                                          │
         │ ▌ a             Acknowledge           Say that you ha… │
         │   w             Assign name           Name who owns t… │
         │   c             Comment text          Write a comment… │
         │   R             Resolve               Record that the… │
         │   s             Skip open responses   Record that you… │
         │   o             Reopen                not now: It is … │
         │ Say that you have seen the incident and own it; sets   │
         │ the owner if there is none.                            │
         │ Enter runs · Tab completes · Up earlier · Esc closes   │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `the palette, narrowed on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press(":").type("re")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
         ╭ Command ───────────────────────────────────────────────────────────── 1/70 ╮
         │ : re                                                                       │
         │ ▌ R             Resolve               Record that the incident is closed,… │
         │   o             Reopen                not now: It is already open.         │
         │   U             Redo                  not now: There is nothing of yours … │
         │   .             Repeat                not now: Nothing was done yet that … │
         │   Ctrl-L        Redraw                Paint the screen anew.               │
         │   3             Responses             Go to the responses.                 │
         │   g r           Readiness             Show how ready you are: items, prot… │
         │   g c           Recommendations       Show what the experts advise, who t… │
         │   g l           Last result           not now: No action on many left any… │
         │   s             Skip open responses   Record that your open responses are… │
         │   Shift-Tab     Previous pane         Go to the pane before.               │
         │   h, Left       Previous tab          Show the tab before.                 │
         │   v             Mark a range          Begin a range at this row; moving s… │
         │   M             Clear marks           not now: Nothing is marked.          │
         │ ────────────────────────────────────────────────────────────────────────── │
         │ Asks for the target. Record that the incident is closed, with              │
         │ classification and determination.                                          │
         │ Enter runs · Tab completes · Up earlier · Esc closes                       │
         ╰────────────────────────────────────────────────────────────────────────────╯


        """#)
  }

  @Test func `the palette, narrowed on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press(":").type("re")
    story.expect(
      screen: #"""
         ╭ Command ───────────────────────────────────────── 1/70 ╮
         │ : re                                                   │
         │ ▌ R             Resolve               Record that the… │
         │   o             Reopen                not now: It is … │
         │   U             Redo                  not now: There … │
         │   .             Repeat                not now: Nothin… │
         │   Ctrl-L        Redraw                Paint the scree… │
         │   3             Responses             Go to the respo… │
         │ Asks for the target. Record that the incident is       │
         │ closed, with classification and determination.         │
         │ Enter runs · Tab completes · Up earlier · Esc closes   │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `an argument in the palette on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("2 :").type("assign ")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
         ╭ Command ──────────────────────────────────────────────────────────────── 3 ╮
         │ : assign                                                                   │
         │   me            alice                                                      │
         │   bob@contoso.com                                                          │
         │   carol@contoso.com                                                        │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │                                                                            │
         │ ────────────────────────────────────────────────────────────────────────── │
         │ Enter: assign name. Name who owns the incident; an empty name means        │
         │ nobody.                                                                    │
         │ Enter runs · Tab completes · Up earlier · Esc closes                       │
         ╰────────────────────────────────────────────────────────────────────────────╯


        """#)
  }

  @Test func `an argument in the palette on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("2 :").type("assign ")
    story.expect(
      screen: #"""
         ╭ Command ──────────────────────────────────────────── 3 ╮
         │ : assign                                               │
         │   me            alice                                  │
         │   bob@contoso.com                                      │
         │   carol@contoso.com                                    │
         │                                                        │
         │                                                        │
         │                                                        │
         │ Enter: assign name. Name who owns the incident; an     │
         │ empty name means nobody.                               │
         │ Enter runs · Tab completes · Up earlier · Esc closes   │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `what follows a prefix on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("g")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 1/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
        ▌ ! a −0:51   HIGH   Multi-stage incident involving Initial…  1/4    —
          ! a −0:51   ????   details not received                     0/1    —
          ● a 0:39    MED    Suspicious inbox forwarding rule         0/1    bob
          ● a 6:39    LOW    Unusual sign-in from two countries       0/1    —
          ○ —  ╭ g ───────────────────────────────────────────────────────────────────╮
               │ l     Last result  not now: No action on many left anything out yet. │
        ─ 2 Sum│ j     Journal                                                        │─
         Summar│ g     First                                                          │
         Multi-│ i     Incidents                                                      │
         Move  │ b     Containment                                                    │
         Owner │ p     Plan                                                           │
         Due   │ a     Approvals                                                      │
         Expert│ r     Readiness                                                      │
        ─ 3 Res│ c     Recommendations                                                │─
        ▌ ▢ Iso│ e     Escalation                                                     │
          ▢ Res│ h     Handover                                                       │
          ◐ Qua│ m     Metrics                                                        │
               │ another key cancels                                                  │
            Act╰──────────────────────────────────────────────────────────────────────╯

         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }

  @Test func `what follows a prefix on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("g")
    story.expect(
      screen: #"""
         tocsin      4 your move · 2 overdue · 5 open  data <1m old
        ─╭ g ─────────────────────────────────────────────────────╮─
         │ l     Last result          a     Approvals             │
        ▌│ j     Journal              r     Readiness             │
         │ g     First                c     Recommendations       │
         │ i     Incidents            e     Escalation            │
         │ b     Containment          h     Handover              │
         │ p     Plan                 m     Metrics               │
         │ another key cancels                                    │
         ╰────────────────────────────────────────────────────────╯

         a acknowledge   Enter open   3 responses   ? help   q quit
        """#)
  }

  @Test func `the sort menu on 80×24`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("S d S")
    story.expect(
      screen: #"""
         tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents · by id, lowest first ────────────── 3/5 · 1 hidden ─
            Due       Sev    Incident                                 Resp   Owner
          ● a 6:39    LOW    Unusual sign-in from two countries       0/1    —
          ○ —         MED    Password spray against 12 accounts       —      carol
        ▌ ! a −0:5╭ Sort ────────────────────────────────────────────────────╮
          ● a 0:39│   t  triage order   your move, worst, least time left    │ob
          ! a −0:5│   e  due            least time left first                │
                  │   w  waiting        longest first                        │
        ─ 2 Summar│   s  severity       worst first                          │───── 0% ─
         Summary  │   u  updated        newest first                         │
         Multi-sta│   c  created        newest first                         │
         Move     │   o  owner          A first                              │o
         Owner    │   i  title          A first                              │
         Due      │ ▌ d  id             now lowest · again: highest          │
         Experts  │   r  responses      most open first                      │
        ─ 3 Respon│ Enter sorts     Esc closes                               │──────────
        ▌ ▢ Isolat╰──────────────────────────────────────────────────────────╯n
          ▢ Reset password for j.doe                              you      open
          ◐ Quarantine invoice.js                                 experts  in progress

            Action    Isolate device. Cuts the device off the network; it keeps its …


        """#)
  }

  @Test func `the sort menu on 60×12`() {
    let story = Story(size: Size(rows: 12, columns: 60)).press("S d S")
    story.expect(
      screen: #"""
         ╭ Sort ──────────────────────────────────────────────────╮
         │   t  triage order   your move, worst, least time left  │
         │   e  due            least time left first              │
         │   w  waiting        longest first                      │
         │   s  severity       worst first                        │
         │   u  updated        newest first                       │
         │   c  created        newest first                       │
         │   o  owner          A first                            │
         │   i  title          A first                            │
         │ ▌ d  id             now lowest · again: highest        │
         │ Enter sorts     Esc closespen first                    │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }
}
