// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Resources

/// The escalation guide that is compiled in.
enum GuideFile {
  /// The guide; without steps if its file cannot be read, which a test excludes.
  static var guide: EscalationGuide {
    guard let bytes = Resources.bytes(named: "escalation-guide.json"),
      let root = try? JSONDocument(bytes: bytes).root, let steps = root["steps"]
    else { return EscalationGuide() }
    return EscalationGuide(steps.elements.compactMap(step))
  }

  private static func step(_ value: JSONValue) -> EscalationGuide.Step? {
    guard let id = text(value, "id"), let question = text(value, "question") else { return nil }
    return EscalationGuide.Step(
      id: id, question: question, details: text(value, "details") ?? "",
      record: text(value, "record") ?? "",
      answers: Array(value["answers"]?.elements.compactMap(answer) ?? []),
      links: Array(value["links"]?.elements.compactMap(link) ?? []))
  }

  private static func answer(_ value: JSONValue) -> EscalationGuide.Answer? {
    guard let name = text(value, "value"), let title = text(value, "title") else { return nil }
    return EscalationGuide.Answer(name, title, next: text(value, "next"))
  }

  private static func link(_ value: JSONValue) -> EscalationGuide.Link? {
    guard let title = text(value, "title"), let url = text(value, "url") else { return nil }
    return EscalationGuide.Link(title, url)
  }

  private static func text(_ value: JSONValue, _ name: String) -> String? {
    value[name]?.string?.text
  }
}
