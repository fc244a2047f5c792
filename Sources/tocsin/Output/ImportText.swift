// SPDX-License-Identifier: MIT

import IncidentStore

/// What came of an import, for people and for scripts that read one line.
struct ImportText {
  private let report: ImportReport
  private let isDryRun: Bool
  private let dot: String

  /// The text of a report.
  init(_ report: ImportReport, isDryRun: Bool, dot: String) {
    self.report = report
    self.isDryRun = isDryRun
    self.dot = dot
  }

  /// The counts, on one line.
  var summary: String {
    let counts = [
      "imported \(report.imported)", "unchanged \(report.unchanged)", "older \(report.older)",
      "quarantined \(report.quarantined)",
    ].joined(separator: dot)
    return (isDryRun ? "dry run: " : "") + counts + "\n"
  }

  /// What was left out and why, one line each.
  var remarks: [String] {
    let kept = isDryRun ? "would be kept in quarantine" : "kept in quarantine"
    var lines = report.damage.map { "\(place($0)): \($0.reason); \(kept)" }
    lines += more(than: report.damage, of: report.quarantined, "could not be read")
    if report.repeated > 0 {
      lines.append("\(report.repeated) more are the same as one of these, byte for byte")
    }
    lines += report.floods.map { flood in
      let fragments = "\(flood.count) more \(flood.count == 1 ? "fragment" : "fragments")"
      let verb = flood.count == 1 ? "was" : "were"
      return "\(fragments) of \(flood.source) \(verb) not kept: it is hardly JSON"
    }
    lines += report.strangers.map { "\(place($0)): \($0.reason); left out" }
    lines += more(than: report.strangers, of: report.unrecognised, "were not recognised")
    lines += untoldStatuses
    lines += report.cutOffSources.map { "\($0): it ends in the middle; the rest is missing" }
    lines += report.partialSources.map {
      "\($0): it names a next page, so this is not all there is"
    }
    lines += report.emptySources.map { "\($0): an empty page" }
    return lines
  }

  private var untoldStatuses: [String] {
    let count = report.untoldStatuses.count
    guard count > 0 else { return [] }
    return [
      """
      \(count) \(count == 1 ? "incident says" : "incidents say") status unknownFutureValue: fetch \
      \(count == 1 ? "it" : "them") with the header 'Prefer: include-unknown-enum-members', or \
      awaitingAction stays hidden.
      """
    ]
  }

  private func place(_ remark: ImportReport.Remark) -> String {
    "\(remark.source):\(remark.line) (byte \(remark.offset))"
  }

  private func more(
    than listed: [ImportReport.Remark], of count: Int, _ what: String
  ) -> [String] {
    count > listed.count ? ["\(count - listed.count) more \(what)"] : []
  }
}
