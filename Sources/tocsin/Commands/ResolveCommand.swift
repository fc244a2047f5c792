// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin resolve`: close incidents, saying what they turned out to be.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Close incidents, saying what they turned out to be.",
    usage: """
      tocsin resolve <id> ... --classification <name> --determination <name> \
      [--comment <text>] [--yes] [--if-version <version>]
      """,
    discussion: """
      A high-severity incident on which responses of yours are open needs --yes.

      Classifications and their determinations:

      """
        + Classification.choices.map { classification in
          "  \(classification.graphName): "
            + classification.determinations.map(\.graphName).joined(separator: ", ")
        }.joined(separator: "\n"))

  @OptionGroup var incidents: NamedIncidents
  @Option(
    help: "What they turned out to be.",
    completion: .list(Classification.choices.map(\.graphName)))
  var classification: String
  @Option(
    help: "The kind of attack or activity.",
    completion: .list(Self.determinations))
  var determination: String
  @Option(help: "Why, in words.") var comment: String?
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    let resolution = try chosen()
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.resolved(resolution), on: ids, in: session.book)
    try confirmOpenResponses(of: ids, proposal.event, in: session.book)
    try session.record(proposal, .notTheTenant, ask: seen.ask) { _ in
      "resolved as \(resolution.classification.title), \(resolution.determination.title)"
    }
  }

  /// Says how many responses are still open; the console asks for the id where this needs `--yes`.
  private func confirmOpenResponses(
    of ids: [IncidentID], _ event: Event, in book: CaseBook
  ) throws(Failure) {
    for view in ids.compactMap({ book.view(of: book.current($0)) })
    where !view.status.value.isClosed {
      let count = view.responses.count(where: \.isOpenForCustomer)
      guard count > 0 else { continue }
      if event.danger(on: view) == .grave && !incidents.yes { throw .openResponses(view.id, count) }
      Failure.tell(Failure.sentence(of: count, openOn: view.id))
    }
  }

  /// Every determination some classification offers, once.
  private static var determinations: [String] {
    var names: [String] = []
    for name in Classification.choices.flatMap(\.determinations).map(\.graphName)
    where !names.contains(name) { names.append(name) }
    return names
  }

  private func chosen() throws(Failure) -> Resolution {
    let classification = Classification(graphName: self.classification)
    guard Classification.choices.contains(classification) else {
      throw .noClassification(self.classification)
    }
    let determination = Determination(graphName: self.determination)
    guard classification.determinations.contains(determination) else {
      throw .noDetermination(self.determination, classification)
    }
    return Resolution(
      classification: classification, determination: determination, comment: comment ?? "")
  }
}
