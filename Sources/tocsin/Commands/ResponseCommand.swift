// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin response`: record a step on managed responses.
struct ResponseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response", abstract: "Record what was done about managed responses.",
    usage: """
      tocsin response <step> <incident> <response> ... \
      [--note <text>] [--yes] [--if-version <version>] [--dry-run [--format <format>]]
      """,
    discussion: """
      This records; tocsin does nothing to the tenant. fail and skip need --note. For a \
      response stands its id or at least \(ResponseName.leastBytes) characters it begins with; \
      'tocsin show' lists them. What a step touches that is hard to take back is said on standard \
      error before it is recorded; with --dry-run nothing is recorded, and it is the output.
      """)

  @Argument(help: "ack, start, done, fail, skip or reopen.") var step: Step
  @Argument(help: "The incident.") var incident: IncidentID
  @Argument(
    help: ArgumentHelp("Responses of it.", valueName: "response"),
    completion: Suggestions.responses)
  var responses: [String]
  @Option(help: "What was done, or why not.") var note: String?
  @Flag(help: "Confirm that more than \(Danger.bulkLimit) are meant.") var yes = false
  @Flag(help: "Record nothing; say what would be touched.") var dryRun = false
  @Option(help: "text or json, with --dry-run.") var format = BoardFormat.text
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if format == .json, !dryRun { throw ValidationError("--format json needs --dry-run.") }
  }

  func run() throws {
    try NamedIncidents.confirm(Set(responses).count, of: "responses", yes: yes)
    let note = try self.note.map { text throws(Failure) in try TypedText(text).value } ?? ""
    if step.event.needsReason && note.isEmpty { throw Failure.noReason(step.event) }
    try seen.check()
    let session = try Session(global, writing: !dryRun)
    let view = session.book.view(of: session.book.current(incident))
    let ids = try ResponseName.ids(responses, of: view)
    let record = ResponseRecord(responses: ids, step: step.event, note: note)
    let proposal = try seen.proposal(.response(record), on: [incident], in: session.book)
    if let view {
      if dryRun { return try preview(proposal, record, ids, on: view, in: session) }
      let judgement = session.book.judge(proposal, by: session.settings.author)
      if proposal.event.danger(on: view) > .reversible, step == .done,
        !judgement.accepted.isEmpty
      {
        for (response, radius) in try session.reach(of: ids, on: view) {
          for line in ReachText.lines(response, radius) { Failure.tell(line) }
        }
      }
    }
    try session.record(proposal, step == .ack ? .notDefender : .notTheTenant, ask: seen.ask) { _ in
      let titles = ids.map { id in
        let title = view?.response(id)?.title ?? id
        return title == id ? id : "\(title) (\(id))"
      }
      return "\(step.event.phrase) \(titles.joined(separator: ", "))"
    }
  }
}

extension ResponseCommand {
  /// Says what a step would touch and why it would be refused, and records nothing.
  private func preview(
    _ proposal: Proposal, _ record: ResponseRecord, _ ids: [String], on view: Case,
    in session: Session
  ) throws {
    let reach = try session.reach(of: ids, on: view)
    let judgement = session.book.judge(proposal, by: session.settings.author)
    let refused =
      judgement.allRefused.map(\.refusal.sentence) + judgement.allAlreadySo.map(\.sentence)
    switch format {
    case .json:
      try StandardStreams.out(ReachText.json(record.step, of: view.id, reach, refused: refused))
    case .text:
      for (response, radius) in reach {
        for line in ReachText.lines(response, radius) {
          try StandardStreams.out(shown(line) + "\n")
        }
      }
    }
    for sentence in refused { Failure.tell("\(view.id): \(sentence)") }
    Failure.tell("--dry-run was given; nothing was recorded.")
    let status = judgement.status
    if status != .done { throw Failure.told(status) }
  }

  /// A step as typed.
  enum Step: String, CaseIterable, ExpressibleByArgument {
    /// Seen and owned.
    case ack
    /// Begun.
    case start
    /// Done.
    case done
    /// Tried, without success.
    case fail
    /// Not to be done.
    case skip
    /// Put back to open.
    case reopen

    /// The step as the journal knows it.
    var event: ResponseStep {
      switch self {
      case .ack: .acknowledged
      case .start: .started
      case .done: .completed
      case .fail: .failed
      case .skip: .skipped
      case .reopen: .reopened
      }
    }
  }
}
