// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin approval`: the two-person rule, and what waits for a second person.
struct ApprovalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval",
    abstract: "Let a second person approve what must not be one person's slip.",
    discussion: """
      What the rule covers is refused until another Unix user approved exactly that. --ask with \
      the refused command records the request; 'approval do' then does it.
      """,
    subcommands: [
      ListCommand.self, ApproveCommand.self, DoCommand.self, WithdrawCommand.self,
      RuleCommand.self,
    ], defaultSubcommand: ListCommand.self)

  /// A request, named by the first digits of its digest.
  struct Request: ParsableArguments {
    @Argument(help: "The request, or the first digits of it.") var request: String

    func found(in session: Session) throws(Failure) -> ApprovalRequest {
      let all = session.book.approvalRequests.filter { $0.digest.hasPrefix(request) }
      guard let first = all.first, request.utf8.count >= 6 || all.count == 1 else {
        throw .noRequest(request)
      }
      guard all.count == 1 else { throw .manyRequests(request, all.count) }
      return first
    }
  }

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the requests, the newest first.")

    @Flag(help: "Also those that are over.") var all = false
    @Option(help: "table or json.") var format = Format.table
    @OptionGroup(title: "Global options") var global: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    func run() throws {
      let session = try Session(global)
      let now = Clock.now
      let requests = session.book.approvalRequests.filter { request in
        switch request.state(at: now) {
        case .pending, .approved: true
        case .done, .withdrawn, .expired: all
        }
      }
      switch format {
      case .json: try StandardStreams.out(ApprovalText.json(requests, in: session, at: now))
      case .table:
        try StandardStreams.out(ApprovalText.table(requests, in: session, at: now))
        if requests.isEmpty { Failure.tell("Nothing waits for approval.") }
        Failure.tell(session.book.approvalRule.words)
      }
    }
  }

  struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "Approve exactly what a colleague wants to do.")

    @OptionGroup var request: Request
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global, writing: true)
      let asked = try request.found(in: session)
      let refusal: Refusal?
      do throws(StoreError) {
        refusal = try session.store.approve(asked.subject, by: session.settings.author)
      } catch { throw Failure.notRecorded(error) }
      if let refusal { throw Failure.notApproved(refusal.sentence) }
      try StandardStreams.out(
        shown("approved: \(asked.words)") + "\n" + ApprovalText.content(of: asked, in: session))
      Failure.tell(shown("\(asked.by.title) can do it now."))
    }
  }

  struct DoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "do", abstract: "Do what you asked for and somebody approved.")

    @OptionGroup var request: Request
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global, writing: true)
      let asked = try request.found(in: session)
      guard let proposal = session.store.proposal(of: asked) else {
        throw Failure.notApproved("The request cannot be read.")
      }
      try session.record(proposal, .notTheTenant) { _ in proposal.event.kind }
    }
  }

  struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: "Take your request back.")

    @OptionGroup var request: Request
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let session = try Session(global, writing: true)
      let asked = try request.found(in: session)
      let author = session.settings.author
      guard asked.by.uid == author.uid else {
        throw Failure.notApproved("Only \(asked.by.title) can withdraw it.")
      }
      let edit = RecordEdit(asked.subject, ["withdrawn": author.name])
      try session.record(Proposal(edit, seen: nil), .notDefender) { _ in "withdrawn" }
    }
  }

  struct RuleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rule", abstract: "Show or set what needs a second person, for everybody here.")

    @Option(help: "Whether marking a containment step done does: yes or no.")
    var containment: YesOrNo?
    @Option(help: "Whether resolving at high severity does: yes or no.") var closing: YesOrNo?
    @Option(help: "An action on more incidents than this does; off for never.") var over: Over?
    @Option(help: "Minutes a request is good for, 1 to 1440.") var minutes: Int?
    @Option(help: "text or json; for the rule as it stands.") var format = Format.text
    @OptionGroup var seen: SeenVersion
    @OptionGroup(title: "Global options") var global: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    enum YesOrNo: String, ExpressibleByArgument, CaseIterable { case yes, no }

    struct Over: ExpressibleByArgument {
      var count: Int?

      init?(argument: String) {
        if argument != "off" {
          guard let count = Int(argument), count >= 0 else { return nil }
          self.count = count
        }
      }
    }

    func validate() throws {
      if let minutes, !(1...ApprovalRule.mostMinutes).contains(minutes) {
        throw ValidationError("--minutes must be from 1 to \(ApprovalRule.mostMinutes).")
      }
    }

    func run() throws {
      let isChange = containment != nil || closing != nil || over != nil || minutes != nil
      let session = try Session(global, writing: isChange)
      var rule = session.book.approvalRule
      guard isChange else {
        return try StandardStreams.out(
          format == .json
            ? ApprovalText.json(rule, session.book.record(ApprovalRule.subject)?.version ?? 0)
            : rule.words + "\n")
      }
      if let containment { rule.containment = containment == .yes }
      if let closing { rule.closing = closing == .yes }
      if let over { rule.over = over.count }
      if let minutes { rule.minutes = minutes }
      let proposal = try seen.proposal(
        RecordEdit(ApprovalRule.subject, rule.fields), in: session.book)
      try session.record(proposal, .notDefender, ask: seen.ask) { _ in rule.words }
    }
  }
}
