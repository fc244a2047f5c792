// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

/// What is switched off, and what is to be done, over all incidents.
@Suite struct ContainmentBoardTests {
  private static let release: SampleIncident = {
    var incident = SampleIncident(
      id: "2972500", title: "Back to service", severity: "low", status: "awaitingAction")
    incident.tasks = [
      SampleTask(
        id: "z1", title: "Release FIN-SRV-04", action: "unIsolateDevice",
        target: SampleIncident.server)
    ]
    return incident
  }()

  private func story(_ size: Size = Size(rows: 24, columns: 100)) -> Story {
    Story(SampleIncident.queue + [Self.release], size: size)
  }

  @Test func `g b lists what is switched off, and who says so`() {
    let story = story().press("3 x y g b")
    story.expect(
      screenContains: "Containment", "2 in force · 1 only recorded here · 1 asked to be lifted",
      "Isolate device", "FIN-SRV-04", "here: alice", "Block indicator", "203.0.113.7", "Defender")
    story.press("/").type("isolate").press("Enter").expect(
      screenContains: "Recorded  here by alice", "To lift   release the device from isolation",
      "Asked     in incident 2972500, response z1")
  }

  @Test func `o goes to the response that lifts it, where it is recorded with the usual care`() {
    let story = story().press("3 x y g b /").type("isolate").press("Enter o")
    story.expect(selected: "2972500")
    #expect(story.state.board == nil && story.state.focus == .responses)
    #expect(story.state.responsesPane.selection == "z1")
    story.press("x g b").expect(screenContains: "1 in force").expect(screenLacks: "Isolate")
  }

  @Test func `what nobody asks to be lifted is recorded as lifted, and can be taken back`() {
    let story = story().press("3 x y g b x")
    story.expect(
      screenContains: "Record as lifted", "This records that what was switched off for",
      "2972395, response r4")
    story.press("y").expect(journal: ["response.completed", "recorded"])
    story.expect(screenContains: "lifted what response r4 of 2972395 switched off")
    story.expect(screenLacks: "Block indicator")
    story.press("u").expect(screenContains: "Block indicator")
  }

  @Test func `what a response asks to be lifted is done there`() {
    let story = story().press("3 x y g b /").type("isolate").press("Enter x")
    story.expect(journal: ["response.completed"])
    story.expect(screenContains: "Incident 2972500 asks for that")
  }

  @Test func `g p lists what is to be done, and marks a conflict`() {
    let story = story().press("g p")
    story.expect(
      screenContains: "6 open on 5 targets · 2 in conflict (!)",
      "device FIN-SRV-04 (id \(SampleIncident.server))", "! Isolate device", "! Release device",
      "Conflict  incident 2972500, response z1 wants the opposite")
    story.press("j o").expect(selected: "2972500")
    #expect(story.state.responsesPane.selection == "z1")
  }

  /// Two incidents that ask for the same device to be isolated, one for more.
  private static let twice: [SampleIncident] = {
    var other = SampleIncident(
      id: "2972501", title: "Same device", severity: "medium", status: "awaitingAction")
    other.tasks = [
      SampleTask(
        id: "z1", title: "Isolate the server", action: "isolateDevice",
        target: SampleIncident.server),
      SampleTask(
        id: "z2", title: "Scan the server", action: "runAntiVirusScan",
        target: SampleIncident.server),
    ]
    return [.ransomware, other]
  }()

  @Test func `x on the plan records a step for every incident that asks for it, once seen`() {
    let story = Story(Self.twice, size: Size(rows: 30, columns: 100)).press("g p x")
    story.expect(
      screenContains: "Mark done 2 responses of 2 incidents", "Isolate the server",
      "2972395", "2972501", "tocsin carries out none of them.")
    story.expect(journal: []).press("y").expect(journal: ["response.completed"])
    #expect(story.state.book.view(of: id("2972501"))?.response("z1")?.status.value == .completed)
    #expect(story.state.book.view(of: id("2972501"))?.response("z2")?.status.value == .open)
    story.press("u").expect(journal: ["response.completed", "undone"])
    #expect(story.state.book.view(of: id("2972501"))?.response("z1")?.status.value == .open)
  }

  @Test func `B records all that is to be done to one target`() {
    let story = Story(Self.twice, size: Size(rows: 30, columns: 100)).press("g p B y")
    story.expect(journal: ["response.completed"])
    #expect(
      story.state.responsePlan.groups.allSatisfy { $0.target.id != SampleIncident.server })
  }

  @Test func `what is in conflict is not recorded from the plan`() {
    let story = story().press("g p x").expect(journal: [])
    story.expect(screenContains: "Another step wants the opposite")
    story.press("B").expect(journal: [])
    story.expect(screenContains: "No step on this target can be recorded")
  }

  @Test func `a board follows what is recorded`() {
    let story = story().press("g p")
    let before = story.state.board?.content.rows.count ?? 0
    let bob = story.colleague("bob")
    bob.press("3 j x")
    story.refresh()
    #expect(story.state.board?.content.rows.count == before - 1)
  }

  @Test func `both can be read where nothing can be recorded`() {
    story().set { $0.readOnlyReason = "It is somebody's." }
      .press("g b").expect(screenContains: "1 in force")
      .press("g p").expect(screenContains: "open on")
      .press("Esc").expect(screenContains: "Queue")
  }
}
