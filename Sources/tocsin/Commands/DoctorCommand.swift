// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin doctor`: what is right and wrong with the store and its surroundings.
struct DoctorCommand: ParsableCommand {
  /// How the findings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// One line each.
    case text
    /// One JSON array.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the store, its disk and your terminal; say what is wrong and what to do.",
    usage: "tocsin doctor [--repair] [--accept-head] [--format text|json]",
    discussion: """
      Without --repair and --accept-head nothing is changed. A repair changes no line of the \
      journal and removes nothing that cannot be read.
      """)

  @Flag(
    help: """
      Set permissions right, write the journal's end anew after a failed flush, and pass over \
      damage in the journal by a line that says so.
      """)
  var repair = false
  @Flag(help: "Accept a store that no longer holds what you saw before: a restored backup.")
  var acceptHead = false
  @Option(help: "text or json.") var format = Format.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global)
    if settings.isReadOnly && (repair || acceptHead) { throw Failure.readOnly }
    if repair { try Cure(settings).repair() }
    if acceptHead { try Cure(settings).acceptHead() }
    let findings = Diagnosis(settings).findings()
    let text = DoctorText(findings)
    try StandardStreams.out(format == .json ? text.json : text.lines)
    let status = findings.status
    if status != .done { throw Failure.told(status) }
  }
}

extension [Finding] {
  /// The status `doctor` ends with: a broken journal's, or *partly* where something is to be done.
  var status: ExitStatus {
    let problems = filter { $0.level == .problem }
    if problems.contains(where: { $0.subject == "journal" || $0.subject == "documents" }) {
      return .badData
    }
    if problems.contains(where: { $0.subject == "head" }) { return .badData }
    return problems.isEmpty ? .done : .partly
  }
}
