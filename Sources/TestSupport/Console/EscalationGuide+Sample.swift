// SPDX-License-Identifier: MIT

public import Incidents

extension EscalationGuide {
  /// A guide of three steps.
  public static let sample = EscalationGuide([
    Step(
      id: "major", question: "Has a major incident happened?",
      details: "The experts do no recovery.", record: "who decided it",
      answers: [
        Answer("yes", "Yes", next: "provider"), Answer("no", "No, or not yet", next: "portal"),
      ]),
    Step(
      id: "provider", question: "Own provider?",
      answers: [Answer("yes", "Yes"), Answer("no", "No", next: "portal")]),
    Step(
      id: "portal", question: "Go to the hub", answers: [Answer("done", "Done")],
      links: [Link("The hub", "https://hub.example/home")]),
  ])
}

extension ResponseProvider {
  /// A provider.
  public static let sample = ResponseProvider(
    name: "Example IR", phone: "+49 30 555 0100", contract: "IR-2026-7", customer: "unified")
}
