// SPDX-License-Identifier: MIT

import Incidents
import SafeText

extension State {
  /// The columns of a name in a question; the id that counts stands beside it.
  private static let nameColumns = 40
  /// The columns of an id in a question: more than any of the service's takes.
  private static let targetColumns = ServiceFacts.textLimit
  /// The most of an id that must be typed.
  private static let typedLength = 12

  /// The question before something that is hard to take back.
  func confirmation(of proposal: Proposal, on view: Case) -> Confirmation {
    switch proposal.event {
    case .response(let record):
      responseQuestion(record, proposal, on: view)
    case .resolved(let resolution):
      resolveQuestion(resolution, proposal, on: view)
    default:
      Confirmation(
        title: "Record this?", statement: "This records: \(proposal.event.kind).",
        facts: [fact(of: view)], proposal: proposal)
    }
  }

  private func responseQuestion(
    _ record: ResponseRecord, _ proposal: Proposal, on view: Case
  ) -> Confirmation {
    let response = record.responses(of: view.id).lazy.compactMap(view.response).first
    let entry = (response?.action ?? .text).entry
    let target = fullTarget(of: response, on: view)
    let isGrave = proposal.event.danger(on: view) == .grave
    var facts = [
      Confirmation.Fact(
        label: "Response", value: response?.title ?? "", isShortened: true, yields: 3),
      fact(of: view),
    ]
    let statement: String
    if record.step == .completed {
      let name = targetName(target)
      statement = "This records that \(name) \(entry.done). tocsin does not \(entry.verb)."
      if let response { facts += blastFacts(of: response, on: view) }
      facts.append(
        Confirmation.Fact(
          label: "Undo",
          value: [effect(of: response?.action ?? .text), wayBack("undo", "takes back the record.")]
            .compactMap { $0 }.joined(separator: " ")))
    } else {
      statement =
        "This records that the response will not be carried out. Defender is not told."
      if !target.id.isEmpty {
        // First, because on a low screen the last facts give way.
        facts.insert(
          Confirmation.Fact(label: "Target", value: targetName(target)), at: 0)
      }
      facts.append(.text("Reason", record.note))
      if let undo = wayBack("undo", "takes the record back.") {
        facts.append(Confirmation.Fact(label: "Undo", value: undo))
      }
    }
    return Confirmation(
      title: record.step == .completed ? "Mark done" : "Skip", statement: statement,
      facts: facts, proposal: proposal,
      target: isGrave ? typed(target.id, on: view) : nil)
  }

  private func resolveQuestion(
    _ resolution: Resolution, _ proposal: Proposal, on view: Case
  ) -> Confirmation {
    var facts = [
      fact(of: view),
      Confirmation.Fact(
        label: "As",
        value: "\(resolution.classification.title), \(resolution.determination.title)"),
    ]
    let open = view.responses.count(where: \.isOpenForCustomer)
    if open > 0 {
      facts.append(
        Confirmation.Fact(
          label: "Open", value: "\(open) of \(view.responses.count) responses without outcome"))
    }
    if !resolution.comment.isEmpty {
      facts.append(.text("Comment", resolution.comment))
    }
    if let undo = wayBack("undo", "takes it back.") {
      facts.append(Confirmation.Fact(label: "Undo", value: undo))
    }
    let isGrave = proposal.event.danger(on: view) == .grave
    return Confirmation(
      title: "Resolve",
      statement:
        "This records here that incident \(view.id) is resolved. Defender is not told.",
      facts: facts, proposal: proposal, target: isGrave ? typed("", on: view) : nil)
  }

  func fact(of view: Case) -> Confirmation.Fact {
    Confirmation.Fact(
      label: "Incident",
      value: "\(view.id) \(view.service.severity.shortTitle) \(view.service.title)",
      isShortened: true)
  }

  /// The target by the name of the evidence that bears its id, always with the id.
  func targetName(_ target: ResponseTarget) -> String {
    let noun = target.kind == .described ? "the step" : "the \(target.kind.rawValue)"
    guard !target.id.isEmpty else { return noun }
    let id = shortened(target.id)
    return target.name.isEmpty
      ? "\(noun) with id \(id)" : "\(cut(target.name, to: Self.nameColumns)) (id \(id))"
  }

  /// The target as the document has it; the journal's copy may be cut.
  func fullTarget(of response: ResponseCase?, on view: Case) -> ResponseTarget {
    guard let response else { return ResponseTarget(kind: .described, id: "") }
    let document = opened.flatMap { $0.incident.id == view.id ? $0.incident : nil }
    let described = document?.responses.first { $0.id == response.id }
    return described.flatMap { document?.target(of: $0) } ?? view.target(of: response)
  }

  /// Whether what was done can be undone in the world, and how.
  private func effect(of action: ResponseAction) -> String {
    if action.unrecognizedName != nil { return "How to undo the effect is not known here." }
    if action == .text { return "Whether the effect can be undone depends on the step." }
    let entry = action.entry
    return entry.isReversible
      ? "To undo the effect: \(entry.undo)." : "The effect cannot be undone."
  }

  /// An id with its beginning and its end: both tell it from others that somebody chose alike.
  private func shortened(_ target: String) -> String {
    let scalars = target.unicodeScalars
    guard scalars.count > Self.targetColumns else { return cut(target, to: Self.targetColumns) }
    let half = Self.targetColumns / 2 - 10
    let sign = isASCII ? "~" : "…"
    return cut(String(scalars.prefix(half)), to: half) + sign
      + String(scalars.suffix(half)) + " (\(scalars.count) characters)"
  }

  /// What must be typed: the end of the target's id, or of the incident's where the target has
  /// none that a keyboard can type.
  ///
  /// A mail's id ends with its domain, which tells nothing; what stands before that is asked for.
  private func typed(_ target: String, on view: Case) -> String {
    let scalars = target.unicodeScalars.prefix { $0 != "@" }.drop { $0 == "<" }
    let end = scalars.suffix(6)
    let shown = VisibleText(scalars: end, .typed).text
    // What is shown as itself is what is typed; anything else has a sign of its own.
    let isTypeable =
      !end.isEmpty && end.allSatisfy { (0x21...0x7E).contains($0.value) }
      && shown.unicodeScalars.elementsEqual(end)
    return isTypeable ? shown : String(view.id.text.suffix(Self.typedLength))
  }

  /// As much of a text as takes so many columns when it is shown, and a sign where it was cut.
  private func cut(_ text: String, to columns: Int) -> String {
    func isWide(_ text: String) -> Bool { VisibleText(text, .typed).width > columns }
    guard text.utf8.count > columns * 4 || isWide(text) else { return text }
    let sign = isASCII ? "~" : "…"
    var end = text.unicodeScalars.prefix(columns)
    while !end.isEmpty, isWide(String(end) + sign) { end.removeLast() }
    return String(end) + sign
  }
}
