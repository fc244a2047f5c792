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
      Set permissions right, remove what was never finished, write the journal's end anew after \
      a failed flush, and pass over damage in the journal by a line that says so.
      """)
  var repair = false
  @Flag(help: "Accept a store that no longer holds what you saw before: a restored backup.")
  var acceptHead = false
  @Option(help: "text or json.") var format = Format.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global.typed, for: repair || acceptHead ? .records : .reads)
    if settings.isReadOnly && (repair || acceptHead) { throw Failure.readOnly }
    let isDone = repair ? try Cure(settings).repair() : false
    if acceptHead { try Cure(settings).acceptHead() }
    let diagnosis = Diagnosis(settings)
    if repair { Cure.tellRest(of: diagnosis.findings, isDone: isDone) }
    let text = DoctorText(diagnosis.findings)
    try StandardStreams.out(format == .json ? text.json : text.lines)
    if diagnosis.status != .done { throw Failure.told(diagnosis.status) }
  }
}
