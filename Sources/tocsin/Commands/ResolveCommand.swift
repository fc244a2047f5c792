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
    discussion: "Classifications and their determinations:\n"
      + Classification.choices.map { classification in
        "  \(classification.graphName): "
          + classification.determinations.map(\.graphName).joined(separator: ", ")
      }.joined(separator: "\n"))

  @OptionGroup var incidents: NamedIncidents
  @Option(help: "What they turned out to be.") var classification: String
  @Option(help: "The kind of attack or activity.") var determination: String
  @Option(help: "Why, in words.") var comment: String?
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    let resolution = try chosen()
    let proposal = try seen.proposal(.resolved(resolution), on: ids)
    try Session(global, writing: true).record(proposal) { _ in
      "resolved as \(resolution.classification.title), \(resolution.determination.title)"
    }
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
