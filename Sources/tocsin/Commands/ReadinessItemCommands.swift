// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// What can be said of a readiness item.
struct ReadinessItemOptions: ParsableArguments {
  @Option(help: "completeNow, inProgress or completed.") var state: String?
  @Option(help: ArgumentHelp("Who takes care of it.", valueName: "name")) var owner: String?
  @Option(help: ArgumentHelp("When it is due; empty for never.", valueName: "time"))
  var due: String?
  @Option(help: ArgumentHelp("Where it comes from.", valueName: "text")) var source: String?
  @Option(
    name: .customLong("where"), help: ArgumentHelp("Its place in the portal.", valueName: "text"))
  var place: String?
  @Flag(help: "Say that you looked, and it is so; a state says that, too.") var checked = false

  /// The fields to set.
  func fields() throws(Failure) -> [String: String] {
    typealias Field = ReadinessItem.Field
    var fields: [String: String] = [:]
    if let state {
      let known = ReadinessState(graphName: state)
      guard known.unrecognizedName == nil else {
        throw .unfitRequest("--state '\(state)': choose completeNow, inProgress or completed.")
      }
      fields[Field.state] = known.graphName
    }
    fields[Field.owner] = owner
    if let due {
      fields[Field.due] = due.isEmpty ? "" : try ComingMoment(due, option: "--due").moment.iso8601
    }
    fields[Field.source] = source
    fields[Field.place] = place
    if checked || state != nil { fields[Field.checkedAt] = Clock.now.iso8601 }
    return fields
  }
}

/// `tocsin readiness add`.
struct ReadinessAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down an item.",
    usage: "tocsin readiness add <title> [--state <state>] [--owner <name>] [--due <time>] ...")

  @Argument(help: "What is to be done.") var title: String
  @OptionGroup var item: ReadinessItemOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let title = try TypedText(title, readsInput: false).value
    let subject = try RecordName.subject(.readiness, namedAfter: title)
    var fields = try item.fields()
    fields[ReadinessItem.Field.title] = title
    let session = try Session(global, writing: true)
    try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
      "written down"
    }
  }
}

/// `tocsin readiness set`.
struct ReadinessSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change an item; an empty text takes away what was there.",
    usage: """
      tocsin readiness set <item> [--state <state>] [--owner <name>] [--due <time>] \
      [--source <text>] [--where <text>] [--title <text>] [--checked] [--if-version <version>]
      """)

  @Argument(help: "The item, or what only its name begins with.") var name: String
  @Option(help: ArgumentHelp("What is to be done.", valueName: "text")) var title: String?
  @OptionGroup var item: ReadinessItemOptions
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    var fields = try item.fields()
    if let title { fields[ReadinessItem.Field.title] = title }
    guard !fields.isEmpty else { throw Failure.unfitRequest("Give --state or what else to set.") }
    try seen.check()
    let session = try Session(global, writing: true)
    let record = try RecordName.record(name, .readiness, in: session.book)
    let edit = RecordEdit(record.subject, fields)
    try session.record(seen.proposal(edit, in: session.book), .notDefender) { _ in
      fields[ReadinessItem.Field.state].map { ReadinessState(graphName: $0).title } ?? "changed"
    }
  }
}

/// `tocsin readiness remove`.
struct ReadinessRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an item away.",
    usage: "tocsin readiness remove <item>")

  @Argument(help: "The item, or what only its name begins with.") var name: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global, writing: true)
    try session.remove(name, .readiness)
  }
}

/// `tocsin readiness assets`.
struct ReadinessAssets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assets",
    abstract: "Enter how many devices and identities are protected, or take a count away.",
    usage: """
      tocsin readiness assets [--devices <n>/<m>] [--identities <n>/<m>] [--date <day>]
      tocsin readiness assets --remove [--date <day>]
      """)

  @Option(help: ArgumentHelp("Protected devices and their target.", valueName: "n/m"))
  var devices: String?
  @Option(help: ArgumentHelp("Protected identities and their target.", valueName: "n/m"))
  var identities: String?
  @Option(help: ArgumentHelp("The day of the count; today without it.", valueName: "day"))
  var date: String?
  @Flag(help: "Take the day's counts away.") var remove = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    var fields: [String: String] = [:]
    for (kind, text) in [(AssetCount.Kind.devices, devices), (.identities, identities)] {
      guard let text else { continue }
      guard let part = AssetCount.part(text) else {
        throw Failure.unfitRequest("--\(kind.rawValue) '\(text)': write 1840/2000.")
      }
      fields[kind.protected] = "\(part.protected)"
      fields[kind.target] = "\(part.target)"
    }
    guard fields.isEmpty == remove else {
      throw Failure.unfitRequest(
        "Give --devices N/M or --identities N/M, or --remove without them.")
    }
    if let fault = AssetCount.fault(of: fields) { throw Failure.unfitRequest(fault) }
    let day = date ?? Clock.zone.reading(at: Clock.now).day
    guard AssetCount.moment(of: day) != nil, let subject = Subject(.assets, day) else {
      throw Failure.unfitRequest("--date '\(day)': write 2026-11-25.")
    }
    guard day <= Clock.zone.reading(at: Clock.now).day else {
      throw Failure.unfitRequest("--date '\(day)' is still to come; a count is of a day that was.")
    }
    let session = try Session(global, writing: true)
    if remove { return try session.remove(day, .assets) }
    try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
      "counted"
    }
  }
}

extension Session {
  /// Takes a record away by emptying it.
  func remove(_ name: String, _ noun: RecordNoun) throws {
    let record = try RecordName.record(name, noun, in: book)
    let fields = record.fields.filter { !$0.ledger.value.isEmpty }.map { ($0.name, "") }
    let edit = RecordEdit(record.subject, Dictionary(fields) { first, _ in first })
    try self.record(Proposal(edit, seen: nil), .notDefender) { _ in "removed" }
  }
}
