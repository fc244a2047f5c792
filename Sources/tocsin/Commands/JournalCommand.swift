// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin journal`: who did what, and what the service said.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Print the journal: who did what, and what the service said, oldest first.",
    usage: "tocsin journal [<query> ...] [--since <time>]",
    discussion: QueryHelp.journal)

  @Argument(help: "Words that must all occur, fields, not, or; see above.") var query: [String] = []
  @Option(
    help: ArgumentHelp(
      "Only what is newer: 8h, 2d, 2026-11-01 (here) or 2026-11-01T08:00Z.", valueName: "time"))
  var since: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let since = try self.since.map { text throws(Failure) in
      try SinceMoment(text, now: Clock.now).moment
    }
    let settings = try Settings(global.typed, for: .reads)
    let filter = try QueryText(query).read { text throws(QueryError) in
      try JournalFilter(text, author: settings.author)
    }
    let session = try Session(reading: settings)
    let text = JournalText(session)
    filter.doubts.forEach(Failure.tell)
    let entries = try session.store.entries(after: 0).filter { entry in
      (since.map { entry.at >= $0 } ?? true)
        && filter.matches(entry, texts: text.searchTexts(entry))
    }
    var output = BufferedOutput()
    for line in text.lines(entries) { try output.write(line) }
    try output.flush()
  }
}
