// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct MergeTests {
  /// A chain of so many redirects: 0 → 1 → … → count.
  private func chain(_ count: Int) -> JournalScript {
    var script = JournalScript()
    for place in 0..<count { script.observed("\(place)") { $0.merge(into: "\(place + 1)") } }
    script.observed("\(count)")
    return script
  }

  @Test(arguments: [1, 2, 15, 16])
  func `redirects are followed for sixteen hops`(hops: Int) {
    let script = chain(hops)
    #expect(script.book.mergeTarget(of: incident("0")) == .here(incident("\(hops)")))
    #expect(script.book.current(incident("0")) == incident("\(hops)"))
    #expect(script.book.sources(of: incident("\(hops)")).count == hops)
    #expect(script.book.queue().map(\.id.text) == ["\(hops)"])
  }

  @Test func `a seventeenth hop is not`() {
    let script = chain(17)
    #expect(script.book.mergeTarget(of: incident("0")) == .absent(incident("1")))
    #expect(script.book.isMergedInCircle(incident("0")))
    #expect(script.book.current(incident("0")) == incident("0"))
    #expect(!script.book.sources(of: incident("17")).contains(incident("0")))
    #expect(Set(script.book.queue().map(\.id.text)) == ["0", "17"])
  }

  @Test func `an unmerged incident stands for itself`() {
    let script = chain(0)
    #expect(script.book.mergeTarget(of: incident("0")) == MergeTarget.none)
    #expect(script.book.mergeTarget(of: incident("404")) == MergeTarget.none)
  }

  @Test(arguments: [["1"], ["1", "2"], ["1", "2", "3"]])
  func `a circle ends, and each in it is shown with its own only`(ids: [String]) {
    var script = JournalScript()
    for (place, id) in ids.enumerated() {
      script.observed(id) {
        $0.merge(into: ids[(place + 1) % ids.count])
        $0.ask("r\(id)")
      }
    }
    for id in ids {
      if case .absent = script.book.mergeTarget(of: incident(id)) {
      } else {
        Issue.record("\(id) has a target")
      }
      #expect(script.book.isMergedInCircle(incident(id)))
      #expect(script.view(id).responses.map(\.id) == ["r\(id)"])
    }
    #expect(script.book.queue().count == ids.count)
    #expect(script.book.queue().allSatisfy { $0.isStrayMerge && $0.turn.isYours })
  }

  @Test func `into an absent incident through another: each shows its own`() {
    var script = JournalScript()
    script.observed("1") {
      $0.merge(into: "2")
      $0.ask("a")
    }
    script.observed("2") {
      $0.merge(into: "99")
      $0.ask("b")
    }
    #expect(script.book.mergeTarget(of: incident("1")) == .absent(incident("99")))
    #expect(!script.book.isMergedInCircle(incident("1")))
    #expect(script.view("2").responses.map(\.id) == ["b"])
    #expect(script.book.queue().map(\.openResponses) == [1, 1])
  }

  private func merged() -> JournalScript {
    var script = JournalScript()
    script.observed("10", since: Timestamp(milliseconds: 50)) {
      $0.status = .awaitingAction
      $0.ask("s1")
      $0.ask("s2")
    }
    script.observed("20") { $0.ask("t1", by: .experts) }
    script.by("alice", .acknowledged, on: "10")
    script.by("bob", .commented(text: "on the source"), on: "10")
    script.by("bob", .commented(text: "on the target"), on: "20")
    script.by("alice", .step(.completed, "s1"), on: "10")
    script.observed("10") { $0.merge(into: "20") }
    return script
  }

  @Test func `the target shows what was recorded on its sources`() {
    let script = merged()
    let view = script.view("20")
    #expect(view.responses.map(\.id) == ["t1", "s1", "s2"])
    #expect(view.responses.map(\.source?.text) == [nil, "10", "10"])
    #expect(view.response("s1")?.status.value == .completed)
    #expect(view.acknowledgement.value?.by.name == "alice")
    #expect(view.remarks.map(\.text) == ["on the source", "on the target"])
    #expect(script.book.queue().map(\.id.text) == ["20"])
    #expect(script.book.row(of: incident("10")) == nil)
  }

  @Test func `a source's open response makes it your move, since when the source awaited`() {
    let row = merged().book.row(of: incident("20"))
    #expect(row?.turn == .yours([.openResponses(1)]))
    #expect(row?.awaitingSince == Timestamp(milliseconds: 50))
  }

  @Test func `an action on the old id is written on the target and names the old one`() {
    var script = merged()
    let judgement = script.propose("carol", .step(.completed, "s2"), on: "10")
    #expect(judgement.accepted.keys.map(\.text) == ["20"])
    #expect(judgement.formerIDs.map(\.text) == ["10"])
    #expect(script.entries.last?.incidents.map(\.text) == ["20"])
    #expect(script.responseStatus("20", "s2") == .completed)
    #expect(script.view("20").response("s2")?.source == incident("10"))
    #expect(script.view("20").turn == .doneHere)
  }

  @Test func `acting on a source's responses does not reorder them`() {
    var script = merged()
    script.by("carol", .step(.completed, "s2"), on: "20")
    #expect(script.view("20").responses.map(\.id) == ["t1", "s1", "s2"])
  }

  @Test func `the service's later word on the source counts against ours on the target`() {
    var script = merged()
    script.by("carol", .step(.completed, "s2"), on: "20")
    script.observed("10") { $0.ask("s2", .failed) }
    #expect(script.responseStatus("20", "s2") == .failed)
    #expect(script.view("20").response("s2")?.status.serviceEntry.value == .failed)
    #expect(script.undo("carol")?.conflict?.contains("Defender") == true)
    script.by("carol", .step(.completed, "s2"), on: "20")
    #expect(script.responseStatus("20", "s2") == .completed)
  }

  @Test func `what was done at each stage of a chain is seen at its end`() {
    for last in ["05", "30"] {
      var script = merged()
      script.by("carol", .step(.completed, "s2"), on: "10")
      script.observed(last)
      script.observed("20") { $0.merge(into: last) }
      #expect(script.responseStatus(last, "s1") == .completed)
      #expect(script.responseStatus(last, "s2") == .completed)
      #expect(script.view(last).response("s2")?.source == incident("10"))
      #expect(script.view(last).responses.count == 3)
      script.undo("carol")
      #expect(script.entries.last?.incidents == [incident(last)])
      #expect(script.responseStatus(last, "s2") == .open)
      script.redo("carol")
      #expect(script.responseStatus(last, "s2") == .completed)
    }
  }

  @Test func `an old id that takes no part is not named`() {
    var script = merged()
    script.observed("30")
    let judgement = script.propose("carol", .step(.completed, "s1"), on: "10", "30")
    #expect(judgement.accepted.isEmpty)
    #expect(judgement.formerIDs.isEmpty)
  }

  @Test func `a conflict on a source's response is seen through the target`() {
    var script = merged()
    let seen = script.view("20").version
    script.by("bob", .step(.skipped, "s2"), on: "20")
    #expect(
      script.propose("carol", .step(.started, "s2"), on: "10", seen: seen)
        .refusal?.sentence.contains("skipped") == true)
    script.by("bob", .step(.reopened, "s2"), on: "20")
    #expect(
      script.propose("carol", .step(.started, "s2"), on: "10", seen: seen)
        .conflict?.contains("bob") == true)
  }

  @Test func `what was done before the merge can be undone after it`() {
    var script = merged()
    script.undo("alice")
    #expect(script.entries.last?.incidents.map(\.text) == ["20"])
    #expect(script.responseStatus("20", "s1") == .open)
    script.undo("alice")
    #expect(script.view("20").acknowledgement.value == nil)
    #expect(script.undo("alice") == nil)
    script.redo("alice")
    script.redo("alice")
    #expect(script.responseStatus("20", "s1") == .completed)
    #expect(script.view("20").acknowledgement.value?.by.name == "alice")
    script.undo("bob")
    script.undo("bob")
    #expect(script.view("20").remarks.map(\.isWithdrawn) == [true, true])
    #expect(script.replayed == script.book)
  }

  @Test func `closing what was then merged cannot be undone`() {
    var script = JournalScript()
    script.observed("10")
    script.observed("20")
    script.by("alice", .closed, on: "10")
    script.observed("10") { $0.merge(into: "20") }
    #expect(script.undo("alice")?.conflict?.contains("Defender") == true)
  }

  @Test func `a redirect taken back parts them again, each with its own`() {
    var script = merged()
    script.by("carol", .commented(text: "after the merge"), on: "10")
    script.observed("10") {
      $0.redirect = nil
      $0.status = .active
    }
    #expect(script.book.mergeTarget(of: incident("10")) == MergeTarget.none)
    #expect(script.view("20").responses.map(\.id) == ["t1"])
    #expect(script.view("20").remarks.map(\.text) == ["on the target", "after the merge"])
    #expect(script.view("10").remarks.map(\.text) == ["on the source"])
    #expect(Set(script.book.queue().map(\.id.text)) == ["10", "20"])
  }

  @Test func `a redirect to elsewhere moves what it brings`() {
    var script = merged()
    script.observed("30")
    script.observed("10") { $0.merge(into: "30") }
    #expect(script.view("20").responses.map(\.id) == ["t1"])
    #expect(script.view("30").responses.map(\.id) == ["s1", "s2"])
  }

  @Test func `a target that arrives late takes over`() {
    var script = JournalScript()
    script.observed("1") {
      $0.merge(into: "2")
      $0.ask("r1")
    }
    script.by("alice", .step(.started, "r1"), on: "1")
    script.observed("2")
    #expect(script.responseStatus("2", "r1") == .inProgress)
    #expect(script.book.queue().map(\.id.text) == ["2"])
  }

  @Test func `a bulk over both shows once`() {
    var script = JournalScript()
    script.observed("1")
    script.observed("2")
    script.by("alice", .commented(text: "same actor"), on: "1", "2")
    script.observed("1") { $0.merge(into: "2") }
    #expect(script.view("2").remarks.map(\.text) == ["same actor"])
    script.undo("alice")
    #expect(script.view("2").remarks.map(\.isWithdrawn) == [true])
    #expect(script.undo("alice") == nil)
  }

  @Test func `what a newer version wrote on a source makes the target read-only`() {
    var script = merged()
    script.raw("zoe", .other(kind: "escalated"), on: "10")
    #expect(script.propose("alice", .acknowledged, on: "20").refusal == .newerVersion)
  }
}
