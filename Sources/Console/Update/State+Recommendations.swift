// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most incidents listed in the queue at once.
  private static let listed = 200

  /// The selected recommendation.
  var selectedRecommendation: Recommendation? {
    guard board?.kind == .recommendations, let id = board?.selected?.id,
      let subject = Subject(.recommendation, id), let record = book.record(subject)
    else { return nil }
    return Recommendation(record)
  }

  /// Why there is no recommendation to do something with; `nil` if there is.
  var reasonWithoutRecommendation: String? {
    selectedRecommendation == nil ? "No recommendation is selected." : nil
  }

  /// Why a decision cannot be recorded; `nil` if it can.
  func reasonAgainst(decision state: RecommendationState) -> String? {
    if let readOnlyReason { return readOnlyReason }
    guard let item = selectedRecommendation else { return reasonWithoutRecommendation }
    if state == .verified,
      let reason = RecommendationDecision.verify(evidence: "").reasonAgainst(from: item.state)
    {
      return reason
    }
    return item.state == state ? "It is \(state.title) already." : nil
  }

  /// Records a decision on the selected recommendation.
  mutating func decide(_ decision: RecommendationDecision) -> [Effect] {
    guard let item = selectedRecommendation, var fields = decision.fields else { return [] }
    // What was never set stays unset.
    fields = fields.filter { !$0.value.isEmpty || !item.record[$0.key].isEmpty }
    return record(item.record.subject, fields)
  }

  /// Asks for what a decision needs: the reason or the evidence.
  mutating func openDecision(_ state: RecommendationState) -> [Effect] {
    guard let item = selectedRecommendation else { return [] }
    let field: RecordForm.Field =
      state == .declined
      ? .init(Recommendation.Field.reason, "Reason", .text, hint: "why not", isRequired: true)
      : .init(
        Recommendation.Field.evidence, "Evidence", .text, hint: "what shows that it is so",
        isRequired: true)
    var fixed = [Recommendation.Field.state: state.graphName]
    let other =
      state == .declined ? Recommendation.Field.evidence : Recommendation.Field.reason
    if !item.record[other].isEmpty { fixed[other] = "" }
    return openForm(
      state == .declined ? "Decline" : "Verify", .record(item.record.subject), [field],
      fixed: fixed)
  }

  /// Opens the form of the selected recommendation.
  mutating func editRecommendation() -> [Effect] {
    guard let item = selectedRecommendation else { return [] }
    return openForm("Recommendation", .record(item.record.subject), Self.recommendationFields)
  }

  /// Opens the form for a new one.
  mutating func addRecommendation() -> [Effect] {
    openForm(
      "New recommendation", .new(.recommendation, after: Recommendation.Field.text),
      Self.recommendationFields,
      suggested: [Recommendation.Field.source: "review \(zone.reading(at: now).day)"])
  }

  private static let recommendationFields: [RecordForm.Field] = [
    .init(Recommendation.Field.text, "Text", .text, hint: "what is advised", isRequired: true),
    .init(Recommendation.Field.owner, "Owner"),
    .init(Recommendation.Field.due, "Due", .moment),
    .init(Recommendation.Field.source, "Source", hint: "where it comes from"),
  ]

  /// Why the recommended actions of the incident cannot be taken in; `nil` if they can.
  var reasonAgainstTaking: String? {
    if let readOnlyReason { return readOnlyReason }
    guard selectedID != nil else { return Self.nothingSelected }
    guard let opened = openedHere else { return "Its document is not read yet." }
    return opened.summary.recommendedActions.isEmpty
      ? "Neither the incident nor its alerts recommend anything." : nil
  }

  /// Puts the recommended actions of the incident on the backlog.
  mutating func takeRecommendations() -> [Effect] {
    guard let opened = openedHere else { return [] }
    let id = book.current(opened.incident.id)
    let intake = RecommendationIntake(
      opened.summary.recommendedActions, from: id, source: "incident \(id)", in: book)
    guard !intake.edit.values.isEmpty else {
      say(.info, "Nothing new: \(intake.phrase(in: book)).")
      return []
    }
    return commit(Proposal(intake.edit, seen: nil))
  }

  /// Why no incidents can be listed; `nil` if they can.
  var reasonWithoutIncidents: String? {
    guard let item = selectedRecommendation else { return reasonWithoutRecommendation }
    return item.incidents(in: book).isEmpty ? "No incident is linked to it." : nil
  }

  /// Lists the incidents of the selected recommendation in the queue.
  mutating func listIncidentsOfRecommendation() -> [Effect] {
    guard let item = selectedRecommendation else { return [] }
    let ids = item.incidents(in: book)
    let effects = pivot(to: QueueFilter(ids: Array(ids.suffix(Self.listed))))
    if ids.count > Self.listed {
      say(.info, "The newest \(Self.listed) of \(ids.count) incidents are listed.")
    }
    return effects
  }
}
