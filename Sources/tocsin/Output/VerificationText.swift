// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// What checking a store found, for people.
struct VerificationText {
  private let finding: Verification
  private let dot: String

  /// The text of a finding.
  init(_ finding: Verification, dot: String) {
    self.finding = finding
    self.dot = dot
  }

  /// One line for each part of the store, then one for each damage.
  var text: String {
    var lines = [
      "journal     \(state)\(dot)\(finding.lines.counted("line"))\(dot)head \(finding.headSeq) \(finding.head)",
      "documents   \(finding.documents) current ones match their digest",
    ]
    if let reason = finding.poisoned {
      lines.append("poisoned    nothing can be written: \(reason) See 'tocsin doctor'.")
    }
    if finding.torn > 0 {
      lines.append("torn        \(finding.torn) unfinished lines, harmless: the chain goes on")
    }
    if finding.leftovers > 0 {
      lines.append(
        finding.hasLostJournal
          ? "leftovers   \(finding.leftovers) documents, but the journal is empty: it may be lost"
          : "leftovers   \(finding.leftovers) files no line names")
    }
    if finding.quarantined > 0 {
      lines.append("quarantine  \(finding.quarantined.counted("record")) that could not be read")
    }
    lines += finding.reanchored.map {
      "reanchored  \($0.path), byte \($0.offset): \($0.phrase), says \($0.by) in line \($0.seq)"
        + ($0.incidents.isEmpty ? "" : "; it names \($0.namedIncidents)")
    }
    if case .broken(let place) = finding.state { lines.append("broken      \(text(place))") }
    lines += finding.damagedDocuments.map { "damaged     \(text($0))" }
    return lines.map { shown($0) + "\n" }.joined()
  }

  private var state: String {
    switch finding.state {
    case .sound: "sound"
    case .unfinished(let seq): "unfinished or damaged after line \(seq); writing goes on"
    case .broken: "broken; nothing can be written"
    }
  }

  private func text(_ place: Verification.Place) -> String {
    place.line > 0
      ? "\(place.path):\(place.line): \(place.reason)" : "\(place.path): \(place.reason)"
  }
}
