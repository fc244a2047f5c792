// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What an analyst reads first: what happened, whom it hit, what is asked.
enum SummaryPage {
  static func write(_ opened: Opened, _ view: Case, _ state: State, on page: inout Page) {
    let incident = opened.incident
    let summary = opened.summary
    if incident.isReceived {
      let title = VisibleText(incident.title, .prose, showingAll: true)
      page.paragraph(title, Style(.title, .bold))
      if title.badges.mixed > 0 {
        page.labelled(
          "Beware", "MIXED: a word of the title has letters of several alphabets",
          Style(.warning, .bold))
      }
      let others = title.badges.warnings.filter { $0 != "MIXED" }
      if !others.isEmpty {
        page.labelled(
          "Beware",
          VisibleText("\(others.joined(separator: " ")): the title has signs no eye sees", .typed),
          Style(.warning, .bold))
      }
    } else {
      page.paragraph(
        VisibleText("Details not received; only parts of this incident were.", .typed),
        Style(.warning))
    }
    writeChanges(state, on: &page)
    writeMove(view, state, on: &page)
    ClockWords.write(view, state, on: &page)
    let excluded = state.readiness.exclusions.filter { $0.isNamed(in: incident) }
    page.labelled("Excluded", ExclusionWords.line(excluded), .accent)
    if let snoozed = state.queue[view.id]?.snoozed {
      let condition = snoozed.snooze.condition(titles: incident)
      page.labelled(
        "Snoozed",
        VisibleText("until \(condition) by \(snoozed.by): \(snoozed.snooze.reason)", .prose))
    }
    if summary.narrative.isEmpty && summary.details.isEmpty {
      page.labelled("Experts", VisibleText("wrote nothing yet", .typed), .muted)
    }
    page.labelled("Experts", VisibleText(summary.narrative, .multiline))
    writeImpact(summary, state, on: &page)
    page.labelled(
      "ATT&CK",
      summary.techniques.map { id in
        [indicator(id), own(opened.techniqueNames[id].map { " " + $0 } ?? "", .muted)]
      })
    writeAssets("Devices", summary.devices, on: &page)
    writeAssets("Users", summary.users, on: &page)
    writeAssets("Mailboxes", summary.mailboxes, on: &page)
    writeIndicators(summary, on: &page)
    writeText("Description", summary.details, on: &page)
    for (index, text) in summary.recommendedActions.enumerated() {
      writeText(index == 0 ? "Recommended actions" : "", text, on: &page)
    }
    for (index, query) in summary.huntingQueries.enumerated() {
      writeText(index == 0 ? "Hunting queries (KQL)" : "", query, on: &page)
    }
    writeRecord(incident, view, state.times, on: &page)
  }

  private static func writeChanges(_ state: State, on page: inout Page) {
    guard let (look, changes) = state.changesSinceLook else { return }
    let age = Age(from: look.at, to: state.now)
    page.labelled(
      "Changed",
      VisibleText(
        "since you looked (\(age) ago): " + changes.phrases.joined(separator: "; "), .prose),
      .accent)
  }

  /// Whose move it is, who has it, and where what is recorded here differs from Defender.
  private static func writeMove(_ view: Case, _ state: State, on page: inout Page) {
    let turn = view.turn
    page.labelled(
      "Move", VisibleText(turn.isYours ? "yours: \(turn.why)" : turn.why, .typed),
      turn.isYours ? Style(.yourMove, .bold) : .text)
    var here: [[StyledText]] = []
    if !view.owner.value.isEmpty {
      here.append([indicator(view.owner.value)])
    }
    if view.owner.differs {
      let other = view.owner.serviceEntry.value
      here.append([own("Defender: ", .muted), indicator(other.isEmpty ? "nobody" : other, .muted)])
    }
    if here.isEmpty { here.append([own("nobody", .muted)]) }
    if view.seen == nil && turn.isYours {
      here.append([own("not acknowledged", .muted)])
    }
    if let seen = view.acknowledgement.value {
      let isEarlier = view.seen == nil && turn.isYours
      here.append([
        own(
          isEarlier ? "before the last call by " : "acknowledged by ", isEarlier ? .muted : .text),
        indicator(seen.by.title), own(" \(state.times.dayAndTime(seen.at))", .muted),
      ])
    }
    page.labelled("Owner", here)
    if view.status.differs {
      page.labelled(
        "Status",
        [
          [own("\(view.status.value.title) here", Style(.done))],
          [own("Defender: ", .muted), indicator(view.status.serviceEntry.value.title, .muted)],
        ])
    }
    if case .absent(let target) = state.book.mergeTarget(of: view.id) {
      let isCircle = state.book.isMergedInCircle(view.id)
      let what = isCircle ? "round in a circle" : "which is not here"
      page.labelled("Merged", VisibleText("into \(target), \(what)", .typed))
    }
    let resolution = view.resolution.value
    if resolution.classification != .unknown {
      page.labelled(
        "Verdict",
        [
          [indicator(resolution.classification.title)],
          [indicator(resolution.determination.title)],
        ])
    }
    if view.resolution.current.isOurs && !resolution.comment.isEmpty {
      page.labelled("", VisibleText(resolution.comment, .prose), .muted)
    }
  }

  private static func writeImpact(
    _ summary: InvestigationSummary, _ state: State, on page: inout Page
  ) {
    var parts: [[StyledText]] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append([own("\(count) \(count == 1 ? one : many)")]) }
    }
    add(summary.devices.count, "device", "devices")
    add(summary.users.count, "user", "users")
    add(summary.mailboxes.count, "mailbox", "mailboxes")
    page.labelled("Impact", parts)
    var span: [[StyledText]] = []
    if let first = summary.firstActivityAt {
      span.append([own("first ", .muted), own(state.times.dayAndTime(first))])
    }
    if let last = summary.lastActivityAt {
      span.append([own("last ", .muted), own(state.times.dayAndTime(last))])
    }
    page.labelled("Activity", span)
  }

  private static func writeAssets(
    _ label: String, _ assets: [InvestigationSummary.Asset], on page: inout Page
  ) {
    page.labelled(
      label,
      assets.map { asset in
        asset.name.isEmpty || asset.name == asset.identifier
          ? [indicator(asset.identifier)]
          : [indicator(asset.name)]
      })
  }

  private static func writeIndicators(
    _ summary: InvestigationSummary, on page: inout Page
  ) {
    guard !summary.indicators.isEmpty else { return }
    page.heading("Indicators")
    for item in summary.indicators {
      let name = item.name == item.value ? "" : item.name
      page.line(
        own(item.kind.title.lowercased().padded(to: Page.labelColumns), .muted),
        indicator(item.value), own(name.isEmpty ? "" : "  "), indicator(name, .muted))
    }
    let verdicts = summary.verdicts
      .sorted { ($1.value, $0.key.title) < ($0.value, $1.key.title) }
      .map { [own("\($0.value) "), indicator($0.key.title, .muted)] }
    page.labelled("verdicts", verdicts)
  }

  private static func writeText(_ heading: String, _ text: String, on page: inout Page) {
    guard !text.isEmpty else { return }
    if heading.isEmpty { page.blank() } else { page.heading(heading) }
    page.paragraph(VisibleText(text, .multiline))
  }

  private static func writeRecord(
    _ incident: Incident, _ view: Case, _ times: ScreenTimes, on page: inout Page
  ) {
    page.heading("Record")
    let shown = view.shownTags.map { tag in
      [indicator(tag.name)] + (tag.isOnlyHere ? [own(" here", .muted)] : [])
    }
    let taken = view.tagsTakenOff.map { [indicator($0), own(" taken off here", .muted)] }
    page.labelled("Tags", shown + taken + incident.systemTags.map { [indicator($0)] })
    if let score = incident.priorityScore {
      page.labelled("Priority", VisibleText("\(score) of 100", .typed))
    }
    if let created = incident.createdAt {
      page.labelled("Created", VisibleText(times.dayAndTime(created), .typed))
    }
    if let updated = incident.updatedAt {
      let by = incident.lastModifiedBy.isEmpty ? "" : " by \(incident.lastModifiedBy)"
      page.labelled("Updated", VisibleText(times.dayAndTime(updated) + by, .typed))
    }
    page.labelled("Link", VisibleText(incident.portalLink, .indicator))
    for flag in incident.flags {
      page.labelled(
        "Unread", VisibleText("\(flag.path): \(flag.reason): \(flag.raw)", .typed),
        Style(.warning))
    }
  }
}
