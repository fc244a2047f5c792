// SPDX-License-Identifier: MIT

extension CaseBook {
  /// Since when the customer is awaited, if an observation made now makes it their move; `nil` if
  /// it does not, or if it was theirs before.
  ///
  /// It is the earlier of the observation and the service's own time: when a response that is new
  /// here was created, or when an incident newly awaiting action was last changed.
  public func awaitingSince(
    with observation: Observation, of id: IncidentID, at time: Timestamp
  ) -> Timestamp? {
    let known = self.case(id)
    var after = known ?? Case(id: id)
    guard known == nil || !after.turn.isYours else { return nil }
    after.apply(
      JournalEntry(
        seq: seq + 1, at: time, by: Author(name: "", uid: 0), on: [Subject(id): after.version],
        event: .observed(observation)))
    guard case .yours(let reasons) = after.turn else { return nil }
    var times = [time]
    if reasons.contains(.awaitingAction), observation.status != nil,
      let updated = after.service.updatedAt
    {
      times.append(updated)
    }
    for change in observation.responses where change.old == nil {
      if after.response(change.new.id)?.isOpenForCustomer == true,
        let created = change.new.createdAt
      {
        times.append(created)
      }
    }
    return times.min()
  }
}
