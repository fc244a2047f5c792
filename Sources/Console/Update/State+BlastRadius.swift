// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most incidents about the target whose responses are looked at: a key must not wait.
  private static let blastLimit = 40
  /// The most incidents that are named.
  private static let namedLimit = 4

  /// The most targets whose reach is told in a question about many.
  private static let toldTargets = 3

  /// What a response touches beside its target, as facts of a question; nothing where nothing is
  /// known.
  func blastFacts(of response: ResponseCase, on view: Case) -> [Confirmation.Fact] {
    facts(of: radius(of: response, on: view), except: [view.id])
  }

  /// What responses touch that are hard to take back, target by target, for a question about many.
  func blastFacts(of record: ResponseRecord, on views: [Case]) -> [Confirmation.Fact] {
    guard record.step == .completed else { return [] }
    let ids = Set(views.map(\.id))
    let hard = views.flatMap { view in
      record.responses(of: view.id).compactMap(view.response).filter { response in
        let event = Event.response(ResponseRecord(responses: [response.id], step: .completed))
        return event.danger(on: view) > .reversible
      }.map { (response: $0, view: view) }
    }
    let radii = BlastRadius.combined(hard.map { radius(of: $0.response, on: $0.view, except: ids) })
    let told = radii.map { (radius: $0, facts: facts(of: $0, except: ids)) }
      .filter { !$0.facts.isEmpty }
    guard radii.count > 1 else { return (told.first?.facts ?? []) + unread(views) }
    let lines = told.prefix(Self.toldTargets).map { radius, facts in
      let name = radius.target.name.isEmpty ? radius.target.id : radius.target.name
      let texts = facts.map {
        "\($0.label.prefix(1).lowercased() + $0.label.dropFirst()) \($0.value)"
      }
      return Confirmation.Fact(
        label: "Touches", value: "\(name): \(texts.joined(separator: "; "))")
    }
    let more = told.count - lines.count
    let rest =
      more > 0
      ? [
        Confirmation.Fact(
          label: "Touches", value: "and something of \(more.counted("more target")): open one alone"
        )
      ] : []
    return lines + rest + unread(views)
  }

  /// That some documents are not at hand, so that what they know is not told.
  private func unread(_ views: [Case]) -> [Confirmation.Fact] {
    let missing = views.filter { document(of: $0.id) == nil }.map(\.id.text)
    guard !missing.isEmpty else { return [] }
    let named = missing.prefix(Self.namedLimit).joined(separator: ", ")
    let more = missing.count - Self.namedLimit
    let value = named + (more > 0 ? " and \(more) more" : "")
    return [Confirmation.Fact(label: "Not read", value: "what \(value) say of the target")]
  }

  /// An incident's document, if it is at hand.
  private func document(of id: IncidentID) -> Incident? {
    surveyed[id] ?? opened.flatMap { $0.incident.id == id ? $0.incident : nil }
  }

  private func radius(
    of response: ResponseCase, on view: Case, except: Set<IncidentID> = []
  ) -> BlastRadius {
    book.blastRadius(
      of: response, on: view, document: document(of: view.id), except: except,
      limit: Self.blastLimit, about: queue.incidents(about:))
  }

  private func facts(
    of radius: BlastRadius, except: Set<IncidentID>
  ) -> [Confirmation.Fact] {
    let ids = (radius.entity.map(queue.incidents(about:)) ?? []).filter { !except.contains($0) }
    var facts: [Confirmation.Fact] = []
    func add(_ label: String, _ value: String, _ yields: Int) {
      if value.isEmpty { return }
      facts.append(
        Confirmation.Fact(label: label, value: value, isShortened: true, yields: yields))
    }
    let excluded = ExclusionWords.text(radius.excluded)
    if !excluded.isEmpty { facts.append(Confirmation.Fact(label: "Excluded", value: excluded)) }
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
