// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The board of what one shift hands to the next.
enum HandoverBoard: BoardSource {
  static let figures: BoardFigures.Kind? = .handover

  static func content(_ state: State) -> BoardContent {
    guard case .handover(let figures) = state.boardFigures else { return .nothing }
    let order = ["Never picked up", "To acknowledge", "Signed by you, not acknowledged yet"]
    let pickups = figures.pickups.map { (heading(of: $0, state), $0) }
    let pending = order.flatMap { heading in
      pickups.filter { $0.0 == heading }.map { row($0.1, under: heading, figures, state) }
    }
    return BoardContent(
      summary: summary(figures, state),
      columns: [
        BoardColumn("Sev", 4), BoardColumn("Incident"), BoardColumn("Next step", 24, from: 56),
        BoardColumn("Due", 7, from: 40), BoardColumn("Left", 7, from: 64),
        BoardColumn("Last action", 24, from: 100),
      ],
      rows: pending + figures.handover.lines.map { row($0, state) }
        + figures.handover.others.map { row(other: $0, state) },
      empty: "No incident is open: there is nothing to hand over.")
  }

  private static func heading(of pickup: PendingPickup, _ state: State) -> String {
    if pickup.isStale(at: state.now) { return "Never picked up" }
    return pickup.signer == state.author
      ? "Signed by you, not acknowledged yet" : "To acknowledge"
  }

  private static func row(
    _ pickup: PendingPickup, under heading: String, _ figures: HandoverFigures, _ state: State
  ) -> BoardRow {
    let row = state.queue[pickup.id]
    let severity = row?.severity ?? .unknown
    let often = pickup.times > 1 ? ", \(pickup.times) times" : ""
    return BoardRow(
      "pending/\(pickup.id)", under: heading,
      [
        [indicator(severity.shortTitle, severity.style)],
        [indicator(pickup.id.text), own(" "), title(row?.title ?? "")],
        [own("by ", .muted), indicator(pickup.signer.name), own(often, .muted)],
        [own("\(Age(from: pickup.firstSignedAt, to: state.now))", .muted)], [], [],
      ])
  }

  private static func row(_ line: HandoverLine, _ state: State) -> BoardRow {
    let next =
      line.isUnworked
      ? own("no next step", Style(.warning))
      : line.nextStep.isEmpty ? own(state.dash, .muted) : prose(line.nextStep)
    let due = line.due.map { due in
      due <= state.now
        ? own("late", Style(.failure, .bold)) : own("in \(Age(from: state.now, to: due))")
    }
    var last = [own("nobody did anything", .muted)]
    if let action = line.last {
      last = [own(Self.moment(action.at, state), .muted), own(" "), indicator(action.by)]
    }
    return BoardRow(
      "line/\(line.id)", under: "To hand over",
      [
        [indicator(line.severity.shortTitle, line.severity.style)],
        [indicator(line.id.text), own(" "), title(line.title)], [next],
        [due ?? own(state.dash, .muted)], left(line, state), last,
      ])
  }

  /// An open incident that is nobody's to hand over: whose move it is, and since when.
  private static func row(other line: HandoverLine, _ state: State) -> BoardRow {
    let since = line.since.map { "\(state.dot)\(Age(from: $0, to: state.now))" } ?? ""
    return BoardRow(
      "other/\(line.id)", under: "Also open",
      [
        [indicator(line.severity.shortTitle, line.severity.style)],
        [indicator(line.id.text), own(" "), title(line.title)],
        [own(line.turn.short + since, .muted)], [], [], [],
      ])
  }

  /// How much time is left until the incident is overdue, or how long it is.
  private static func left(_ line: HandoverLine, _ state: State) -> [StyledText] {
    guard line.snooze.isEmpty || line.isOverdue else { return [own("snoozed", .muted)] }
    guard let clock = line.clock else { return [own(state.dash, .muted)] }
    let left = Countdown(to: clock.at, from: state.now)
    return [
      own(left.text(isASCII: state.isASCII), left.isOver ? Style(.overdue, .bold) : .text)
    ]
  }

  private static func title(_ text: String) -> StyledText {
    text.isEmpty ? own("details not received", .muted) : prose(text)
  }

  /// The time of day, with the day where it is another.
  private static func moment(_ at: Timestamp, _ state: State) -> String {
    let times = state.times
    return times.day(at) == times.day(state.now) ? times.clock(at) : times.dayAndTime(at)
  }

  private static func summary(_ figures: HandoverFigures, _ state: State) -> [[StyledText]] {
    let handover = figures.handover
    let count = handover.lines.count
    var first = [
      own("Since \(moment(handover.since, state))", Style(.text, .bold)),
      own("\(state.dot)\(count) \(count == 1 ? "incident" : "incidents")"),
    ]
    let unworked = handover.unworked.count
    if unworked > 0 {
      first.append(own("\(state.dot)\(unworked) without a next step", Style(.warning, .bold)))
    }
    if handover.left > 0 {
      first.append(own("\(state.dot)\(handover.left) more of your move not named", Style(.warning)))
    }
    if handover.untold > 0 {
      first.append(own("\(state.dot)\(handover.untold) more open: the queue has them", .muted))
    }
    if !handover.closed.isEmpty {
      first.append(own("\(state.dot)\(handover.closed.count) closed", .muted))
    }
    let health = figures.health
    let data =
      health.importedAt.map { "Data \(Age(from: $0, to: state.now)) old" } ?? "No data imported"
    var second = [own(data, .muted)]
    if health.unread > 0 {
      second.append(own("\(state.dot)\(health.unread.counted("record")) not read", Style(.warning)))
    }
    if let reason = health.readOnlyReason {
      second += [own("\(state.dot)read-only: ", Style(.warning)), prose(reason)]
    }
    if let last = figures.last {
      second += [
        own("\(state.dot)last signed \(moment(last.signedAt, state)) by ", .muted),
        indicator(last.signer.name), own(" at line \(last.head)", .muted),
      ]
      if !last.comment.isEmpty { second += [own(": ", .muted), prose(last.comment)] }
    } else {
      second.append(own("\(state.dot)never signed", .muted))
    }
    return [first, second]
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard case .handover(let figures) = state.boardFigures,
      let slash = id.firstIndex(of: "/"),
      let incident = IncidentID(String(id[id.index(after: slash)...]))
    else { return }
    if id.hasPrefix("pending/") {
      guard let pickup = figures.pickups.first(where: { $0.id == incident }) else { return }
      write(pickup, state, on: &page)
    } else if id.hasPrefix("other/") {
      guard let line = figures.handover.others.first(where: { $0.id == incident }) else { return }
      write(line, state, on: &page)
      if let since = line.since {
        page.labelled("Since", VisibleText(state.times.dayAndTime(since), .typed))
      }
    } else if let line = figures.handover.lines.first(where: { $0.id == incident }) {
      write(line, state, on: &page)
    }
  }

  private static func write(_ pickup: PendingPickup, _ state: State, on page: inout Page) {
    page.paragraph(VisibleText(pickup.text, .prose))
    page.labelled("Signed", [[own("last by ", .muted), indicator(pickup.signer.title)]])
    let age = Age(from: pickup.firstSignedAt, to: state.now)
    page.labelled(
      "Waiting",
      [
        [own("\(age), since \(state.times.dayAndTime(pickup.firstSignedAt))")],
        [own("handed over \(pickup.times == 1 ? "once" : "\(pickup.times) times")", .muted)],
      ])
    page.labelled("Record", VisibleText(pickup.handover.text, .indicator), .muted)
  }

  private static func write(_ line: HandoverLine, _ state: State, on page: inout Page) {
    page.paragraph(VisibleText(line.title, .prose), Style(.title, .bold))
    page.labelled("Move", VisibleText(line.turn.why, .typed))
    page.labelled("Owner", [[line.owner.isEmpty ? own("nobody", .muted) : indicator(line.owner)]])
    if let last = line.last {
      page.labelled(
        "Last",
        [
          [own(state.times.dayAndTime(last.at), .muted), own(" "), indicator(last.by), own(" ")]
            + [prose(last.phrase)]
        ])
    } else {
      page.labelled("Last", VisibleText("nobody did anything", .typed), .muted)
    }
    if line.isUnworked {
      page.labelled("Next", VisibleText("no next step is written down", .typed), Style(.warning))
    }
    page.labelled("Next", VisibleText(line.nextStep, .multiline))
    if let due = line.due { page.labelled("Due", VisibleText(state.times.dayAndTime(due), .typed)) }
    if let clock = line.clock, line.snooze.isEmpty || line.isOverdue {
      let verb = clock.clock == .act ? "Act by" : "Ack by"
      let late = line.isOverdue ? ", overdue" : ""
      page.labelled(
        verb, VisibleText(state.times.dayAndTime(clock.at) + late, .typed),
        line.isOverdue ? Style(.overdue) : .text)
    }
    page.labelled("Blocker", VisibleText(line.blocker, .multiline))
    page.labelled("Hypothesis", VisibleText(line.hypothesis, .multiline), labelColumns: 12)
    page.labelled("Snoozed", VisibleText(line.snooze, .prose))
  }
}

extension Turn {
  /// Whose move it is, in two words.
  fileprivate var short: String {
    switch self {
    case .yours: "your move"
    case .doneHere: "done here"
    case .answered: "answered"
    case .watching: "nothing asked"
    case .closed: "closed"
    }
  }
}
