// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin response`: record a step on managed responses.
struct ResponseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response", abstract: "Record what was done about managed responses.",
    usage: """
      tocsin response <step> <incident> <response> ... \
      [--note <text>] [--yes] [--if-version <version>]
      """,
    discussion: """
      This records; tocsin does nothing to the tenant. fail and skip need --note. For a \
      response stands its id or at least \(ResponseName.leastBytes) characters it begins with; \
      'tocsin show' lists them.
      """)

  @Argument(help: "ack, start, done, fail, skip or reopen.") var step: Step
  @Argument(help: "The incident.") var incident: IncidentID
  @Argument(
    help: ArgumentHelp("Responses of it.", valueName: "response"),
    completion: Suggestions.responses)
  var responses: [String]
  @Option(help: "What was done, or why not.") var note: String?
  @Flag(help: "Confirm that more than \(Danger.bulkLimit) are meant.") var yes = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    try NamedIncidents.confirm(Set(responses).count, of: "responses", yes: yes)
    let note = try self.note.map { text throws(Failure) in try TypedText(text).value } ?? ""
    if step.event.needsReason && note.isEmpty { throw Failure.noReason(step.event) }
    try seen.check()
    let session = try Session(global, writing: true)
    let view = session.book.view(of: session.book.current(incident))
    let ids = try ResponseName.ids(responses, of: view)
    let record = ResponseRecord(responses: ids, step: step.event, note: note)
    let proposal = try seen.proposal(.response(record), on: [incident], in: session.book)
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
