// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

/// The screen for those who have it read out, line by line, from the cursor on.
@Suite struct ReadingOutTests {
  private func story(_ keys: String = "", rows: Int = 14) -> Story {
    let story = Story(size: Size(rows: rows, columns: 80)).set {
      $0.isPlain = true
      $0.isASCII = true
    }
    return keys.isEmpty ? story : story.press(keys)
  }

  @Test func `the queue`() {
    story("j").expect(
      screen: #"""
         tocsin, soc        4 your move, 2 overdue, 5 open  data <1m old, alice, 08:41Z
        1 Queue, open incidents, row 2 of 5, 1 hidden
        High, your move, acknowledge overdue by 51m, 1 of 4 done: Multi-stage incident ~
        selected, Unknown, your move, acknowledge overdue by 51m, 0 of 1 done: details ~
        Medium, your move, acknowledge in 39m, 0 of 1 done: Suspicious inbox forwarding~
        Low, your move, acknowledge in 6h39m, 0 of 1 done: Unusual sign-in from two cou~
        Medium, open: Password spray against 12 accounts, carol






         a acknowledge   Enter open   3 responses           : command   ? help   q quit
        """#)
  }

  @Test func `the summary`() {
    story("Enter").expect(
      screen: #"""
         tocsin, soc        4 your move, 2 overdue, 5 open  data <1m old, alice, 08:41Z
        2 Summary, 2972395, HIGH, Awaiting your action, 0%
         selected Summary  Alerts 1  Evidence 2  Timeline  Notes 1
         Multi-stage incident involving Initial access on FIN-SRV-04
         Move      yours: Defender Experts await your action, 2 responses to do
         Owner     nobody, not acknowledged
         Due       acknowledge by 07:50Z (-0:51), act by 11:20Z (2:39)
         Experts   A user opened a lure; a loader ran and an operator reached
                   FIN-SRV-04.
         Impact    1 device
         Activity  first 2026-11-23 06:12Z, last 2026-11-23 07:58Z
         ATT&CK    T1566.001, T1059.001

         a acknowledge   3 responses   l tabs               : command   ? help   q quit
        """#)
  }

  @Test func `the responses`() {
    story("3").expect(
      screen: #"""
         tocsin, soc        4 your move, 2 overdue, 5 open  data <1m old, alice, 08:41Z
        3 Responses, 2972395, 1 of 4 done, act by 11:20Z (2:39)
        selected, you: Isolate device FIN-SRV-04: open
        you: Reset password for j.doe: open
        experts: Quarantine invoice.js: in progress
        experts: Block 203.0.113.7: completed

            Action    Isolate device. Cuts the device off the network; it keeps its
                      connection to Defender.
            Target    160cf11f77b65a155cd7a7194ba11a92e3729de8
            Undo      release the device from isolation


         x mark done   a acknowledge   i in progress        : command   ? help   q quit
        """#)
  }

  @Test func `the question before something hard`() {
    story("3 x").expect(
      screen: #"""
         tocsin, soc        4 your move, 2 overdue, 5 open  data <1m old, alice, 08:41Z
        Mark done
        This records that FIN-SRV-04 (id
        160cf11f77b65a155cd7a7194ba11a92e3729de8) has been isolated. tocsin does
        not isolate it.
        Response  Isolate device FIN-SRV-04
        Incident  2972395 HIGH Multi-stage incident involving Initial access on~
        Undo      To undo the effect: release the device from isolation. u takes
                  back the record.

        y record it     Esc cancel



        """#)
  }

  @Test func `the form that closes an incident`() {
    story("R l Tab").expect(
      screen: #"""
         tocsin, soc        4 your move, 2 overdue, 5 open  data <1m old, alice, 08:41Z
        Resolve 2972395
        Classification  < True positive >
        Determination   < choose >
        Comment         none

                         Cancel     Resolve

        Tab next   h l choose   Enter go on   Esc cancel





        """#)
  }

  @Test(arguments: PlainScreenTests.places)
  func `no lines, no bars and no signs, and always a cursor`(keys: String) {
    let story = story(keys, rows: 24)
    let grid = story.state.view()
    #expect(grid.showsCursor && grid.cursor != nil, "\(story.screen)")
    for sign in ["---", "|", "*", "[x]", "[ ]", "▌", "●", "▰", "##"] {
      story.expect(screenLacks: sign)
    }
  }

  @Test(arguments: [("1", "selected, High"), ("j", "selected, Unknown"), ("3", "selected, you")])
  func `the cursor stands on the selected row`(keys: String, beginning: String) throws {
    let story = story(keys)
    let cursor = try #require(story.state.view().cursor)
    let lines = story.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(cursor.column == 0)
    #expect(lines[cursor.row].hasPrefix(beginning), "\(lines[cursor.row])")
  }

  @Test func `the cursor stands in the field that is typed in`() throws {
    let story = story("c").type("done")
    let cursor = try #require(story.state.view().cursor)
    let lines = story.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[cursor.row] == "done" && cursor.column == 4)
  }

  @Test func `lines keep their place while the selection moves`() {
    let story = story()
    let before = story.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let after = story.press("j").screen.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }.map(
      \.offset)
    #expect(changed == [1, 2, 3])
  }
}
