// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// Which recommendations a decision is about.
struct NamedRecommendations: ParsableArguments {
  @Argument(help: "The recommendations, each by its id or what only it begins with.")
  var names: [String]
  @OptionGroup var seen: SeenVersion

  /// Records fields on all of them.
  private func record(
    _ fields: [String: String], _ decision: RecommendationDecision, _ global: GlobalOptions
  ) throws {
    try seen.check()
    let session = try Session(global, writing: true)
    var values: [Subject: [String: String]] = [:]
    for name in names {
      let record = try RecordName.record(name, .recommendation, in: session.book)
      if let reason = decision.reasonAgainst(from: Recommendation(record).state) {
        throw Failure.notApproved("\(record.subject): \(reason)")
      }
      // What was never set stays unset.
      values[record.subject] = fields.filter { !$0.value.isEmpty || !record[$0.key].isEmpty }
    }
    try session.record(
      seen.proposal(RecordEdit(values), in: session.book), .notDefender
    ) { _ in
      decision.phrase
    }
  }

  /// Records a decision on all of them; `missing` says what it needs.
  func record(
    _ decision: RecommendationDecision, missing: String = "", _ global: GlobalOptions
  ) throws {
    guard let fields = decision.fields else { throw Failure.unfitRequest(missing) }
    try record(fields, decision, global)
  }
}

/// `tocsin recommendations accept`.
struct RecommendationsAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Record that recommendations are to be followed.",
    usage: "tocsin recommendations accept <recommendation> ... [--if-version <version>]")
  @OptionGroup var named: NamedRecommendations
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws { try named.record(.accept, global) }
}

/// `tocsin recommendations decline`.
struct RecommendationsDecline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: "Record that recommendations are not to be followed, and why.",
    usage: """
      tocsin recommendations decline <recommendation> ... --reason <text> [--if-version <version>]
      """)
  @OptionGroup var named: NamedRecommendations
  @Option(help: ArgumentHelp("Why not.", valueName: "text")) var reason = ""
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    try named.record(
      .decline(reason: reason), missing: "Declining needs --reason: say why.", global)
  }
}

/// `tocsin recommendations done`.
struct RecommendationsDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Record that recommendations were followed.",
    usage: "tocsin recommendations done <recommendation> ... [--if-version <version>]")
  @OptionGroup var named: NamedRecommendations
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws { try named.record(.done, global) }
}

/// `tocsin recommendations verify`.
struct RecommendationsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Record that you looked and it is so, and what shows it.",
    usage: """
      tocsin recommendations verify <recommendation> ... --evidence <text> [--if-version <version>]
      """)
  @OptionGroup var named: NamedRecommendations
  @Option(help: ArgumentHelp("What shows that it is so.", valueName: "text")) var evidence = ""
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    try named.record(
      .verify(evidence: evidence), missing: "Verifying needs --evidence: say what shows it.",
      global)
  }
}

/// `tocsin recommendations reopen`.
struct RecommendationsReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Put recommendations back to new.",
    usage: "tocsin recommendations reopen <recommendation> ... [--if-version <version>]")
  @OptionGroup var named: NamedRecommendations
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws { try named.record(.reopen, global) }
}

/// `tocsin recommendations assign`.
struct RecommendationsAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Record who takes care of a recommendation.",
    usage: "tocsin recommendations assign <recommendation> <owner> | --nobody")
  @Argument(help: "The recommendation.") var name: String
  @Argument(help: "Who takes care of it.") var owner: String?
  @Flag(help: "Nobody does.") var nobody = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    guard (owner == nil) == nobody else { throw Failure.ownerOrNobody }
    if let owner, !Settings.isPrintable(owner, bytes: ServiceFacts.textLimit) {
      throw Failure.unfitOwner(owner)
    }
    try seen.check()
    let session = try Session(global, writing: true)
    let record = try RecordName.record(name, .recommendation, in: session.book)
    let edit = RecordEdit(record.subject, [Recommendation.Field.owner: owner ?? ""])
    try session.record(seen.proposal(edit, in: session.book), .notDefender) { _ in
      owner.map { "assigned to \($0)" } ?? "assigned to nobody"
    }
  }
}

/// `tocsin recommendations due`.
struct RecommendationsDue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Record when a recommendation is due.",
    usage: "tocsin recommendations due <recommendation> <time> | --never")
  @Argument(help: "The recommendation.") var name: String
  @Argument(help: "When it is due.") var time: String?
  @Flag(help: "It is never due.") var never = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    guard (time == nil) == never else {
      throw Failure.unfitRequest("Name a time, or give --never.")
    }
    let moment = try time.map { try ComingMoment($0, option: "the time").moment }
    try seen.check()
    let session = try Session(global, writing: true)
    let record = try RecordName.record(name, .recommendation, in: session.book)
    let edit = RecordEdit(record.subject, [Recommendation.Field.due: moment?.iso8601 ?? ""])
    try session.record(seen.proposal(edit, in: session.book), .notDefender) { _ in
      moment.map { "due \($0.dayAndTime)" } ?? "never due"
    }
  }
}

/// `tocsin recommendations link`.
struct RecommendationsLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link a recommendation to incidents it would have touched.",
    usage: "tocsin recommendations link <recommendation> <id> ... [--remove]")
  @Argument(help: "The recommendation.") var name: String
  @Argument(help: "The incidents.") var ids: [IncidentID]
  @Flag(help: "Take the links away instead.") var remove = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global, writing: true)
    let record = try RecordName.record(name, .recommendation, in: session.book)
    var fields: [String: String] = [:]
    for id in ids {
      let current = try session.resolve(id)
      guard remove else {
        fields[Recommendation.Field.link(current)] = "1"
        continue
      }
      // An incident merged since may be linked under its old id.
      for link in record.fields(under: Recommendation.Field.incident) {
        guard let linked = IncidentID(link.name), session.book.current(linked) == current else {
          continue
        }
        fields[Recommendation.Field.link(linked)] = ""
      }
    }
    guard !fields.isEmpty else { return Failure.tell("\(record.subject) is not linked to it.") }
    try session.record(Proposal(RecordEdit(record.subject, fields), seen: nil), .notDefender) {
      _ in remove ? "no longer linked" : "linked"
    }
  }
}
