// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin readiness contact`.
struct ReadinessContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Keep whom the experts are to reach.",
    subcommands: [Add.self, Set.self, Remove.self])

  /// What can be said of a contact.
  struct Details: ParsableArguments {
    @Option(help: ArgumentHelp("The phone.", valueName: "number")) var phone: String?
    @Option(help: ArgumentHelp("When it is answered: \(DutyHours.forms).", valueName: "hours"))
    var hours: String?
    @Option(help: ArgumentHelp("The address for mail.", valueName: "address")) var mail: String?
    @Option(
      name: .customLong("for"),
      help: ArgumentHelp("incidentNotification or serviceReview.", valueName: "purpose"))
    var purpose: String?

    /// The fields to set.
    func fields() throws(Failure) -> [String: String] {
      typealias Field = ReadinessContact.Field
      var fields: [String: String] = [:]
      fields[Field.phone] = phone
      fields[Field.mail] = mail
      if let hours {
        guard hours.isEmpty || DutyHours(hours) != nil else {
          throw .unfitRequest("--hours '\(hours)': write \(DutyHours.forms).")
        }
        fields[Field.hours] = hours
      }
      if let purpose {
        let known = ReadinessContact.Purpose(graphName: purpose)
        guard known.unrecognizedName == nil else {
          throw .unfitRequest(
            "--for '\(purpose)': choose incidentNotification or serviceReview.")
        }
        fields[Field.purpose] = known.graphName
      }
      return fields
    }
  }

  /// `tocsin readiness contact add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Write a contact down.",
      usage: """
        tocsin readiness contact add <name> [--phone <number>] [--hours <hours>] \
        [--mail <address>] [--for <purpose>]
        """)
    @Argument(help: "A person or a team.") var name: String
    @OptionGroup var details: Details
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let name = try TypedText(name, readsInput: false).value
      let subject = try RecordName.subject(.contact, namedAfter: name)
      var fields = try details.fields()
      fields[ReadinessContact.Field.name] = name
      let session = try Session(global, writing: true)
      try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
        "written down"
      }
    }
  }

  /// `tocsin readiness contact set`.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change a contact; an empty text takes away what was there.",
      usage: """
        tocsin readiness contact set <contact> [--phone <number>] [--hours <hours>] \
        [--mail <address>] [--for <purpose>] [--if-version <version>]
        """)
    @Argument(help: "The contact, by name.") var name: String
    @OptionGroup var details: Details
    @OptionGroup var seen: SeenVersion
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let fields = try details.fields()
      guard !fields.isEmpty else { throw Failure.unfitRequest("Give --phone or what else to set.") }
      try seen.check()
      let session = try Session(global, writing: true)
      let record = try RecordName.record(name, .contact, in: session.book)
      let proposal = try seen.proposal(
        RecordEdit(record.subject, fields), in: session.book)
      try session.record(proposal, .notDefender) { _ in "changed" }
    }
  }

  /// `tocsin readiness contact remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a contact away.",
      usage: "tocsin readiness contact remove <contact>")
    @Argument(help: "The contact, by name.") var name: String
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws { try Session(global, writing: true).remove(name, .contact) }
  }
}

/// `tocsin readiness exclusion`.
struct ReadinessExclusionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exclusion", abstract: "Keep the groups for which the experts only guide.",
    subcommands: [Add.self, Remove.self])

  /// `tocsin readiness exclusion add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Write an excluded group down.",
      usage: "tocsin readiness exclusion add <group> [--kind <kind>] [--reason <text>]")
    @Argument(help: "The group's name, as Defender has it.") var name: String
    @Option(help: "deviceGroup or userGroup.") var kind = "deviceGroup"
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String?
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws {
      let known = Exclusion.Kind(graphName: kind)
      guard known.unrecognizedName == nil else {
        throw Failure.unfitRequest("--kind '\(kind)': choose deviceGroup or userGroup.")
      }
      let name = try TypedText(name, readsInput: false).value
      _ = try RecordName.subject(.exclusion, namedAfter: name)
      var fields = [Exclusion.Field.name: name, Exclusion.Field.kind: known.graphName]
      fields[Exclusion.Field.reason] = reason
      let session = try Session(global, writing: true)
      guard
        let subject = session.book.subject(
          .exclusion, namedAfter: name, kind: known.graphName)
      else { return }
      try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
        "written down"
      }
    }
  }

  /// `tocsin readiness exclusion remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take an excluded group away.",
      usage: "tocsin readiness exclusion remove <group>")
    @Argument(help: "The group, by name.") var name: String
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run() throws { try Session(global, writing: true).remove(name, .exclusion) }
  }
}

/// `tocsin readiness permission`.
struct ReadinessPermissionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permission", abstract: "Record whether a permission was granted to the experts.",
    usage: "tocsin readiness permission guide|respond granted|notGranted [--note <text>]")

  @Argument(help: "guide or respond.") var name: String
  @Argument(help: "granted or notGranted.") var answer: String
  @Option(help: ArgumentHelp("What must be said with it.", valueName: "text")) var note: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    guard let permission = ServicePermission(rawValue: name), let subject = permission.subject
    else {
      throw Failure.unfitRequest("'\(name)': a permission is guide or respond.")
    }
    let known = ServicePermission.Answer(graphName: answer)
    guard known.unrecognizedName == nil else {
      throw Failure.unfitRequest("'\(answer)': write granted or notGranted.")
    }
    var fields = [ServicePermission.field: known.graphName]
    fields[ServicePermission.note] = note
    let session = try Session(global, writing: true)
    try session.record(Proposal(RecordEdit(subject, fields), seen: nil), .notDefender) { _ in
      known.title
    }
  }
}
