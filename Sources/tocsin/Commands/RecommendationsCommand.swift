// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents
import Reports

/// `tocsin recommendations`: what the experts advise, and what became of it.
struct RecommendationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommendations",
    abstract: "Keep the backlog of recommendations: decide, assign, verify, review.",
    discussion: """
      The same text names the same recommendation, whatever its case, blanks and the punctuation \
      at its end. A recommendation is named by its id, or by what only one id begins with.
      """,
    subcommands: [
      RecommendationsList.self, RecommendationsTake.self, RecommendationsAdd.self,
      RecommendationsAccept.self, RecommendationsDecline.self, RecommendationsDone.self,
      RecommendationsVerify.self, RecommendationsReopen.self, RecommendationsAssign.self,
      RecommendationsDue.self, RecommendationsLink.self, RecommendationsReview.self,
    ],
    defaultSubcommand: RecommendationsList.self)
}

/// `tocsin recommendations list`.
struct RecommendationsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the backlog: overdue, new, accepted, and the rest.",
    usage: "tocsin recommendations [list] [--state <state>] [--format <format>]")

  @Option(help: "Only those that are new, accepted, declined, done or verified.")
  var state: String?
  @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
  @OptionGroup var output: ReportOutput
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let wanted = state.map(RecommendationState.init(graphName:))
    if let wanted, let name = wanted.unrecognizedName {
      throw Failure.unfitRequest(
        "--state '\(name)': choose new, accepted, declined, done or verified.")
    }
    let session = try Session(global)
    let report = RecommendationReport(session.book, at: Clock.now)
    try output.write(report.list(wanted, for: format), as: format, session.settings.style)
  }
}

/// `tocsin recommendations review`.
struct RecommendationsReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Print the text for the review with the service delivery manager.",
    usage: "tocsin recommendations review [--since <time>] [--format <format>]")

  @Option(help: ArgumentHelp("Since when, as 30d or 2026-11-01.", valueName: "time"))
  var since = "30d"
  @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
  @OptionGroup var output: ReportOutput
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let moment = try SinceMoment(since, now: Clock.now).moment
    let session = try Session(global)
    let report = RecommendationReport(session.book, at: Clock.now)
    try output.write(
      report.review(since: moment, for: format), as: format, session.settings.style)
  }
}

/// `tocsin recommendations take`.
struct RecommendationsTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: "Put what is recommended for an incident and its alerts on the backlog.",
    usage: "tocsin recommendations take <id>")

  @Argument(help: "The incident.") var id: IncidentID
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global, writing: true)
    let id = try session.resolve(id)
    let summary = try IncidentPage(of: id, in: session).summary
    guard !summary.recommendedActions.isEmpty else {
      return Failure.tell("\(id): neither the incident nor its alerts recommend anything.")
    }
    let intake = RecommendationIntake(
      summary.recommendedActions, from: id, source: "incident \(id)", in: session.book)
    guard !intake.edit.values.isEmpty else {
      return Failure.tell("\(id): nothing new: \(intake.phrase(in: session.book)).")
    }
    try session.record(Proposal(intake.edit, seen: nil), .notDefender) { subject in
      session.book.record(subject)?.isThere == true ? "linked" : "new"
    }
    let book = (try? session.store.snapshot()) ?? session.book
    Failure.tell("\(id): \(intake.phrase(in: book)).")
  }
}

/// `tocsin recommendations add`.
struct RecommendationsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write a recommendation down, as from a review.",
    usage: """
      tocsin recommendations add <text> | - [--owner <name>] [--due <time>] [--source <text>] \
      [--incident <id>] ...
      """)

  @Argument(help: "What is advised, or - to read it from standard input.") var text: String
  @Option(help: ArgumentHelp("Who takes care of it.", valueName: "name")) var owner: String?
  @Option(help: ArgumentHelp("When it is due.", valueName: "time")) var due: String?
  @Option(help: ArgumentHelp("Where it comes from.", valueName: "text")) var source: String?
  @Option(help: ArgumentHelp("An incident it concerns.", valueName: "id"))
  var incident: [IncidentID] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let text = try TypedText(text).value
    _ = try RecordName.subject(.recommendation, namedAfter: text)
    let due = try due.map { try ComingMoment($0, option: "--due").moment.iso8601 }
    let session = try Session(global, writing: true)
    guard let subject = session.book.subject(.recommendation, namedAfter: text) else { return }
    let known = session.book.record(subject)?.isThere == true
    var fields: [String: String] = known ? [:] : [Recommendation.Field.text: text]
    fields[Recommendation.Field.owner] = owner
    fields[Recommendation.Field.due] = due
    fields[Recommendation.Field.source] = source
    for id in incident { fields[Recommendation.Field.link(try session.resolve(id))] = "1" }
    guard !fields.isEmpty else { return Failure.tell("\(subject) is known already.") }
    try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
      known ? "known already, changed" : "new"
    }
  }
}
