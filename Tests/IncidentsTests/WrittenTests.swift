// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Notes, tags and classification.
@Suite struct WrittenTests {
  private func script() -> JournalScript {
    var script = JournalScript()
    script.observed("1") {
      $0.tags = ["theirs", "old"]
      $0.ask("r1")
    }
    return script
  }

  private func tags(_ script: JournalScript) -> [String] {
    script.view("1").shownTags.map { $0.isOnlyHere ? "+\($0.name)" : $0.name }
  }

  @Test func `a note changes the fields it gives and leaves the others`() {
    var script = script()
    let due = Timestamp(milliseconds: 5)
    script.by("alice", .noted(Note(hypothesis: "phish", nextStep: "call IT", due: due)), on: "1")
    script.by("bob", .noted(Note(nextStep: "", blocker: "no key")), on: "1")
    let written = script.view("1").written
    #expect(written.hypothesis.value == "phish")
    #expect(written.nextStep.value == "")
    #expect(written.blocker.value == "no key")
    #expect(written.due.value == due)
    #expect(written.hasNote)
    script.undo("bob")
    #expect(script.view("1").written.nextStep.value == "call IT")
    script.by("alice", .noted(Note(due: .some(nil))), on: "1")
    #expect(script.view("1").written.due.value == nil)
  }

  @Test func `a note that says nothing new is not written`() {
    var script = script()
    script.by("alice", .noted(Note(hypothesis: "phish")), on: "1")
    let again = script.propose("bob", .noted(Note(hypothesis: "phish")), on: "1")
    #expect(again.alreadySo.count == 1)
    #expect(script.propose("bob", .noted(Note()), on: "1").unlawful != nil)
  }

  @Test func `a note that moved on is not undone`() {
    var script = script()
    script.by("alice", .noted(Note(hypothesis: "phish")), on: "1")
    script.by("bob", .noted(Note(hypothesis: "usb")), on: "1")
    #expect(script.undo("alice")?.conflict == "bob changed it since: now \"usb\".")
    #expect(script.view("1").written.hypothesis.value == "usb")
  }

  @Test func `tags of ours and Defender's are combined, and of each the last change counts`() {
    var script = script()
    script.by("alice", .tagged(TagEdit(add: ["ours"], remove: ["old"])), on: "1")
    #expect(tags(script) == ["theirs", "+ours"])
    #expect(script.view("1").tagsTakenOff == ["old"])
    // Defender takes one away and gives ours as well.
    script.observed("1") { $0.tags = ["old", "ours"] }
    #expect(tags(script) == ["ours"])
    // Taken away here and given again there: there was last.
    script.observed("1") { $0.tags = ["ours"] }
    script.observed("1") { $0.tags = ["ours", "old"] }
    #expect(tags(script) == ["ours", "old"])
    script.observed("1") { $0.tags = [] }
    #expect(tags(script) == [])
  }

  @Test func `undo puts exactly the tags back that a line changed`() {
    var script = script()
    script.by("alice", .tagged(TagEdit(add: ["x"], remove: ["theirs"])), on: "1")
    script.by("bob", .tagged(TagEdit(add: ["y"])), on: "1")
    script.undo("alice")
    #expect(tags(script) == ["theirs", "old", "+y"])
    script.redo("alice")
    #expect(tags(script) == ["old", "+x", "+y"])
    script.by("bob", .tagged(TagEdit(remove: ["x"])), on: "1")
    #expect(script.undo("alice")?.conflict?.contains("bob") == true)
  }

  @Test func `tagging as it is already, with nothing, or past the limit writes nothing`() {
    var script = script()
    #expect(script.propose("alice", .tagged(TagEdit(add: ["old"])), on: "1").alreadySo.count == 1)
    #expect(script.propose("alice", .tagged(TagEdit(add: ["  "])), on: "1").unlawful != nil)
    let many = (0..<ServiceFacts.tagLimit).map { "t\($0)" }
    #expect(script.propose("alice", .tagged(TagEdit(add: many)), on: "1").unlawful != nil)
    // Canonically equivalent tags are two tags.
    script.by("alice", .tagged(TagEdit(add: ["e\u{301}"])), on: "1")
    script.by("alice", .tagged(TagEdit(add: ["\u{E9}"])), on: "1")
    #expect(tags(script).count == 4)
  }

  @Test func `a filter finds a tag put on here and not one taken off`() throws {
    var script = script()
    script.by("alice", .tagged(TagEdit(add: ["vip"], remove: ["old"])), on: "1")
    let queue = TriageQueue(script.book)
    let context = QueryContext(
      now: Timestamp(milliseconds: 0), author: JournalScript.author("alice"), book: script.book)
    for (text, count) in [("vip", 1), ("tag:vip", 1), ("old", 0), ("tag:old", 0)] {
      let filter = try QueueFilter(text, in: context.dialect)
      #expect(FilteredQueue(queue, filter, in: context).count == count, "\(text)")
    }
  }

  @Test func `a tag of the service's own is neither ours nor taken for ours`() {
    var script = script()
    script.observed("1") { $0.systemTags = ["Defender Experts"] }
    let tag = TagEdit(add: ["Defender Experts"])
    #expect(!script.view("1").shownTags.contains { $0.name == "Defender Experts" })
    #expect(script.propose("alice", .tagged(tag), on: "1").accepted.count == 1)
    #expect(script.view("1").shownTags.last?.isOnlyHere == true)
    #expect(script.view("1").service.systemTags == ["Defender Experts"])
  }

  @Test func `one line tags many, and lists those it has nothing to do on`() {
    var script = script()
    script.observed("2")
    let judgement = script.propose("alice", .tagged(TagEdit(add: ["old"])), on: "1", "2")
    #expect(judgement.accepted.keys.map(\.text) == ["2"])
    #expect(judgement.alreadySo.keys.map(\.text) == ["1"])
  }

  @Test func `of a tag edit only what it changes is recorded`() {
    var script = script()
    let edit = TagEdit(add: ["old", "vip"], remove: ["theirs", "never there"])
    let changes = TagEdit(add: ["vip"], remove: ["theirs"])
    #expect(script.propose("alice", .tagged(edit), on: "1").event == .tagged(changes))
    #expect(script.propose("alice", .tagged(edit), on: "1").alreadySo.count == 1)
    // On many, what changes any of them.
    script.observed("2") { $0.tags = ["never there"] }
    let other = TagEdit(add: ["vip", "new"], remove: ["never there", "theirs"])
    #expect(
      script.propose("alice", .tagged(other), on: "1", "2").event
        == .tagged(TagEdit(add: ["vip", "new"], remove: ["never there"])))
  }

  @Test func `what was written on a merged incident is its target's, the newest first`() {
    var script = script()
    script.observed("2")
    script.by("alice", .noted(Note(hypothesis: "old", blocker: "key")), on: "2")
    script.by("alice", .noted(Note(hypothesis: "new")), on: "1")
    script.by("alice", .tagged(TagEdit(add: ["from 2"])), on: "2")
    script.observed("2") { $0.merge(into: "1") }
    #expect(script.view("1").written.hypothesis.value == "new")
    #expect(script.view("1").written.blocker.value == "key")
    #expect(tags(script) == ["theirs", "old", "+from 2"])
  }

  @Test func `an incident is classified without being closed`() {
    var script = script()
    script.by("alice", .classified(.truePositive, .phishing), on: "1")
    #expect(script.view("1").resolution.value.determination == .phishing)
    #expect(script.view("1").resolution.differs)
    #expect(script.view("1").turn.isYours)
    script.undo("alice")
    #expect(script.view("1").resolution.value.determination == .unknown)
  }
}
