// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most incidents about the target whose responses are looked at: a key must not wait.
  private static let blastLimit = 40
  /// The most incidents that are named.
  private static let namedLimit = 4

  /// What a response touches beside its target, as facts of a question; nothing where nothing is
  /// known.
  func blastFacts(of response: ResponseCase, on view: Case) -> [Confirmation.Fact] {
    let document = openedHere?.incident
    let described = document?.responses.first { $0.id == response.id }
    let entity = described.flatMap { document?.entity(of: $0) }
    let ids = (entity.map(queue.incidents(about:)) ?? []).filter { $0 != view.id }
    let radius = BlastRadius(
      of: response, on: view, document: document,
      others: ids.prefix(Self.blastLimit).lazy.compactMap(book.view(of:)))
    var facts: [Confirmation.Fact] = []
    func add(_ label: String, _ value: String, _ yields: Int) {
      if value.isEmpty { return }
      facts.append(
        Confirmation.Fact(label: label, value: value, isShortened: true, yields: yields))
    }
    add("Already", alreadyDone(radius), 1)
    add("Elsewhere", elsewhere(queue.openPrefix(of: ids), of: ids), 2)
    add("Logged on", radius.loggedOn.joined(separator: ", "), 4)
    let traits = radius.traits.map { $0.label == "role" ? $0.value : "\($0.label) \($0.value)" }
    add("Target is", traits.joined(separator: dot), 5)
    return facts
  }

  private func alreadyDone(_ radius: BlastRadius) -> String {
    let said = radius.remediation.map { "Defender's evidence says \($0)" }
    let done = radius.alreadyDone.prefix(2).map { "done in \($0.incident)" }
    return (said + done).joined(separator: dot)
  }

  private func elsewhere(_ count: Int, of ids: [IncidentID]) -> String {
    guard count > 0 else { return "" }
    let named = ids.prefix(min(count, Self.namedLimit)).map(\.text).joined(separator: ", ")
    let more = count > Self.namedLimit ? " and \(count - Self.namedLimit) more" : ""
    let noun = count == 1 ? "open incident" : "open incidents"
    return "in \(count) more \(noun): \(named)\(more)"
  }
}
