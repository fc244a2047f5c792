// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

/// The other panes, as an analyst sees them.
@Suite struct PaneScreenTests {
  @Test func `the alerts`() {
    let story = Story(size: Size(rows: 14, columns: 80)).press("Enter l")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 2 Summary · 2972395 · HIGH · Awaiting your action ────────────────────────────
         Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         HIGH  Ransomware-linked loader
                   2026-11-23 06:30Z · new
         ATT&CK    T1566.001 · T1059.001







         a acknowledge   3 responses   l tabs               : command   ? help   q quit
        """#)
  }

  @Test func `the evidence`() {
    let story = Story(size: Size(rows: 14, columns: 80)).press("Enter l l")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 2 Summary · 2972395 · HIGH · Awaiting your action ────────────────────────────
         Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         Device · 1
         FIN-SRV-04  suspicious

         Address · 1
         203.0.113.7  malicious





         a acknowledge   3 responses   l tabs               : command   ? help   q quit
        """#)
  }

  @Test func `the timeline, with what was done here`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("a 3 j x Enter 2 l l l")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 2 Summary · 2972395 · HIGH · Awaiting your action ─────────────────────── 0% ─
         Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         Activity  ▄▁▁▁▁▂▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▆  over 2h29

         2026-11-23
         06:12Z    incident created
         06:12Z    first activity: Ransomware-linked loader
         06:30Z    alert: Ransomware-linked loader
         07:20Z    asked: Isolate device FIN-SRV-04
         07:20Z    asked: Reset password for j.doe
         07:20Z    asked: Quarantine invoice.js
         07:20Z    asked: Block 203.0.113.7
         ⋮         1h21 later
         08:41Z    received from Defender
         08:41Z    alice acknowledged

         m kind   } next hour   3 responses   l tabs        : command   ? help   q quit
        """#)
  }

  @Test func `the notes, with one written here`() {
    let story = Story(size: Size(rows: 14, columns: 80)).press("c h i Enter Enter h")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 2 Summary · 2972395 · HIGH · Awaiting your action ────────────────────────────
         Summary  Alerts 1  Evidence 2  Timeline  Notes 2
         undated  Defender Experts  in Defender
           Please isolate the server first.

         2026-11-23 08:41Z  alice  here, not sent to Defender
           hi





         a acknowledge   3 responses   l tabs               : command   ? help   q quit
        """#)
  }

  @Test func `the responses on the whole screen`() {
    let story = Story(size: Size(rows: 16, columns: 80)).press("3 Enter")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 3 Responses · 2972395 · ▰▱▱▱ 1 of 4 done ─────────────────────────────────────
        ▌ ▢ Isolate device FIN-SRV-04                             you      open
          ▢ Reset password for j.doe                              you      open
          ◐ Quarantine invoice.js                                 experts  in progress
          ▣ Block 203.0.113.7                                     experts  completed

            Action    Isolate device. Cuts the device off the network; it keeps its
                      connection to Defender.
            Target    160cf11f77b65a155cd7a7194ba11a92e3729de8
            Undo      release the device from isolation




         x mark done   a acknowledge   i in progress        : command   ? help   q quit
        """#)
  }

  @Test func `a merged incident whose target is not here`() {
    let story = Story().press("j j j")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 4/5 · 1 hidden ─
            Wait    Sev    Incident                                   Resp   Owner
          ● 1h21    HIGH   Multi-stage incident involving Initial a…  1/4    —
          ● 1h21    ????   details not received                       0/1    —
          ● 1h21    MED    Suspicious inbox forwarding rule           0/1    bob
        ▌ ● 1h21    LOW    Unusual sign-in from two countries         0/1    —
          ○ —       MED    Password spray against 12 accounts         —      carol

        ─ 2 Summary · 2972377 · LOW · Merged, target not here ───────────────────── 0% ─
         Summary  Alerts 0  Evidence 0  Timeline  Notes 0
         Unusual sign-in from two countries
         Move      yours: 1 response to do
         Owner     nobody · not acknowledged
         Merged    into 2999999, which is not here
         Experts   wrote nothing yet
        ─ 3 Responses · 0 of 1 done ────────────────────────────────────────────────────
        ▌ ▢ Disable k.lee                                         you      open

            Action    Disable user. The user can no longer sign in.
            Undo      enable the user


         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }

  @Test func `details that were not received`() {
    let story = Story().press("j")
    story.expect(
      screen: #"""
         tocsin · soc               4 your move · 5 open  data <1m old · alice · 08:41Z
        ─ 1 Queue · open incidents ──────────────────────────────────── 2/5 · 1 hidden ─
            Wait    Sev    Incident                                   Resp   Owner
          ● 1h21    HIGH   Multi-stage incident involving Initial a…  1/4    —
        ▌ ● 1h21    ????   details not received                       0/1    —
          ● 1h21    MED    Suspicious inbox forwarding rule           0/1    bob
          ● 1h21    LOW    Unusual sign-in from two countries         0/1    —
          ○ —       MED    Password spray against 12 accounts         —      carol

        ─ 2 Summary · 2972410 · UNKNOWN · Active ────────────────────────────────── 0% ─
         Summary  Alerts 0  Evidence 0  Timeline  Notes 0
         Details not received; only parts of this incident were.
         Move      yours: 1 response to do
         Owner     nobody · not acknowledged
         Experts   wrote nothing yet

        ─ 3 Responses · 0 of 1 done ────────────────────────────────────────────────────
        ▌ ▢ Call the site                                         you      open





         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }
}
