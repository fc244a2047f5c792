// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents
import Reports

/// `tocsin handover`: what one shift hands to the next.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Print what one shift hands to the next, sign it, and acknowledge it line by line.",
    subcommands: [Show.self, Sign.self, Acknowledge.self], defaultSubcommand: Show.self)

  /// From when on touches count.
  struct Since: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "From when on touches count: 8h, 2026-11-01 (here) or 2026-11-01T08:00Z; without it, the last signature of the last day, else 8h.",
        valueName: "time"))
    var since: String?

    /// The handover of a session's store as it is now.
    func handover(
      _ session: Session, naming others: Int = Handover.otherLimit
    ) throws -> Handover {
      let now = Clock.now
      let moment =
        try since.map { text throws(Failure) in try SinceMoment(text, now: now).moment }
        ?? Handover.usualSince(session.book, at: now)
      return Handover(
        session.book, TriageQueue(session.book, at: now), since: moment, at: now,
        hash: session.store.hash(ofLine: session.book.seq), naming: others)
    }
  }

  /// Prints it.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print it (the default).",
      usage: "tocsin handover [show] [--since <time>] [--format <format>]")

    @OptionGroup var since: Since
    @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
    @OptionGroup var output: ReportOutput
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global)
      let report = HandoverReport(
        try since.handover(session, naming: format.isForPrograms ? .max : Handover.otherLimit),
        pickups: session.book.pendingPickups,
        health: try session.health, last: session.book.signedHandovers.first)
      try output.write(
        report.document(forPrograms: format.isForPrograms), as: format, session.settings.style)
    }
  }

  /// Signs it.
  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign it, line by line as 'tocsin handover' prints it.",
      usage: "tocsin handover sign [--since <time>] [--comment <text>] [--yes]",
      discussion: """
        Incidents that are your move and have no next step are listed; to sign all the same needs \
        --yes, and the signature says so.
        """)

    @OptionGroup var since: Since
    @Option(help: ArgumentHelp("What else the next shift must know.", valueName: "text"))
    var comment: String?
    @Flag(help: "Sign though incidents have no next step.") var yes = false
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let comment = try comment.map { text throws(Failure) in try TypedText(text).value } ?? ""
      let session = try Session(global, writing: true)
      let handover = try since.handover(session)
      let author = session.settings.author
      guard
        let subject = Subject(
          .handover, at: handover.madeAt, after: session.book.seq, by: author)
      else { return }
      guard !handover.lines.isEmpty else {
        return Failure.tell("There is nothing to hand over; nothing was signed.")
      }
      let unworked = handover.unworked
      for line in unworked { Failure.tell("\(line.id) has no next step: \(line.title)") }
      guard unworked.isEmpty || yes else {
        Failure.tell(
          "\(unworked.count) without a next step: write one with 'tocsin note ID --next TEXT', "
            + "or sign all the same with --yes. Nothing was signed.")
        throw Failure.told(.usage)
      }
      let head = handover.hash.isEmpty ? "" : " \(handover.hash)"
      try session.record(RecordEdit(subject, handover.signature(comment))) { _ in
        "signed by \(author.title): \(handover.lines.count.counted("line")) at line \(handover.head)\(head)"
      }
    }
  }

  /// Acknowledges lines.
  struct Acknowledge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Acknowledge what others handed over: the incidents named, or all of it.",
      usage: "tocsin handover acknowledge <id> ... | --all")

    @Argument(help: ArgumentHelp("Incidents.", valueName: "id")) var ids: [IncidentID] = []
    @Flag(help: "Every incident that others handed over and nobody acknowledged.") var all = false
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      guard all == ids.isEmpty else { throw ValidationError("Name incidents, or give --all.") }
      let session = try Session(global, writing: true)
      let author = session.settings.author
      let pending = session.book.pendingPickups
      var isPartly = false
      for id in ids.map(session.book.current) {
        guard let pickup = pending.first(where: { $0.id == id }) else {
          Failure.tell("\(id): nothing handed over waits to be acknowledged.")
          isPartly = true
          continue
        }
        if pickup.signer == author {
          Failure.tell("\(id): you signed it; the next shift acknowledges it.")
          isPartly = true
        }
      }
      let wanted = Set(ids.map(session.book.current))
      let pickups = pending.filter { $0.signer != author && (all || wanted.contains($0.id)) }
      guard !pickups.isEmpty else {
        if all { return Failure.tell("Nothing that others handed over waits.") }
        throw Failure.told(.noInput)
      }
      let edit = session.book.acknowledging(pickups)
      try session.record(edit) { subject in
        let names = edit.values[subject, default: [:]].keys.sorted().map { $0.dropFirst(4) }
        return "acknowledged \(names.joined(separator: ", "))"
      }
      if isPartly { throw Failure.told(.partly) }
    }
  }
}
