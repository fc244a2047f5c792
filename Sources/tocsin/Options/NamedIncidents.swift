// SPDX-License-Identifier: MIT

public import ArgumentParser
public import Incidents

extension IncidentID: ExpressibleByArgument {
  /// An incident's id as typed.
  public init?(argument: String) { self.init(argument) }

  /// What a shell offers for it.
  public static var defaultCompletionKind: CompletionKind { Suggestions.incidents }
}

/// The incidents a command names; naming them is the confirmation.
struct NamedIncidents: ParsableArguments {
  @Argument(help: ArgumentHelp("Incidents.", valueName: "id"))
  var ids: [IncidentID]

  @Flag(help: "Confirm that more than \(Danger.bulkLimit) are meant.")
  var yes = false

  /// The ids without repetition, as typed; more than a few need `--yes`.
  func confirmed() throws(Failure) -> [IncidentID] {
    var seen: Set<IncidentID> = []
    let distinct = ids.filter { seen.insert($0).inserted }
    try Self.confirm(distinct.count, of: "incidents", yes: yes)
    return distinct
  }

  /// Refuses a number that nobody names by hand, unless it was confirmed.
  static func confirm(_ count: Int, of what: String, yes: Bool) throws(Failure) {
    if count > Danger.bulkLimit && !yes { throw .tooMany(count, what) }
  }
}
