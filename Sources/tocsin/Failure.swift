// SPDX-License-Identifier: MIT

import ArgumentParser
import Glibc
import IncidentStore
import Incidents
import SafeText
import Settings

/// Why a command could not do what was asked: our own causes beside the store's.
enum Failure: Error {
  /// The store said why.
  case store(StoreError)
  /// The store said why something could not be recorded.
  case notRecorded(StoreError)
  /// No store could be made.
  case noNewStore(StoreError)
  /// No copy of the store can be made there, and why.
  case noExport(path: String, reason: String)
  /// There is no store at the place, and the command needs one.
  case noStore(path: String)
  /// Neither a place for the store is named nor a home to put it in.
  case noPlace
  /// A place for the store whose name is empty.
  case emptyPlace
  /// A file to read is not there, or cannot be read.
  case noFile(path: String, errno: Int32)
  /// There is no such incident.
  case noIncident(IncidentID)
  /// No request for approval begins so.
  case noRequest(String)
  /// No response of that name has switched anything off that is still off.
  case nothingToLift(IncidentID, String)
  /// The beginning of so many requests.
  case manyRequests(String, Int)
  /// Why a request cannot be approved or done, as a sentence.
  case notApproved(String)
  /// Nothing in the input was an incident, an alert or a response.
  case nothingRecognised
  /// A word that is no command.
  case noCommand(String)
  /// More were named than are meant by accident.
  case tooMany(Int, String)
  /// What is wrong with the configuration, each a sentence with its place.
  case badConfiguration([String])
  /// The configuration's file has an empty name.
  case emptyConfiguration
  /// A name to act under that does not show as what it is.
  case unfitName(String)
  /// An owner's name that does not show as what it is.
  case unfitOwner(String)
  /// A version below none.
  case unfitVersion(Int)
  /// A version an incident has not reached, and the one it has.
  case futureVersion(String, Int)
  /// A line that is no action of the author's.
  case noAction(Int)
  /// A query that cannot be read: its text, and why.
  case unfitQuery(String, QueryError)
  /// A query with values that nothing can have, each as a sentence.
  case hopelessQuery([String])
  /// The beginning of more than one response's id, and these ids.
  case ambiguousResponse(String, [String])
  /// Closing a high-severity incident on which so many responses of the customer's are open.
  case openResponses(IncidentID, Int)
  /// A time that cannot be read.
  case unfitTime(String)
  /// A time since when something counts that is still to come.
  case sinceToCome(String)
  /// An owner and `--nobody`, or neither.
  case ownerOrNobody
  /// A text with nothing in it.
  case emptyText
  /// A text on standard input that is no UTF-8.
  case invalidText
  /// A hypothesis given twice.
  case twoHypotheses
  /// A due time and `--no-due`.
  case dueOrNot
  /// No tag to put on or take off.
  case noTag
  /// A tag that does not show as what it is.
  case unfitTag(String)
  /// A time to come that cannot be read, and the option it stands behind.
  case unfitComingTime(String, String)
  /// A time that must be to come and is past.
  case pastTime(String, String)
  /// A snooze without a condition, or with both a condition and `--wake`.
  case snoozeOrWake
  /// A snooze that does not say why.
  case noSnoozeReason
  /// A step that must say why, without a note.
  case noReason(ResponseStep)
  /// A classification nobody can choose.
  case noClassification(String)
  /// A determination the classification does not offer.
  case noDetermination(String, Classification)
  /// The console cannot be drawn on this terminal, and why.
  case noTerminal(String)
  /// Options for a replay that do not fit.
  case unfitReplay(String)
  /// A script of keys that cannot be read, and where.
  case unfitKeys(String)
  /// What was asked for does not fit together, as a sentence.
  case unfitRequest(String)
  /// There is no such record, as a sentence.
  case noRecord(String)
  /// A file of records that cannot be read, where and why, as a sentence.
  case unfitSheet(String)
  /// `--read-only` was given.
  case readOnly
  /// A system call failed.
  case system(String, String, Int32)
  /// Whoever read standard output went away.
  case readerLeft
  /// What stands in the way was told already.
  case told(ExitStatus)

  /// Ends the program: a sentence on standard error where there is something to say, and a status.
  static func end(
    with error: any Error, in command: any ParsableCommand.Type = Tocsin.self
  ) -> Never {
    switch error {
    case let failure as Failure: failure.end()
    case let error as StoreError: Failure.store(error).end()
    case let code as ExitCode: exit(code.rawValue)
    default: endOfParsing(error, command)
    }
  }

  private func end() -> Never {
    if !sentence.isEmpty { Self.tell(sentence) }
    exit(status.rawValue)
  }

  /// Says something to the person at standard error; whatever is in it cannot lie.
  static func tell(_ sentence: String) {
    StandardStreams.tell("tocsin: " + VisibleText(sentence, .multiline).text)
  }

  /// Help and versions are data; a wrong command line is a sentence and 64.
  private static func endOfParsing(
    _ error: any Error, _ command: any ParsableCommand.Type
  ) -> Never {
    let message = message(for: error, of: command)
    let hint = DashHint(CommandLine.arguments.dropFirst())
    guard hint != nil || Tocsin.exitCode(for: error) != .success else {
      try? StandardStreams.out(message + "\n")
      exit(ExitStatus.done.rawValue)
    }
    let prefix = "Error: "
    if Tocsin.exitCode(for: error) != .success {
      tell(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
    }
    if let hint { tell(hint.sentence) }
    exit(ExitStatus.usage.rawValue)
  }
}

extension Failure {
  /// What the parser says, with the words to type for help on the command itself.
  private static func message(
    for error: any Error, of command: any ParsableCommand.Type
  ) -> String {
    let message = command.fullMessage(for: error)
    guard let names = names(of: command, in: Tocsin.self) else { return message }
    let hint = "See '\(command._commandName) --help'"
    guard let place = message.ranges(of: hint).last else { return message }
    return message[..<place.lowerBound] + "See '\(names.joined(separator: " ")) --help'"
      + message[place.upperBound...]
  }

  /// The names that lead to a command, the program's first.
  private static func names(
    of command: any ParsableCommand.Type, in parent: any ParsableCommand.Type
  ) -> [String]? {
    if parent == command { return [parent._commandName] }
    for child in parent.configuration.subcommands {
      if let names = names(of: command, in: child) { return [parent._commandName] + names }
    }
    return nil
  }

  /// The status the program ends with.
  var status: ExitStatus {
    switch self {
    case .store(let error), .notRecorded(let error): error.status
    case .noNewStore, .noExport: .cannotCreate
    case .noStore, .noFile, .noIncident, .noAction, .noRequest, .noRecord, .nothingToLift:
      .noInput
    case .nothingRecognised, .invalidText, .badConfiguration, .unfitKeys, .unfitSheet: .badData
    case .noPlace, .emptyPlace, .emptyConfiguration, .noCommand, .tooMany, .unfitName, .unfitOwner,
      .unfitVersion,
      .futureVersion, .unfitQuery, .hopelessQuery, .ambiguousResponse, .openResponses, .unfitTime,
      .sinceToCome,
      .ownerOrNobody,
      .emptyText, .twoHypotheses, .dueOrNot, .noTag, .unfitTag, .unfitComingTime, .pastTime,
      .snoozeOrWake, .manyRequests, .noSnoozeReason, .noReason, .noClassification, .noDetermination,
      .unfitReplay, .unfitRequest:
      .usage
    case .noTerminal: .unavailable
    case .readOnly, .notApproved: .notPermitted
    case .system(let call, _, _):
      call == "mkdtemp" || call == "mkdir" ? .cannotCreate : .inputOutput
    case .readerLeft: .done
    case .told(let status): status
    }
  }

  /// What, where, and what next; empty where there is nothing to say.
  var sentence: String {
    switch self {
    case .store(let error): error.sentence
    case .notRecorded(let error):
      error.sentence + (error.isUnrecorded ? " Nothing was recorded." : "")
    case .noNewStore(.untrusted(let path, let reason)):
      "\(path): no store can be made there: \(reason)"
    case .noNewStore(let error): error.sentence
    case .noExport(let path, let reason): "\(path): no copy can be made there: \(reason)"
    case .noStore(let path):
      """
      There is no store at \(path). Import incidents with 'tocsin import FILE', or look around \
      with 'tocsin demo'.
      """
    case .noPlace: "There is no place for a store: give --store DIR, or set TOCSIN_STORE or HOME."
    case .emptyPlace: "The store's directory has an empty name; give --store DIR."
    case .noFile(let path, let code): "\(path): \(Self.text(of: code))."
    case .noRequest(let text):
      "There is no request \(text) here; 'tocsin approval list --all' shows all."
    case .nothingToLift(let id, let response):
      "Nothing is in force by response \(response) of \(id); 'tocsin containment' lists what is."
    case .manyRequests(let text, let count):
      "\(text) begins \(count) requests; give more digits."
    case .notApproved(let sentence): "\(sentence) Nothing was recorded."
    case .noIncident(let id): "There is no incident \(id) here."
    case .nothingRecognised: "No incident, alert or response was recognised; nothing was imported."
    case .noCommand(let word):
      "'\(word)' is no command.\(Nearest.question(word, among: Tocsin.commandNames))"
        + " 'tocsin --help' lists them."
    case .tooMany(let count, let what):
      "\(count) \(what) named; more than \(Danger.bulkLimit) need --yes. Nothing was written."
    case .badConfiguration(let problems):
      (problems + ["Correct the file; 'tocsin config --default' prints one that is right."])
        .joined(separator: "\n")
    case .emptyConfiguration: "The configuration's file has an empty name; give --config FILE."
    case .unfitName(let name):
      "--as '\(name)': a name is 1 to \(Settings.nameLimit) bytes of printable text."
    case .unfitOwner(let name):
      "'\(name)': an owner is 1 to \(ServiceFacts.textLimit) bytes of printable text."
    case .unfitVersion(let version): "--if-version \(version): a version is 0 or more."
    case .futureVersion(let id, let version): "\(id) is at version \(version). Nothing was written."
    case .noAction(let line):
      "Line \(line) is no action of yours to take back; 'tocsin undo --list' lists them."
    case .unfitQuery(let text, let error): error.pointed(into: text)
    case .hopelessQuery(let doubts): doubts.joined(separator: "\n")
    case .ambiguousResponse(let name, let ids):
      "'\(name)' begins more than one response: \(ids.joined(separator: ", ")). Nothing was written."
    case .openResponses(let id, let count):
      """
      \(Self.sentence(of: count, openOn: id)) It is of high severity, and to resolve it needs \
      --yes. Nothing was written.
      """
    case .unfitTime(let text):
      "--since '\(text)': write 8h, 2d, 2026-11-01 or 2026-11-01T08:00Z."
    case .sinceToCome(let text): "--since '\(text)' is still to come."
    case .ownerOrNobody: "Name an owner, or give --nobody."
    case .emptyText: "There is no text to write down."
    case .twoHypotheses: "Give the hypothesis as the text or with --hypothesis, not both."
    case .dueOrNot: "Give --due or --no-due, not both."
    case .noTag: "Give --add TAG or --remove TAG."
    case .unfitTag(let tag):
      "'\(tag)': a tag is 1 to \(TagEdit.tagLimit) bytes of printable text without a comma that begin with no -."
    case .unfitComingTime(let option, let text): "\(option) '\(text)': write \(ComingTime.forms)."
    case .pastTime(let option, let text): "\(option) '\(text)' is past. Nothing was written."
    case .snoozeOrWake:
      """
      Give --until TIME, or --response ID on one incident, each with --reason; or --wake alone.
      """
    case .noSnoozeReason: "A snooze needs --reason: say why it can wait."
    case .invalidText: "Standard input is not UTF-8 text; nothing was written."
    case .noReason(let step):
      "A response that is \(step == .skipped ? "skipped" : "marked failed") needs --note: say why."
    case .noClassification(let name):
      "There is no classification '\(name)'; choose \(Self.list(Classification.choices))."
    case .noDetermination(let name, let classification):
      """
      \(classification.graphName) has no determination '\(name)'; choose \
      \(Self.list(classification.determinations)).
      """
    case .noTerminal(let sentence), .unfitReplay(let sentence), .unfitKeys(let sentence),
      .unfitRequest(let sentence), .noRecord(let sentence), .unfitSheet(let sentence):
      sentence
    case .readOnly: "--read-only was given; nothing was written."
    case .system(let call, let path, let code): "\(path): \(call): \(Self.text(of: code))."
    case .readerLeft, .told: ""
    }
  }

  /// The system's words for an error number.
  static func text(of code: Int32) -> String { String(cString: strerror(code)) }

  /// How many responses of the customer's an incident still has open.
  static func sentence(of count: Int, openOn id: IncidentID) -> String {
    "\(id): \(count) \(count == 1 ? "response" : "responses") of yours \(count == 1 ? "is" : "are") "
      + "still open."
  }

  private static func list(_ values: [some GraphValue]) -> String {
    let names = values.map(\.graphName)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
