// SPDX-License-Identifier: MIT

public import Incidents

extension Verification {
  /// The most lines told for one reason.
  private static let listLimit = 20

  /// What checking found, as findings about the journal and the documents.
  public var findings: [Finding] {
    [journal] + anchored + clocks + documentFindings
  }

  private var journal: Finding {
    switch state {
    case .sound:
      let torn = torn == 0 ? "" : "; \(torn) unfinished lines in it are harmless"
      return Finding(.ok, "journal", "\(lines) lines, sound up to line \(headSeq)\(torn).")
    case .unfinished(let seq):
      return Finding(
        .problem, "journal", "It is unfinished or damaged after line \(seq); writing goes on.",
        next: "Whoever wrote last should look whether it is there; the next line written ends it.")
    case .broken(let place):
      let line = place.line > 0 ? ", line \(place.line)" : ""
      return Finding(
        .problem, "journal", "It is broken\(line): \(place.reason)", at: place.path,
        next: isStray
          ? "Look for a copy that has what was seen; if what is here is to count, a restored backup "
            + "for one, 'tocsin doctor --accept-head' accepts it, and says so in the journal."
          : "Compare with a backup; 'tocsin doctor --repair' passes over the damage, and says so "
            + "in the journal.")
    }
  }

  private var anchored: [Finding] {
    reanchored.map {
      Finding(
        .notice, "journal",
        "It was re-anchored at byte \($0.offset) by \($0.by) in line \($0.seq): \($0.phrase)."
          + ($0.incidents.isEmpty ? "" : " What was passed over names \($0.namedIncidents)."),
        at: $0.path,
        next: $0.incidents.isEmpty ? "" : "Import them again, and look at what was done on them.")
    }
  }

  private var clocks: [Finding] {
    guard clockJumpCount > 0 else {
      return [Finding(.ok, "clocks", "No line is more than 2 s before the one before it.")]
    }
    let told = clockJumps.prefix(Self.listLimit).map {
      "line \($0.seq) by \($0.by) (\($0.milliseconds / 1000) s)"
    }
    let more = clockJumpCount - told.count
    return [
      Finding(
        .notice, "clocks",
        "Clocks went back: \(told.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "").",
        next: "Look whether the host's time is kept.")
    ]
  }

  private var documentFindings: [Finding] {
    var found = damagedDocuments.prefix(Self.listLimit).map {
      Finding(
        .problem, "documents", $0.reason, at: $0.path,
        next: "Import the incident again, or put the file back from a backup.")
    }
    if damagedDocuments.count > found.count {
      found.append(
        Finding(
          .problem, "documents", "\(damagedDocuments.count - found.count) more are damaged."))
    }
    if found.isEmpty {
      found.append(
        Finding(.ok, "documents", "All \(documents) current ones match their digest."))
    }
    found.append(
      leftovers == 0
        ? Finding(.ok, "leftovers", "There is no file that no line names.")
        : hasLostJournal
          ? Finding(
            .problem, "leftovers", "\(leftovers) documents, but the journal is empty.",
            next: "It may be lost: look for a copy, and import nothing before that.")
          : Finding(
            .notice, "leftovers", "\(leftovers) files no line names.",
            next: "Superseded documents are swept a day after; others may belong to lost lines."))
    return found
  }
}

extension Verification.Reanchored {
  /// The incidents that what was passed over names, at most twenty of them, for people.
  public var namedIncidents: String { ChainBreak.list(incidents) }
}

extension ChainBreak {
  /// Incidents, at most twenty of them, for people.
  public static func list(_ incidents: [IncidentID]) -> String {
    let told = incidents.prefix(20).map(\.text).joined(separator: ", ")
    return incidents.count > 20 ? "\(told) and \(incidents.count - 20) more" : told
  }
}
