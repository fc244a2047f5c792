// SPDX-License-Identifier: MIT

import Incidents

extension Registry {
  static let timelineActions: [Action] = [
    Action(
      "timeline", .find, "Timeline",
      help: "Show the timeline, or only alerts, evidence, responses, comments, changes, actions.",
      argument: .timeline, perform: { $0.openPalette("timeline ") }),
    Action(
      "timeline.kind", .find, "Timeline kind", hint: "kind",
      help: "Show only the next kind of entry, after the last everything again.",
      keys: ["m"], scope: .panes([.summary]), disabled: { $0.reasonAgainstTimeline },
      perform: { $0.turnTimelineFacet() }),
    Action(
      "timeline.later", .find, "Later hour", hint: "next hour",
      help: "Go to the next hour of the timeline in which something happened.",
      keys: ["}"], scope: .panes([.summary]), disabled: { $0.reasonAgainstTimeline },
      perform: { $0.goToHour(.later) }),
    Action(
      "timeline.earlier", .find, "Earlier hour",
      help: "Go to the hour of the timeline before in which something happened.",
      keys: ["{"], scope: .panes([.summary]), disabled: { $0.reasonAgainstTimeline },
      perform: { $0.goToHour(.earlier) }),
  ]
}

extension Action.Argument {
  /// What of the timeline is shown: `all`, a kind, or something the incident is about.
  static let timeline = Action.Argument(
    "timeline", "part", isRequired: true, isChoice: true,
    choices: { state, typed in state.timelineChoices.matching(typed) },
    refusal: { state, _ in state.selectedID == nil ? State.nothingSelected : nil },
    perform: { state, text in state.showTimeline(named: text) })
}

extension State {
  private static let everything = "all"

  /// The words for kinds, then what the incident is about.
  fileprivate var timelineChoices: [Action.Choice] {
    let entities = opened.map { $0.timeline.entities } ?? []
    return [Action.Choice(text: Self.everything, detail: "everything")]
      + TimelineFilter.Facet.allCases.map {
        Action.Choice(text: $0.rawValue, detail: $0.phrase)
      }
      + entities.map { Action.Choice(text: "\($0.kind.rawValue):\($0.name)", detail: "") }
  }

  fileprivate mutating func showTimeline(named text: String) -> [Effect] {
    if text == Self.everything { return showTimeline(TimelineFilter()) }
    if let facet = TimelineFilter.Facet(rawValue: text) {
      return showTimeline(TimelineFilter(facet: facet))
    }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = Entity.Kind(rawValue: String(parts[0])) else { return [] }
    return showTimeline(TimelineFilter(entity: Entity(kind, String(parts[1]))))
  }
}
