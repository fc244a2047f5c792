// SPDX-License-Identifier: MIT

import Incidents
import Resources
import SafeText

/// An incident as a page of text that reads from top to bottom.
struct PageText {
  /// The widest line of running text.
  static let widest = 100
  /// How many notes are shown, the newest.
  static let noteLimit = 5
  /// How many names of one kind are shown.
  static let nameLimit = 12

  private let page: IncidentPage
  private let style: TextStyle
  private let columns: Int

  /// The text of a page.
  init(_ page: IncidentPage, style: TextStyle) {
    self.page = page
    self.style = style
    columns = min(Self.widest, style.columns)
  }

  /// The whole page, ending in a line feed.
  var text: String {
    let sections = [
      heading, section("Summary", summary), section("Recommended by Defender", recommended),
      section("Impact", impact), section("Indicators", indicators),
      section("ATT&CK", techniques), section("Excluded", excluded),
      section(responsesTitle, responses),
      section("Handover note", handover),
      section("Notes", notes), section("Could not be read", flags),
    ]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines
  }

  /// A text in lines under an indentation.
  private func lines(
    _ raw: String, _ kind: FieldKind = .multiline, indent: String = "  ", first: String? = nil
  ) -> [String] {
    let first = first ?? indent
    return visible(raw, kind).wrapped(to: max(20, columns - indent.unicodeScalars.count))
      .enumerated().map {
        let line = ($0.offset == 0 ? first : indent) + $0.element.text
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
  }

  private var heading: [String] {
    let row = page.row
    let title = row.isReceived ? page.incident.title : "details not received"
    var status = row.status.title
    if page.view.status.differs {
      status += " here\(style.dot)Defender: \(page.view.status.serviceEntry.value.title)"
    }
    switch page.strayMerge {
    case .absent(let target): status += " into \(target), which is not here"
    case .circle: status += " in a circle"
    case nil: break
    }
    let facts = [row.id.text, row.severity.title, status].map(shown)
    var move = row.turn.isYours ? "Your move: \(row.turn.why)" : row.turn.why
    if let since = row.awaitingSince { move += ", since \(since.dayAndTime)" }
    return [
      style.colored(facts[0...1].joined(separator: style.dot), by: row.severity)
        + style.dot + facts[2]
    ] + lines(title, .prose, indent: "")
      + lines(move, .prose, indent: "") + clocks + lines(owner, .prose, indent: "")
      + (written.snooze.isEmpty ? [] : lines(written.snooze, .prose, indent: ""))
      + (written.tags.isEmpty ? [] : lines("Tags \(written.tags)", .prose, indent: ""))
  }

  /// How the clocks stand, or how it went once the customer's part is done; and with whom it lay.
  private var clocks: [String] {
    let turns = page.turns.map { lines("Lay with \($0.words)", .prose, indent: "") } ?? []
    guard let clocks = page.clocks else { return turns }
    let now = Clock.now
    return [("Acknowledge", clocks.acknowledge), ("Act", clocks.act)].flatMap { label, clock in
      lines("\(label): \(clock.sentence(at: now))", .prose, indent: "")
    } + turns
  }

  private var written: WrittenText { WrittenText(page) }

  private var handover: [String] {
    let indent = String(repeating: " ", count: 14)
    return written.note.flatMap { part in
      lines(part.text, indent: indent, first: "  " + style.column(part.label, 12))
    }
  }

  private var owner: String {
    let row = page.row
    var text = row.owner.isEmpty ? "Nobody owns it" : "Owner \(row.owner)"
    if page.view.owner.differs {
      let theirs = page.view.owner.serviceEntry.value
      text += " (Defender: \(theirs.isEmpty ? "nobody" : theirs))"
    }
    if let seen = row.acknowledgement {
      text += "\(style.dot)acknowledged by \(seen.by.title) \(seen.at.dayAndTime)"
    } else {
      text += "\(style.dot)not acknowledged"
    }
    let resolution = page.view.resolution.value
    if resolution.classification != .unknown {
      text += "\(style.dot)\(resolution.classification.title), \(resolution.determination.title)"
    }
    return text
  }

  private var summary: [String] {
    let texts = [page.summary.narrative, page.summary.details].filter { !$0.isEmpty }
    return Array(texts.map { lines($0) }.joined(separator: [""]))
  }

  private var recommended: [String] {
    Array(page.summary.recommendedActions.map { lines($0) }.joined(separator: [""]))
  }

  private var impact: [String] {
    let summary = page.summary
    var found: [String] = []
    for (label, assets) in [
      ("devices", summary.devices), ("users", summary.users), ("mailboxes", summary.mailboxes),
    ] where !assets.isEmpty {
      found += named(label, assets.map { $0.name.isEmpty ? $0.identifier : $0.name })
    }
    if let first = summary.firstActivityAt {
      let last = summary.lastActivityAt ?? first
      found += ["  activity   \(first.dayAndTime)\(style.range)\(last.dayAndTime)"]
    }
    return found
  }

  /// One indicator a line, whole, because it is there to be searched for; its name below.
  private var indicators: [String] {
    let all = page.summary.indicators
    let indent = String(repeating: " ", count: 11)
    var found = all.prefix(Self.nameLimit).flatMap { indicator in
      let first = "  " + style.column(indicator.kind.title.lowercased(), 9)
      let name = indicator.name == indicator.value ? "" : indicator.name
      return lines(indicator.value, .indicator, indent: indent, first: first)
        + (name.isEmpty ? [] : lines(name, .indicator, indent: indent))
    }
    if all.count > Self.nameLimit {
      found.append("\(indent)and \(all.count - Self.nameLimit) more: --format json")
    }
    return found
  }

  private func named(_ label: String, _ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    let shownNames = names.prefix(Self.nameLimit).map {
      VisibleText($0, .indicator).truncated(to: columns - 13)
    }
    let indent = String(repeating: " ", count: 13)
    var lines = shownNames.enumerated().map {
      ($0.offset == 0 ? "  " + style.column(label, 11) : indent) + $0.element.text
    }
    if names.count > Self.nameLimit {
      lines.append("\(indent)and \(names.count - Self.nameLimit) more")
    }
    return lines
  }

  private var techniques: [String] {
    page.summary.techniques.flatMap { id in
      let name = TechniqueNames.name(of: id) ?? ""
      return lines("\(id)  \(name)", .typed)
    }
  }

  private var responsesTitle: String {
    let row = page.row
    let finished = row.totalResponses - row.openResponses
    return "Responses\(style.dot)\(finished) of \(row.totalResponses) done or skipped"
  }

  private var excluded: [String] {
    page.excluded.isEmpty ? [] : lines(page.excluded.sentence)
  }

  private var responses: [String] {
    page.responses.flatMap { line in
      let indent = "      "
      let box = style.column(style.box(line.here.status.value), style.isASCII ? 3 : 3)
      var state = line.here.status.value.title
      if let theirs = line.defenderStatus {
        state = "\(state) here\(style.dot)Defender: \(theirs.title)"
      }
      var facts = [line.here.performer.title, state]
      if let seen = line.here.acknowledgement.value { facts.append("seen by \(seen.by.title)") }
      var found = lines(line.here.title, .prose, indent: indent, first: "  \(box) ")
      found += lines(
        "\(line.here.id)\(style.dot)\(facts.joined(separator: style.dot))", indent: indent)
      if !line.target.isEmpty {
        found += lines("target \(line.target)", .typed, indent: indent)
      }
      if !line.excluded.isEmpty {
        found += lines("excluded: \(line.excluded.sentence)", indent: indent)
      }
      if !line.here.note.isEmpty { found += lines("note: \(line.here.note)", indent: indent) }
      return found
    }
  }

  private var notes: [String] {
    let latest = page.notes.suffix(Self.noteLimit)
    var found = latest.flatMap { note in
      let at = note.at?.dayAndTime ?? "no date"
      let source = note.source == .defender ? " (in Defender)" : ""
      let withdrawn = note.isWithdrawn ? " (withdrawn)" : ""
      return lines("\(at)  \(note.author)\(source)\(withdrawn)", .typed)
        + lines(note.text, indent: "    ")
    }
    if page.notes.count > latest.count {
      found.insert("  \(page.notes.count - latest.count) older ones: --format json", at: 0)
    }
    return found
  }

  private var flags: [String] {
    page.incident.flags.flatMap { lines("\($0.path): \($0.reason): \($0.raw)", .indicator) }
  }
}
