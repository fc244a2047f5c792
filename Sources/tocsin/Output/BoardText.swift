// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// What responses have switched off, as lines to read.
struct ContainmentText {
  private static let indent = String(repeating: " ", count: 19)

  /// How it is drawn.
  let style: TextStyle
  /// The excluded groups of what is switched off.
  let excluded: [ResponseReference: [Exclusion]]

  /// The lines of a row, ending in a line feed.
  func lines(_ row: Containment) -> String {
    let since = row.since?.dayAndTime ?? "time not known"
    var lines = [
      style.column(since, 17) + "  " + row.action.entry.title + "  " + shown(targetTitle(row)),
      Self.indent + shown(by(row)) + style.dot + shown(place(row.response)),
    ]
    if !row.undo.isEmpty { lines.append(Self.indent + "to lift: \(row.undo)" + asked(row)) }
    if let groups = excluded[row.response] {
      lines.append(Self.indent + shown("excluded: \(groups.sentence)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func targetTitle(_ row: Containment) -> String {
    row.target.title.isEmpty ? row.title : row.target.title
  }

  private func by(_ row: Containment) -> String {
    switch row.origin {
    case .defender: "reported by Defender, done by then at the latest"
    case .here(let author): "recorded here by \(author.title)"
    }
  }

  private func asked(_ row: Containment) -> String {
    guard let first = row.lifts.first else { return "" }
    let more = row.lifts.count > 1 ? " and \(row.lifts.count - 1) more" : ""
    return style.dot + shown("asked in \(place(first))\(more)")
  }
}

/// What is to be done to a target, as lines to read.
struct PlanText {
  /// How it is drawn.
  let style: TextStyle
  /// The time.
  let now: Timestamp
  /// The excluded groups of what steps act on.
  let excluded: [ResponseReference: [Exclusion]]

  /// The lines of a target, ending in a line feed.
  func lines(_ group: ResponsePlan.Group) -> String {
    var lines = [heading(group)]
    for (number, step) in group.steps.enumerated() {
      let number = String(number + 1)
      let what = step.action == .text ? step.title : step.action.entry.title
      let waiting = step.awaitingSince.map { "waiting \(Age(from: $0, to: now))" }
      // Evidence says that it is the same device.
      let other =
        step.target.id.folded == group.target.id.folded || group.incident != nil
        ? nil : "id \(step.target.id)"
      let facts = [
        place(step.response), other, step.severity.title, "by \(step.performer.title)",
        step.status.title, waiting,
      ].compactMap(\.self)
      lines.append(
        String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number + "  "
          + shown(what) + style.dot + facts.map(shown).joined(separator: style.dot))
      if let groups = excluded[step.response] {
        lines.append("      excluded: \(shown(groups.sentence))")
      }
      if let first = step.duplicateOf {
        lines.append("      same as \(shown(place(first)))")
      }
      for other in step.conflicts {
        lines.append("      ! in conflict with \(shown(place(other)))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ group: ResponsePlan.Group) -> String {
    if let incident = group.incident { return shown("in incident \(incident)") }
    return shown("\(group.target.kind.rawValue) \(group.target.title)")
  }
}

/// A response by its incident and its id.
private func place(_ response: ResponseReference) -> String {
  "incident \(response.incident) response \(response.response)"
}
