// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents
import Reports

/// `tocsin escalate`: whether this is an emergency, and whom to turn to.
struct EscalateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "Ask whether it is an emergency, and put together what a response team needs.",
    discussion: """
      Defender Experts for XDR is not an incident response service. A run keeps the answers, the \
      calls and the open questions; the times are the journal's.
      """,
    subcommands: [
      Show.self, Guide.self, Begin.self, Answer.self, Call.self, Question.self, Close.self,
      PacketCommand.self,
    ],
    defaultSubcommand: Show.self)

  /// Prints the runs.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the open runs, or with --all every run (the default).",
      usage: "tocsin escalate [show] [--all] [--format <format>]")

    @Flag(help: "Print runs that have ended, too.") var all = false
    @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
    @OptionGroup var output: ReportOutput
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global)
      let runs = session.book.escalations.filter { all || $0.isOpen }
      var signs: [IncidentID: [EscalationSign]] = [:]
      for id in Set(runs.flatMap(\.incidents).map(session.book.current)) {
        guard let incident = try session.store.incident(id) else { continue }
        signs[id] = EscalationSign.signs(in: incident)
      }
      let report = EscalationReport(
        runs, guide: GuideFile.guide, provider: session.settings.effective.provider, signs: signs,
        at: Clock.now)
      try output.write(report.document, as: format, session.settings.style)
    }
  }

  /// Prints the guide.
  struct Guide: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the questions, their answers and where to go.",
      usage: "tocsin escalate guide [--format <format>]")

    @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
    @OptionGroup var output: ReportOutput
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      guard format == .text, output.table == nil else {
        let settings = try Settings(global.typed, for: .reads)
        return try output.write(GuideReport(GuideFile.guide).document, as: format, settings.style)
      }
      for step in GuideFile.guide.steps {
        var text = "\(step.id): \(step.question)\n"
        for answer in step.answers {
          let next = answer.next.map { ", then \($0)" } ?? ""
          text += "  \(answer.value): \(answer.title)\(next)\n"
        }
        for link in step.links { text += "  \(link.title): \(link.url)\n" }
        try StandardStreams.out(text)
      }
    }
  }

  /// Begins a run.
  struct Begin: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a run about incidents.",
      usage: "tocsin escalate begin [<id> ...] --reason <text>")

    @Argument(help: ArgumentHelp("Incidents.", valueName: "id")) var ids: [IncidentID] = []
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let reason = try TypedText(reason, readsInput: false).value
      let session = try Session(global, writing: true)
      let current = try ids.map(session.resolve)
      for run in session.book.escalations where run.isOpen { Failure.tell(Self.warning(of: run)) }
      guard
        let subject = Subject(
          .escalation, at: Clock.now, after: session.book.seq, by: session.settings.author)
      else { return }
      try session.record(.beginning(subject, about: current, reason: reason)) { _ in "begun" }
    }

    private static func warning(of run: EscalationRun) -> String {
      let about = run.incidents.map(\.text).joined(separator: ", ")
      return "run \(run.id.name) is open, too: begun "
        + (run.begunAt.map { "\($0.dayAndTime) " } ?? "") + "by \(run.begunBy)"
        + (about.isEmpty ? "" : " about \(about)") + ": \(run.reason)"
    }
  }

  /// Answers a step.
  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answer a step of the open run.",
      usage: "tocsin escalate answer <step> <answer> [--note <text>] [--run <name>]",
      discussion: "'tocsin escalate guide' lists steps and answers.")

    @Argument(help: "The step.") var step: String
    @Argument(help: "The answer.") var answer: String
    @Option(help: ArgumentHelp("What to write down with it.", valueName: "text"))
    var note: String?
    @OptionGroup var choice: RunChoice
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let guide = GuideFile.guide
      guard let known = guide.step(step) else {
        let steps = guide.steps.map(\.id).joined(separator: ", ")
        throw ValidationError("There is no step '\(step)'; there are \(steps).")
      }
      guard known.answer(answer) != nil else {
        let answers = known.answers.map(\.value).joined(separator: " or ")
        throw ValidationError("'\(answer)' is no answer to '\(step)'; it is \(answers).")
      }
      let session = try Session(global, writing: true)
      let run = try choice.open(in: session.book)
      guard run.legs(guide).contains(where: { $0.step.id == step }) else {
        let next = run.legs(guide).last { $0.answer == nil }?.step.id
        throw Failure.notApproved(
          "The answers given so far do not lead to '\(step)'"
            + (next.map { "; the next step is \($0)." } ?? "."))
      }
      let note = try note.map { text throws(Failure) in try TypedText(text).value }
      let edit = run.edit(answering: step, answer, note: note)
      try session.record(edit) { _ in "answered \(step): \(answer)" }
      guard let book = try? session.store.snapshot(), let record = book.record(run.id),
        let next = EscalationRun(record).legs(guide).last, next.answer == nil
      else { return }
      Failure.tell("next: \(next.step.id): \(next.step.question)")
    }
  }

  /// Writes a call down.
  struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down whom you called and what was said.",
      usage: "tocsin escalate call <text>|- [--run <name>]")

    @Argument(help: "Whom, number, what was said; - reads it from standard input.") var text: String
    @OptionGroup var choice: RunChoice
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws { try choice.write(text, under: "call/", "call written down", global) }
  }

  /// Writes an open question down.
  struct Question: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down what is not known yet.",
      usage: "tocsin escalate question <text>|- [--run <name>]")

    @Argument(help: "What is not known; - reads it from standard input.") var text: String
    @OptionGroup var choice: RunChoice
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      try choice.write(text, under: "question/", "question written down", global)
    }
  }

  /// Ends a run.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the open run with an outcome.",
      usage: "tocsin escalate close <outcome> [--note <text>] [--run <name>]")

    @Argument(help: "provider, microsoft, managed or mistake.") var outcome: EscalationRun.Outcome
    @Option(help: ArgumentHelp("Who leads from here, their reference.", valueName: "text"))
    var note: String?
    @OptionGroup var choice: RunChoice
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global, writing: true)
      let run = try choice.open(in: session.book)
      var values = ["outcome": outcome.rawValue]
      if let note { values["closing"] = try TypedText(note).value }
      try session.record(RecordEdit(run.id, values)) { _ in outcome.title }
    }
  }
}
