// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// How ready the organisation is for the service: items, assets, contacts, exclusions, permissions.
enum ReadinessBoard: BoardSource {
  /// What a row stands for.
  enum Row: Hashable {
    case item(String)
    case assets(AssetCount.Kind)
    case contact(String)
    case exclusion(String)
    case permission(ServicePermission)
    /// Stands where there is nothing of a kind.
    case none(RecordNoun)

    init?(id: String) {
      guard let slash = id.firstIndex(of: "/"),
        let noun = RecordNoun(rawValue: String(id[..<slash]))
      else { return nil }
      let name = String(id[id.index(after: slash)...])
      if name.isEmpty {
        self = .none(noun)
        return
      }
      switch noun {
      case .readiness: self = .item(name)
      case .contact: self = .contact(name)
      case .exclusion: self = .exclusion(name)
      case .assets:
        guard let kind = AssetCount.Kind(rawValue: name) else { return nil }
        self = .assets(kind)
      case .permission:
        guard let permission = ServicePermission(rawValue: name) else { return nil }
        self = .permission(permission)
      default: return nil
      }
    }

    /// What would be added beside it.
    var noun: RecordNoun {
      switch self {
      case .item: .readiness
      case .assets: .assets
      case .contact: .contact
      case .exclusion: .exclusion
      case .permission: .permission
      case .none(let noun): noun
      }
    }

    /// The record behind it; `nil` where it is not just one.
    var subject: Subject? {
      switch self {
      case .item(let name): Subject(.readiness, name)
      case .contact(let name): Subject(.contact, name)
      case .exclusion(let name): Subject(.exclusion, name)
      case .permission(let permission): permission.subject
      case .assets, .none: nil
      }
    }
  }

  /// The most counts in a sparkline.
  private static let sparkPoints = 12
  /// The cells of a bar.
  private static let barCells = 12

  static func content(_ state: State) -> BoardContent {
    BoardContent(
      summary: summary(state),
      columns: [
        BoardColumn("Item"), BoardColumn("State", 13), BoardColumn("Owner, phone", 17, from: 64),
        BoardColumn("Due", 10, from: 84), BoardColumn("Checked", 8, from: 52),
      ],
      rows: items(state) + assets(state) + contacts(state) + exclusions(state)
        + permissions(state),
      empty: "")
  }

  private static func summary(_ state: State) -> [[StyledText]] {
    let readiness = state.readiness
    var lines: [[StyledText]] = []
    if !readiness.items.isEmpty {
      let counts: [(ReadinessState, Style)] = [
        (.completeNow, Style(.warning)), (.inProgress, .text), (.completed, Style(.done)),
      ]
      var line = counts.enumerated().flatMap { place, count in
        let (kind, style) = count
        let number = readiness.count(kind)
        return [
          own(place == 0 ? "" : state.dot, .muted),
          own("\(number) \(kind.title)", number == 0 ? .muted : style),
        ]
      }
      if let age = readiness.staleness(at: state.now) {
        line += [
          own(state.dot, .muted),
          own("readiness \(age) old", Style(.warning, .bold)),
          own(state.keymap.key("readiness.check").map { ": look again, \($0) says so" } ?? ""),
        ]
      }
      lines.append(line)
    }
    let answering = readiness.cover.answering(at: state.now, in: state.teamZone)
    var line = [own("Phoned now  ", .muted)]
    if answering.isEmpty {
      line.append(own("nobody, by what is recorded here", Style(.warning, .bold)))
    }
    for (place, contact) in answering.enumerated() {
      line += [
        own(place == 0 ? "" : state.dot, .muted), prose(contact.name), own(" "),
        indicator(contact.phone, .accent),
      ]
    }
    lines.append(line)
    let gaps = readiness.cover.gaps
    if let first = gaps.first {
      let more = gaps.count > 1 ? " (\(gaps.count - 1) more: Enter on a contact)" : ""
      lines.append([own("Gap  ", Style(.warning)), prose(first.sentence), own(more, .muted)])
    }
    return lines
  }

  private static func none(_ noun: RecordNoun, under heading: String, _ words: String) -> BoardRow {
    BoardRow("\(noun.rawValue)/", under: heading, [[own(words, .muted)]])
  }

  private static func items(_ state: State) -> [BoardRow] {
    let heading = "Items"
    guard !state.readiness.items.isEmpty else {
      let words = "None yet: L checklist, a adds."
      return [none(.readiness, under: heading, words)]
    }
    return state.readiness.items.map { item in
      let isLate = item.isOverdue(at: state.now)
      return BoardRow(
        "readiness/\(item.id)", under: heading,
        [
          [prose(item.title, item.state == .completed ? .muted : .text)],
          [prose(item.state.title, item.state.style)],
          [prose(item.owner.isEmpty ? state.dash : item.owner)],
          [
            own(
              item.due.map(state.times.day) ?? state.dash, isLate ? Style(.overdue, .bold) : .text)
          ],
          [
            own(
              item.checkedAt.map { "\(Age(from: $0, to: state.now))" } ?? "never",
              item.isStale(at: state.now) ? Style(.warning) : .muted)
          ],
        ])
    }
  }

  private static func assets(_ state: State) -> [BoardRow] {
    let heading = "Protected assets"
    guard !state.readiness.counts.isEmpty else {
      return [none(.assets, under: heading, "Not counted yet: a enters counts.")]
    }
    return AssetCount.Kind.allCases.map { kind in
      let history = state.readiness.history(kind)
      let name = own(kind.title.padded(to: 11))
      guard let latest = history.latest else {
        return BoardRow(
          "assets/\(kind.rawValue)", under: heading, [[name, own("not counted", .muted)]])
      }
      let part = latest.part
      var cell = [name]
      if !state.isPlain {
        let bar = Shape.steps(
          part.protected, of: part.target, most: barCells, isASCII: state.isASCII)
        cell.append(own(bar + " ", .accent))
      }
      cell.append(own("\(part.protected)/\(part.target)"))
      let isShort = part.protected < part.target
      var trend = history.points.count > 1 && !state.isPlain ? spark(history, state) : []
      if let change = history.change { trend.append(own(" " + signed(change, state), .muted)) }
      return BoardRow(
        "assets/\(kind.rawValue)", under: heading,
        [
          cell,
          [
            own(
              part.percent.map { "\($0) %" } ?? "no target",
              isShort ? Style(.warning) : Style(.done))
          ],
          trend, [own(latest.day)],
          [own(age(of: latest.day, state), isOld(latest.day, state) ? Style(.warning) : .muted)],
        ])
    }
  }

  private static func spark(_ history: AssetHistory, _ state: State) -> [StyledText] {
    // A share of the target, so that a new target shows, too; 1 so that none is not nothing.
    Shape.spark(
      history.points.suffix(sparkPoints).map { ($0.part.percent ?? 0) + 1 }, isASCII: state.isASCII)
  }

  /// `+40`, `−3`, `±0`.
  static func signed(_ number: Int, _ state: State) -> String {
    if number == 0 { return state.isASCII ? "+/-0" : "±0" }
    return number > 0 ? "+\(number)" : (state.isASCII ? "-" : "−") + "\(number.magnitude)"
  }

  private static func age(of day: String, _ state: State) -> String {
    guard let moment = AssetCount.moment(of: day) else { return "" }
    let age = Age(from: moment, to: state.zone.reading(at: state.now))
    return age.milliseconds < 86_400_000 ? "today" : "\(age.milliseconds / 86_400_000)d"
  }

  private static func isOld(_ day: String, _ state: State) -> Bool {
    AssetCount.moment(of: day).map {
      state.zone.reading(at: state.now).elapsed(since: $0) > Readiness.freshness
    } ?? false
  }

  private static func contacts(_ state: State) -> [BoardRow] {
    let heading = "Contacts"
    guard !state.readiness.contacts.isEmpty else {
      return [none(.contact, under: heading, "No contact yet: a adds one.")]
    }
    return state.readiness.contacts.map { contact in
      let duty: (String, Style)
      if contact.purpose != .incidentNotification {
        duty = (contact.purpose.title, .muted)
      } else if contact.phone.isEmpty {
        duty = ("no phone", Style(.warning))
      } else if contact.hours == nil {
        duty = ("no hours", Style(.warning))
      } else if contact.isOnDuty(at: state.now, in: state.teamZone) {
        duty = ("answers now", Style(.done))
      } else {
        duty = ("off duty", .muted)
      }
      return BoardRow(
        "contact/\(contact.id)", under: heading,
        [
          [
            prose(contact.name), own(contact.hoursText.isEmpty ? "" : "  "),
            prose(contact.hoursText, .muted),
          ],
          [prose(duty.0, duty.1)],
          [indicator(contact.phone.isEmpty ? state.dash : contact.phone)], [], [],
        ])
    }
  }

  private static func exclusions(_ state: State) -> [BoardRow] {
    let heading = "Exclusions"
    guard !state.readiness.exclusions.isEmpty else {
      return [none(.exclusion, under: heading, "None, as far as is recorded here.")]
    }
    return state.readiness.exclusions.map { exclusion in
      BoardRow(
        "exclusion/\(exclusion.id)", under: heading,
        [
          [indicator(exclusion.name), own("  "), prose(exclusion.reason, .muted)],
          [prose(exclusion.kind.title)], [own("guided only", .muted)], [], [],
        ])
    }
  }

  private static func permissions(_ state: State) -> [BoardRow] {
    ServicePermission.allCases.map { permission in
      let answer = state.readiness.answer(permission)
      let style: Style =
        switch answer {
        case .granted: Style(.done)
        case .notGranted, .unrecognized: Style(.warning)
        case nil: .muted
        }
      let record = state.readiness.permissions[permission]
      return BoardRow(
        "permission/\(permission.rawValue)", under: "Permissions",
        [
          [own(permission.title)], [prose(answer?.title ?? "not recorded", style)],
          [prose(record?[ServicePermission.note] ?? "", .muted)], [],
          [own(record?.changedAt.map { "\(Age(from: $0, to: state.now))" } ?? "", .muted)],
        ])
    }
  }
}

extension ReadinessState {
  /// What the state looks like.
  var style: Style {
    switch self {
    case .completeNow: Style(.warning, .bold)
    case .inProgress: Style(.accent)
    case .completed: Style(.done)
    case .unrecognized: Style(.warning)
    }
  }
}
