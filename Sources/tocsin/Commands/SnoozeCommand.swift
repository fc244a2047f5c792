// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin snooze`: leave incidents alone for a while, or wake them.
struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Leave incidents alone for a while, or wake them.",
    usage: """
      tocsin snooze <id> ... (--until <time> | --response <id>) --reason <text> [--yes]
             tocsin snooze <id> ... --wake [--yes]
      """,
    discussion: """
      A snoozed incident stands below the rest of your move until its time comes, the response \
      has an outcome, or Defender changes anything. A time is \(ComingTime.forms); local unless \
      it ends in Z.
      """)

  @OptionGroup var incidents: NamedIncidents
  @Option(help: ArgumentHelp("When they wake.", valueName: "time")) var until: String?
  @Option(help: ArgumentHelp("The response whose outcome wakes it.", valueName: "id"))
  var response: String?
  @Option(help: ArgumentHelp("Why they can wait.", valueName: "text")) var reason: String?
  @Flag(help: "End the snooze now.") var wake = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    let isSnooze = until != nil || response != nil
    guard wake != isSnooze, !wake || reason == nil, response == nil || ids.count == 1 else {
      throw Failure.snoozeOrWake
    }
    let moment = try until.map { try ComingMoment($0, option: "--until", isFuture: true).moment }
    if !wake, (reason ?? "").allSatisfy(\.isWhitespace) { throw Failure.noSnoozeReason }
    try seen.check()
    let session = try Session(global, writing: true)
    var event = Event.woken
    if isSnooze {
      let view = ids.first.flatMap { session.book.view(of: session.book.current($0)) }
      let name = try response.map { try ResponseName.ids([$0], of: view).first ?? $0 }
      event = .snoozed(Snooze(until: moment, response: name, reason: reason ?? ""))
    }
    let proposal = try seen.proposal(event, on: ids, in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { _ in
      guard case .snoozed(let snooze) = event else { return "woken" }
      return "snoozed until \(snooze.condition(titles: nil))"
    }
  }
}
