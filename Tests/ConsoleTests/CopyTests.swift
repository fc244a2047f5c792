// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct CopyTests {
  @Test(arguments: [
    ("y i", "2972395", "the id"),
    ("y t", "Multi-stage incident involving Initial access on FIN-SRV-04", "the title"),
    ("y l", "https://security.example/incident2/2972395", "the link"),
    ("y n", "203[.]0[.]113[.]7", "1 indicator, defanged"),
    ("y N", "203.0.113.7", "1 indicator, raw"),
  ])
  func `each key copies one thing and says which`(keys: String, text: String, name: String) {
    let story = Story().press(keys)
    #expect(story.clipboard == [text])
    story.expect(screenContains: "Sent \(name) to the terminal's clipboard, if it takes it.")
  }

  @Test func `the summary is plain text, its indicators defanged`() {
    let story = Story().press("y s")
    #expect(
      story.clipboard == [
        """
        2972395 HIGH, Awaiting your action
        Multi-stage incident involving Initial access on FIN-SRV-04
        First activity: 2026-11-23 06:12Z
        Last activity: 2026-11-23 07:58Z
        Devices: FIN-SRV-04
        ATT&CK: T1566.001, T1059.001

        Experts:
        A user opened a lure; a loader ran and an operator reached FIN-SRV-04.

        Description:
        Human-operated intrusion.
        Seen in its encryption test.

        Indicators (defanged):
        203[.]0[.]113[.]7

        Responses:
        - Isolate device FIN-SRV-04: open
        - Reset password for j.doe: open
        - Quarantine invoice.js: in progress
        - Block 203.0.113.7: completed

        https://security.example/incident2/2972395

        """
      ])
  }

  @Test func `the question for the experts is about the incident, or the selected response`() {
    #expect(
      Story().press("y e").clipboard == [
        """
        Question to Defender Experts
        Incident 2972395: Multi-stage incident involving Initial access on FIN-SRV-04
        Severity High, status Awaiting your action

        Open on our side:
        - Isolate device FIN-SRV-04 (id r1)
        - Reset password for j.doe (id r2)

        Is there anything new on this incident, and what do you need from us next?

        """
      ])
    let one = Story().press("3 j y e").clipboard
    #expect(one.first?.contains("managed response: Reset password for j.doe (id r2).") == true)
  }

  @Test func `no hidden or control character reaches the clipboard`() {
    var incident = SampleIncident.ransomware
    incident.texts["displayName"] = "a\u{202E}b\u{1B}]0;x\u{07}c\u{200B}"
    incident.texts["summary"] = "one\u{9B}2J\r\nt\u{200D}wo"
    incident.texts["incidentWebUrl"] = "https://x\u{0D}rm"
    incident.alerts[0].evidence[1]["ipAddress"] = "203.0.113.7\n\u{2028}rm"
    let story = Story([incident])
    for key in ["t", "l", "s", "n", "N", "e"] { story.press("y \(key)") }
    #expect(story.clipboard.count == 6)
    for text in story.clipboard {
      let isClean = text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || (0x20..<0x7F).contains(scalar.value)
      }
      #expect(isClean, "\(text.debugDescription)")
    }
    #expect(story.clipboard[0] == #"a\u{202E}b\u{1B}]0;x\u{7}c\u{200B}"#)
    #expect(!story.clipboard[4].contains("\n"))
  }

  @Test func `what is not there is not copied`() {
    let story = Story().press("j y l").expect(screenContains: "Defender gave no link for 2972410")
    story.press("y n").expect(screenContains: "2972410 has no indicator judged")
    #expect(story.clipboard.isEmpty)
  }

  @Test func `Enter says what the keys are and leaves the menu open`() {
    let story = Story().press("y Enter").expect(screenContains: "A letter copies: i t l s n N e.")
    Story(size: Size(rows: 12, columns: 60)).press("y Enter")
      .expect(screenContains: "a letter copies: i t l s n N e", "Esc close")
    #expect(story.clipboard.isEmpty && story.state.overlay == .copy)
    story.press("i")
    #expect(story.clipboard == ["2972395"])
  }

  @Test func `a link with no room on a small screen says that it goes on`() {
    var incident = SampleIncident.ransomware
    let link = "https://security.microsoft.com/incidents/" + String(repeating: "a1b2", count: 60)
    incident.texts["incidentWebUrl"] = link
    let story = Story([incident], size: Size(rows: 12, columns: 60)).press("y")
    story.expect(screenContains: "and more; l copies all of it", "Esc close", "e  ask")
    #expect(story.press("l").clipboard == [link])
  }
}
