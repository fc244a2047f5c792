// SPDX-License-Identifier: MIT

public import ArgumentParser
public import Incidents

/// Which run through the escalation guide is meant.
struct RunChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The run, where more than one is open: the end of its name is enough.", valueName: "name"))
  var run: String?

  /// The open run that is meant.
  func open(in book: CaseBook) throws -> EscalationRun {
    let open = book.escalations.filter(\.isOpen)
    let meant = open.filter { run.map($0.id.name.hasSuffix) ?? true }
    guard let first = meant.first else {
      Failure.tell(
        run.map { "No open run ends with '\($0)'." }
          ?? "No run is open; 'tocsin escalate begin' begins one.")
      throw Failure.told(.noInput)
    }
    guard meant.count == 1 else {
      let names = meant.map(\.id.name).joined(separator: ", ")
      throw ValidationError("More than one run is open: \(names). Say which with --run.")
    }
    return first
  }

  /// Writes a text down in the run, in a field of its own.
  func write(_ text: String, under prefix: String, _ phrase: String, _ global: GlobalOptions) throws
  {
    let text = try TypedText(text).value
    let session = try Session(global, writing: true)
    let run = try open(in: session.book)
    let field = EscalationRun.field(
      prefix, after: session.book.seq, by: session.settings.author)
    try session.record(RecordEdit(run.id, [field: text])) { _ in phrase }
  }
}

extension EscalationRun.Outcome: ExpressibleByArgument {}
