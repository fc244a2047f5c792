// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin plan`: what the customer has to do, by target.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "List the open responses of yours by device, user and file, in a proposed order.",
    usage: "tocsin plan [--format <format>]",
    discussion: """
      Over all incidents. The order of the steps on a target: collect the investigation package, \
      isolate, restrict, disable or reset the user, quarantine, scan, block, then what is \
      described in words; what lifts containment comes last. Duplicates and conflicts are marked.
      """)

  @Option(help: "text or json.") var format = BoardFormat.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let plan = ResponsePlan(session.book, TriageQueue(session.book))
    let excluded = try session.excluded(plan.steps.map(\.response))
    var output = BufferedOutput()
    switch format {
    case .json: try output.write(PlanJSON(plan, excluded: excluded).bytes + [0x0A])
    case .text:
      let text = PlanText(style: session.settings.style, now: Clock.now, excluded: excluded)
      for group in plan.groups { try output.write(text.lines(group)) }
    }
    try output.flush()
    if format == .text { tally(plan, session.settings.style) }
    _ = session.store.saveIndex()
  }

  private func tally(_ plan: ResponsePlan, _ style: TextStyle) {
    let steps = plan.steps
    var facts = [
      "\(steps.count) open",
      "\(plan.groups.count) \(plan.groups.count == 1 ? "target" : "targets")",
    ]
    let duplicates = steps.count { $0.duplicateOf != nil }
    if duplicates > 0 { facts.append("\(duplicates) duplicates") }
    let conflicts = steps.count { !$0.conflicts.isEmpty }
    if conflicts > 0 { facts.append("\(conflicts) in conflict") }
    if plan.incomplete > 0 {
      facts.append("\(plan.incomplete.counted("incident")) with more than are known here")
    }
    Failure.tell(facts.joined(separator: style.dot))
  }
}
