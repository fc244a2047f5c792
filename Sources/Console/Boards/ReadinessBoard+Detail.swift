// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension ReadinessBoard {
  /// The most changes listed.
  private static let changes = 30

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let row = Row(id: id) else { return }
    let readiness = state.readiness
    switch row {
    case .item(let name):
      guard let item = readiness.items.first(where: { $0.id == name }) else { return }
      write(item, state, on: &page)
    case .assets(let kind): write(kind, state, on: &page)
    case .contact(let name):
      guard let contact = readiness.contacts.first(where: { $0.id == name }) else { return }
      write(contact, state, on: &page)
    case .exclusion(let name):
      guard let exclusion = readiness.exclusions.first(where: { $0.id == name }) else { return }
      write(exclusion, state, on: &page)
    case .permission(let permission): write(permission, state, on: &page)
    case .none(let noun): page.paragraph(VisibleText(help(noun), .typed), .muted)
    }
  }

  private static func write(_ item: ReadinessItem, _ state: State, on page: inout Page) {
    page.paragraph(VisibleText(item.title, .prose), Style(.title, .bold))
    if !item.details.isEmpty { page.paragraph(VisibleText(item.details, .multiline)) }
    page.labelled("State", VisibleText(item.state.title, .prose), item.state.style)
    page.labelled("Where", VisibleText(item.place, .prose))
    page.labelled("Owner", VisibleText(item.owner.isEmpty ? "nobody" : item.owner, .prose))
    if let due = item.due {
      let late = item.isOverdue(at: state.now) ? ", overdue" : ""
      page.labelled("Due", VisibleText(state.times.dayAndTime(due) + late, .typed))
    }
    page.labelled("Source", VisibleText(item.source, .prose))
    page.labelled("Checked", VisibleText(checked(item, state), .typed))
    writeChanges(of: item.record, state, on: &page)
  }

  private static func checked(_ item: ReadinessItem, _ state: State) -> String {
    let words =
      item.checkedAt.map { "\(state.times.dayAndTime($0)), \(Age(from: $0, to: state.now)) ago" }
      ?? "nobody said so"
    return item.isStale(at: state.now) ? words + "; over 30 days, so look again" : words
  }

  private static func write(_ kind: AssetCount.Kind, _ state: State, on page: inout Page) {
    page.paragraph(
      VisibleText("Protected \(kind.title.lowercased())", .typed), Style(.title, .bold))
    let history = state.readiness.history(kind)
    page.labelled(
      "Counted",
      VisibleText(
        "in the portal: Settings > Defender Experts > Service status; a enters today's numbers.",
        .typed), .muted)
    var before: Int?
    var lines: [[StyledText]] = []
    for point in history.points {
      let part = point.part
      let change = before.map { signed(part.protected - $0, state) } ?? ""
      before = part.protected
      var line = [own(point.day + "  ", .muted)]
      if !state.isPlain {
        let bar = Shape.steps(part.protected, of: part.target, most: 20, isASCII: state.isASCII)
        line.append(own(bar + " ", .accent))
      }
      line += [
        own("\(part.protected)/\(part.target) "),
        own(part.percent.map { "\($0) % " } ?? "", .muted), own(change, .muted),
      ]
      lines.append(line)
    }
    for line in lines.reversed() { page.line(line) }
  }

  private static func write(_ contact: ReadinessContact, _ state: State, on page: inout Page) {
    page.paragraph(VisibleText(contact.name, .prose), Style(.title, .bold))
    page.labelled("For", VisibleText(contact.purpose.title, .prose))
    page.labelled(
      "Phone", VisibleText(contact.phone.isEmpty ? "none" : contact.phone, .indicator),
      contact.phone.isEmpty ? Style(.warning) : .text)
    page.labelled("Mail", VisibleText(contact.mail, .indicator))
    let hours = contact.hoursText.isEmpty ? "nobody said so" : contact.hoursText
    page.labelled(
      "Hours", VisibleText(contact.hours == nil ? hours + " (not read)" : hours, .prose),
      contact.hours == nil ? Style(.warning) : .text)
    let gaps = state.readiness.cover.gaps
    for (place, gap) in gaps.enumerated() {
      page.labelled(place == 0 ? "Gaps" : "", VisibleText(gap.sentence, .prose), Style(.warning))
    }
    if gaps.isEmpty {
      page.labelled("Gaps", VisibleText("none: somebody answers at every hour.", .typed))
    }
    writeChanges(of: contact.record, state, on: &page)
  }

  private static func write(_ exclusion: Exclusion, _ state: State, on page: inout Page) {
    page.paragraph(VisibleText(exclusion.name, .indicator), Style(.title, .bold))
    page.labelled("Kind", VisibleText(exclusion.kind.title, .prose))
    page.labelled("Why", VisibleText(exclusion.reason, .prose))
    page.labelled(
      "Means",
      VisibleText(
        "The experts only guide there. An incident whose data names the group says so; where the "
          + "data does not say who is in a group, nothing is said.", .typed), .muted)
    writeChanges(of: exclusion.record, state, on: &page)
  }

  private static func write(
    _ permission: ServicePermission, _ state: State, on page: inout Page
  ) {
    page.paragraph(VisibleText(permission.title, .typed), Style(.title, .bold))
    page.labelled("Means", VisibleText(permission.help, .typed))
    page.labelled(
      "State",
      VisibleText(state.readiness.answer(permission)?.title ?? "not recorded", .prose))
    page.labelled(
      "Where", VisibleText("Settings > Defender Experts > Permissions", .typed), .muted)
    guard let record = state.readiness.permissions[permission] else { return }
    page.labelled("Note", VisibleText(record[ServicePermission.note], .prose))
    writeChanges(of: record, state, on: &page)
  }

  private static func help(_ noun: RecordNoun) -> String {
    switch noun {
    case .readiness:
      "What the readiness assessment asks, in the portal under Settings > Defender Experts > "
        + "Service status. tocsin cannot read it there; what is here is what your team records."
    case .contact:
      "Whom the experts call or write to: the portal has them under Settings > Defender Experts."
    case .assets: "How many devices and identities are protected, against how many should be."
    default: "Groups for which the experts give guidance only."
    }
  }

  /// Who decided what when, newest first.
  static func writeChanges(of record: Record, _ state: State, on page: inout Page) {
    page.heading("History")
    for change in record.changes.reversed().prefix(changes) {
      let entry = change.setting
      let by = if case .person(let author) = entry.origin { author.title } else { "" }
      let start = [
        own("\(entry.at.map(state.times.dayAndTime) ?? "") ", .muted), indicator(by), own(" "),
      ]
      let link = Recommendation.Field.incident
      let field = RecordField(change.field, of: record.subject)
      if change.field.hasPrefix(link) {
        page.line(
          start + [
            own(entry.value.isEmpty ? "took the link to " : "linked ", .muted),
            indicator(String(change.field.dropFirst(link.count))),
            own(entry.value.isEmpty ? " away" : "", .muted),
          ])
      } else {
        page.line(
          start + [
            indicator(field.title, .muted), own(" "),
            entry.value.isEmpty
              ? own("emptied", .muted) : prose(field.words(entry.value, state.times.dayAndTime)),
          ])
      }
    }
  }
}
