// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents
import Reports

/// `tocsin report`: the numbers of a period.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the numbers of a period: how much, how long, whose turn, and by what.",
    usage: "tocsin report [--since <time>] [--until <time>] [--format <format>]",
    discussion: """
      Every number is defined in Documentation/metrics.md. In JSON and CSV each row names the \
      incidents behind it.
      """)

  @Option(
    help: ArgumentHelp(
      "Where the period begins: 30d, 2026-11-01 (here) or 2026-11-01T08:00Z.", valueName: "time"))
  var since = "30d"
  @Option(help: ArgumentHelp("Where it ends, if not now.", valueName: "time"))
  var until: String?
  @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
  @OptionGroup var output: ReportOutput
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let now = Clock.now
    let start = try SinceMoment(since, now: now).moment
    let end = try until.map { text throws(Failure) in
      try SinceMoment(text, now: now, mayBeToCome: true).moment
    }
    // What was written this very millisecond is in it, too.
    let latest = Timestamp(milliseconds: now.milliseconds + 1)
    let period = Period(from: start, to: min(end ?? latest, latest))
    guard period.start < period.end else {
      throw ValidationError("The period ends before it begins.")
    }
    let session = try Session(global)
    let metrics = try session.store.metrics(over: period, session.book)
    let report = ServiceReport(
      metrics, of: session.store.place, in: session.settings.teamZone,
      hours: session.settings.clockPolicy.hours)
    try output.write(report.document, as: format, session.settings.style)
    _ = session.store.saveIndex()
  }
}
