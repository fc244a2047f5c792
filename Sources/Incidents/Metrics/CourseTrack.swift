// SPDX-License-Identifier: MIT

/// One incident and those merged into it, while the journal is read.
///
/// Each thing is dated by the service's own time where that is earlier than the line, and counts if
/// that is before the end of the period, however late its line was written.
struct CourseTrack {
  private var members: [IncidentID: Case] = [:]
  private var course: IncidentCourse
  /// The time of the line before.
  private var last: Timestamp
  /// Whether the ball has passed at or after the end of the period: where it was then stays.
  private var isOver = false

  init(_ id: IncidentID, at moment: Timestamp) {
    course = IncidentCourse(
      id: id, startedAt: moment, holder: .experts, heldSince: moment)
    last = moment
  }

  /// Takes over a line that names one of them.
  mutating func take(_ entry: JournalEntry, on id: IncidentID, in period: Period) {
    // The order is the journal's; a clock that went back does not turn time.
    last = max(last, entry.ownTime)
    let at = last
    switch entry.event {
    case .observed(let observation):
      let seen = observation.slim
      members[id, default: Case(id: id)].apply(entry.with(.observed(seen)))
      notice(observation, at: at, in: period)
    case .acknowledged, .response, .resolved, .reopened:
      members[id, default: Case(id: id)].apply(entry)
      notice(entry, on: id, at: at, in: period)
    default: return
    }
    if !isOver { pass(to: holder, entry, at: at, in: period) }
  }

  /// The course up to the end of a period.
  func course(at period: Period) -> IncidentCourse {
    var track = self
    track.count(until: period.end, in: period)
    return track.course
  }

  private mutating func notice(_ observation: Observation, at: Timestamp, in period: Period) {
    if let created = observation.createdAt?.new, created < course.startedAt {
      if course.heldSince == course.startedAt { course.heldSince = created }
      course.startedAt = created
    }
    if course.investigatedAt == nil, observation.showsExperts {
      let asked = observation.responses.compactMap(\.new.createdAt)
      let shown = (asked + [observation.awaitingSince ?? at, at]).min() ?? at
      if shown < period.end { course.investigatedAt = shown }
    }
    for change in observation.responses where change.old?.status != change.new.status {
      let at = min(at, change.new.statusAt ?? at)
      guard at < period.end else { continue }
      if change.new.status == .completed, change.new.performer.isCustomer { course.hasHelp = true }
      if change.new.status == .failed, period.contains(at) {
        course.failures.append(
          IncidentCourse.Failure(
            response: change.new.id, title: change.new.title, target: change.new.target, at: at))
      }
    }
  }

  private mutating func notice(
    _ entry: JournalEntry, on id: IncidentID, at: Timestamp, in period: Period
  ) {
    guard at < period.end else { return }
    switch entry.event {
    case .acknowledged: course.acknowledgedAt = course.acknowledgedAt ?? at
    case .response(let record):
      guard let status = record.step.status, status != .open else { return }
      course.actedAt = course.actedAt ?? at
      if status == .completed { course.hasHelp = true }
      guard status == .failed, period.contains(at) else { return }
      for response in record.responses(of: id) {
        course.failures.append(
          IncidentCourse.Failure(
            response: response, title: "", target: "", at: at, by: entry.by))
      }
    default: return
    }
  }

  /// Who has the ball, by the fold's rules, over all that is not merged into another of them.
  private var holder: IncidentCourse.Holder {
    let turns = views.map(\.turn)
    if turns.contains(where: \.isYours) { return .customer }
    return turns.allSatisfy { $0 == .closed } ? .nobody : .experts
  }

  private var isResolved: Bool { views.contains { $0.status.value == .resolved } }

  private var views: [Case] {
    guard members.count > 1 else { return Array(members.values) }
    let ordered = members.values.sorted { $0.id < $1.id }
    var open = ordered.filter { $0.service.redirect.map { members[$0] == nil } ?? true }
    let merged = ordered.filter { $0.service.redirect.map { members[$0] != nil } ?? false }
    // What was merged belongs to the one that stands for all; until that is here, to any.
    guard let place = open.firstIndex(where: { $0.id == course.id }) ?? open.indices.first else {
      return ordered
    }
    for source in merged { open[place].absorb(source) }
    return open
  }

  private mutating func pass(
    to holder: IncidentCourse.Holder, _ entry: JournalEntry, at: Timestamp, in period: Period
  ) {
    guard holder != course.holder else {
      if holder == .nobody, at < period.end { course.isResolved = isResolved }
      return
    }
    var moment = at
    if case .observed(let observation) = entry.event {
      switch holder {
      // The line says since when, which may be before or after the rest of what it tells.
      case .customer: moment = min(max(at, entry.at), observation.awaitingSince ?? at)
      case .nobody: moment = min(at, observation.updatedAt?.new ?? at)
      case .experts: break
      }
    }
    moment = max(moment, course.heldSince)
    guard moment < period.end else {
      isOver = true
      return
    }
    count(until: moment, in: period)
    if course.holder == .customer { course.doneAt = course.doneAt ?? moment }
    if holder == .customer {
      course.awaitedAt = course.awaitedAt ?? moment
      course.calls.append(moment)
    }
    course.closedAt = holder == .nobody ? moment : nil
    course.isResolved = holder == .nobody && isResolved
    course.holder = holder
    course.heldSince = moment
    last = max(last, moment)
  }

  private mutating func count(until end: Timestamp, in period: Period) {
    let start = max(course.heldSince, period.start)
    let end = min(end, period.end)
    guard start < end, course.holder != .nobody else { return }
    course.stretches.append(
      IncidentCourse.Stretch(holder: course.holder, start: start, end: end))
  }
}

extension JournalEntry {
  /// When what it says was so at the latest: when it was written, or, of what the service says,
  /// when the service had last changed the incident and the responses it tells of.
  var ownTime: Timestamp {
    guard case .observed(let observation) = event else { return at }
    let told = observation.updatedAt?.new
    let responses = observation.responses.map { $0.new.statusAt ?? $0.new.createdAt }
    // One without a time of its own may have come at any time.
    guard let latest = (responses.compactMap(\.self) + [told].compactMap(\.self)).max(),
      told != nil || responses.allSatisfy({ $0 != nil })
    else { return at }
    return min(at, latest)
  }

  fileprivate func with(_ event: Event) -> JournalEntry {
    var entry = self
    entry.event = event
    return entry
  }
}

extension Observation {
  /// What decides whose move it is, and nothing else.
  fileprivate var slim: Observation {
    var slim = Observation(digest: "")
    slim.awaitingSince = awaitingSince
    slim.status = status
    slim.redirect = redirect
    slim.responseCounts = responseCounts
    slim.responses = responses.map { change in
      var facts = change.new
      facts.title = ""
      facts.target = ""
      return Change(old: change.old, new: facts)
    }
    return slim
  }

  /// Whether it shows that the experts had a hand in the incident: they wait for the customer, gave
  /// it to or took it from somebody, tagged it, or asked for a response.
  fileprivate var showsExperts: Bool {
    if status?.new == .awaitingAction || !responses.isEmpty || responseCounts?.new != nil {
      return true
    }
    let names = ["Defender Experts", "Customer"]
    if let owner = owner?.new, names.contains(where: owner.equalsIgnoringASCIICase) { return true }
    let tags = (systemTags?.new ?? []) + (tags?.new ?? [])
    return tags.contains { $0.equalsIgnoringASCIICase("Defender Experts") }
  }
}
