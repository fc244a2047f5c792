// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct DangerTests {
  private func view(_ severity: Severity, _ action: ResponseAction) -> Case {
    var script = JournalScript()
    script.observed("1") {
      $0.severity = severity
      $0.ask("r1", .open, by: .you, action)
      $0.ask("r2", .completed)
    }
    return script.view("1")
  }

  // Marking it done; r reversible, h hard, g grave.
  @Test(arguments: [
    (ResponseAction.text, Danger.reversible), (.isolateDevice, .hard),
    (.unIsolateDevice, .reversible),
    (.restrictAppExecution, .hard), (.unRestrictAppExecution, .reversible),
    (.stopAndQuarantineFile, .hard), (.runAntiVirusScan, .reversible),
    (.collectInvestigationPackage, .reversible), (.submitIocRule, .hard), (.disableUser, .hard),
    (.enableUser, .reversible), (.forceUserPasswordReset, .reversible),
    (.markUserAsCompromised, .hard), (.requireSignIn, .reversible),
    (.softDeleteEmail, .reversible), (.hardDeleteEmail, .grave),
    (.unrecognized("wipeDevice"), .hard),
  ])
  func `marking a step done asks as its action demands`(action: ResponseAction, danger: Danger) {
    let view = view(.low, action)
    #expect(Event.step(.completed, "r1").danger(on: view) == danger)
    for step in [ResponseStep.acknowledged, .started, .failed, .skipped, .reopened] {
      #expect(Event.step(step, "r1").danger(on: view) == .reversible, "\(step)")
    }
  }

  @Test func `a record on several responses asks as its worst`() {
    let view = view(.low, .isolateDevice)
    #expect(Event.step(.completed, "r2", "r1").danger(on: view) == .hard)
    #expect(Event.step(.completed, "r2").danger(on: view) == .reversible)
  }

  @Test(arguments: [
    (Severity.informational, Danger.reversible, Danger.hard), (.low, .reversible, .hard),
    (.medium, .reversible, .hard), (.high, .hard, .grave), (.unknown, .hard, .grave),
    (.unrecognized("critical"), .hard, .grave),
  ])
  func `skipping and closing ask as the severity demands`(
    severity: Severity, skip: Danger, close: Danger
  ) {
    let view = view(severity, .text)
    #expect(Event.step(.skipped, "r1").danger(on: view) == skip)
    #expect(Event.closed.danger(on: view) == close)
  }

  @Test func `closing a high-severity incident without open responses is hard, not grave`() {
    var script = JournalScript()
    script.observed("1") {
      $0.severity = .high
      $0.ask("r1")
    }
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(Event.closed.danger(on: script.view("1")) == .hard)
  }

  @Test(arguments: [
    Event.acknowledged, .assigned(owner: nil), .commented(text: "x"), .reopened, .undone(seq: 1),
    .noted(Note(blocker: "x")), .tagged(TagEdit(add: ["x"])), .woken,
    .snoozed(Snooze(until: Timestamp(milliseconds: 1), reason: "x")),
    .classified(.truePositive, .malware),
  ])
  func `what one key takes back asks nothing`(event: Event) {
    #expect(event.danger(on: view(.high, .hardDeleteEmail)) == .reversible)
  }
}
