// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct RecordingTests {
  @Test func `the selection goes with a row that moves, and the receipt says where`() {
    let story = Story().press("a")
    #expect(story.state.selectedID?.text == "2972395" && story.state.queuePane.place == 1)
    story.expect(screenContains: "Saved #7, now row 2 of 5:")
    // What moves nothing says nothing.
    story.press("j c").type("seen").press("Enter").expect(screenContains: "Saved #8: comment")
  }

  @Test(arguments: [
    ("a", ["acknowledged"], "Saved #7, now row 2 of 5: 2972395 acknowledged · u takes it back."),
    ("w Enter", ["assigned"], "2972395 assigned to alice"),
    ("w Ctrl-U Enter", [], "Nobody owns it already."),
    ("c h i Enter", ["commented"], "comment on 2972395"),
    ("c Enter", [], ""),
    ("3 a", ["response.acknowledged"], "acknowledged Isolate device FIN-SRV-04"),
    ("3 i", ["response.started"], "began Isolate device FIN-SRV-04"),
    ("3 x y", ["response.completed"], "marked done Isolate device FIN-SRV-04"),
    ("3 s n o Enter y", ["response.skipped"], "skipped Isolate device FIN-SRV-04"),
    ("3 s Enter", [], "Why skipped?"),
    ("3 f n o Enter", ["response.failed"], "marked failed Isolate device FIN-SRV-04"),
    ("3 i o", ["response.started", "response.reopened"], "reopened Isolate device FIN-SRV-04"),
    ("3 j x", ["response.completed"], "marked done Reset password for j.doe"),
    ("3 j j x", [], "Mark done: Quarantine invoice.js: Defender Experts perform this one."),
    ("3 j j s", [], "Skip: Quarantine invoice.js: Defender Experts perform this one."),
    ("o", [], "Reopen: It is already open."),
    ("a a", ["acknowledged"], "Acknowledge: alice acknowledged it at 08:41Z."),
    ("u", [], "Undo: There is nothing of yours to take back."),
    ("U", [], "Redo: There is nothing of yours to do again."),
    ("a u", ["acknowledged", "undone"], "Taken back on 2972395: acknowledged. Saved #8"),
    ("a u U", ["acknowledged", "undone", "undone"], "Done again on 2972395: acknowledged."),
  ])
  func `a key records one line and says so`(keys: String, kinds: [String], said: String) {
    Story().press(keys).expect(journal: kinds).expect(screenContains: said)
  }

  @Test func `a resolution is chosen, asked for, and named`() {
    let story = Story([.spray]).press("R")
    // Enter alone goes through the rows and ends on Cancel.
    story.press("Enter Enter Enter Enter").expect(journal: [])
      .expect(screenContains: "Nothing was recorded.")
    story.press("R l Tab l l Tab").type("tested").press("Tab Tab Enter")
    story.expect(
      screenContains: "This records here that incident 2972388 is resolved.",
      "True positive, Malicious user activity", "Comment   tested")
    story.expect(journal: []).press("y").expect(journal: ["resolved"])
      .expect(screenContains: "2972388 resolved")
  }

  @Test func `a resolution without a choice asks for it`() {
    let story = Story([.spray]).press("R Shift-Tab Enter")
    story.expect(journal: [])
      .expect(screenContains: "Choose a classification and a determination first.")
  }

  @Test(arguments: [("i", "2972395"), ("t", SampleIncident.ransomware.texts["displayName"] ?? "")])
  func `y copies what its menu names`(key: String, text: String) {
    let story = Story().press("y").expect(screenContains: "https://security.example/")
    story.press(key)
    #expect(story.clipboard == [text] && story.state.overlay == nil)
    story.expect(screenContains: "Sent the")
  }

  @Test func `the link is the one of the incident on the screen`() {
    let story = Story().press("y l")
    #expect(story.clipboard == ["https://security.example/incident2/2972395"])
    story.holdsEffects = true
    // Before the next document is at hand there is no link, and not the last one's.
    story.press("j y l").perform()
    #expect(story.clipboard.count == 1)
    story.expect(screenContains: "Defender gave no link")
  }

  @Test func `nothing is shown as saved before it is on the disk`() {
    let story = Story()
    story.holdsEffects = true
    story.press("a").expect(screenLacks: "Saved").expect(screenLacks: "acknowledged by")
    #expect(story.state.pendingCommits == 1 && story.state.notices.isEmpty)
    story.press("2 1").perform().expect(screenContains: "Saved #7")
    #expect(story.state.pendingCommits == 0)
  }

  @Test func `a line told twice counts once`() throws {
    let story = Story().press("a")
    let book = story.state.book
    story.tell(.journalGrew(try story.store.entries(after: 0)))
    #expect(story.state.book == book)
  }
}
