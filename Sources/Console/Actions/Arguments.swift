// SPDX-License-Identifier: MIT

import Incidents

extension Action.Argument {
  /// Who owns the incident.
  static let owner = Action.Argument(
    "assign", "name",
    choices: { state, typed in state.ownerChoices.matching(typed) },
    perform: { state, name in
      state.proposeHere(.assigned(owner: name == "me" ? state.author.name : name.trimmed))
    })

  /// Tags to put on, and to take off.
  static let tag = Action.Argument(
    "tag", "tag",
    choices: { state, typed in state.tagChoices(typed) },
    refusal: { _, text in
      let edit = TagLine(text).edit
      return edit.isEmpty ? "There is no tag to put on." : edit.refusal
    },
    perform: { state, text in state.proposeHere(.tagged(TagLine(text).edit)) })

  /// A comment.
  static let comment = Action.Argument(
    "comment", "text", perform: { state, text in state.proposeHere(.commented(text: text)) })

  /// Which rows to show.
  static let filter = Action.Argument(
    "filter", "query", in: .everywhere,
    refusal: { state, text in
      do throws(QueryError) {
        _ = try QueueFilter(text, in: state.queryDialect)
        return nil
      } catch {
        return error.sentence
      }
    },
    perform: { state, text in
      guard let filter = try? QueueFilter(text, in: state.queryDialect) else { return [] }
      let effects = state.go(to: .queue) + state.show(filter)
      state.sayDoubts(about: filter)
      return effects
    })

  /// What to find.
  static let search = Action.Argument(
    "search", "words", in: .panes([.summary, .responses]),
    perform: { state, text in state.search(text) })

  /// An incident to go to.
  static let incident = Action.Argument(
    "open", "id", in: .everywhere, isRequired: true,
    choices: { state, typed in state.incidentChoices(typed) },
    refusal: { state, text in
      let isHere = IncidentID(text).flatMap { state.queue[state.book.current($0)] } != nil
      return isHere ? nil : "No incident \(text) is here."
    },
    perform: { state, text in IncidentID(text).map { state.open($0) } ?? [] })

  /// A column to put the queue in order by.
  static let order = Action.Argument(
    "sort", "column", isChoice: true,
    choices: { state, typed in
      QueueOrder.Column.allCases.map { column in
        let isNow = column == state.queuePane.order.column && column != .triage
        return Action.Choice(
          text: column.rawValue,
          detail: isNow ? "now: \(state.queuePane.order.title)" : column.phrase)
      }.matching(typed)
    },
    perform: { state, text in
      QueueOrder.Column(rawValue: text).map { state.sort(by: $0) } ?? []
    })

  /// A tab of the summary.
  static let tab = Action.Argument(
    "tab", "name", isChoice: true,
    choices: { _, typed in
      SummaryPane.Tab.allCases.map {
        Action.Choice(text: $0.title.lowercased(), detail: "")
      }.matching(typed)
    },
    perform: { state, text in state.show(tab: text) })
}

extension State {
  /// The rows of the queue that are asked for the names of owners.
  private static let ownerRows = 200
  /// The most incidents offered.
  private static let incidentChoices = 50

  /// The people incidents have been given to, the author first.
  fileprivate var ownerChoices: [Action.Choice] {
    var names = Set(queue.rows.prefix(Self.ownerRows).map(\.owner))
    names.subtract(["", author.name])
    return [Action.Choice(text: "me", detail: author.name)]
      + names.sorted().map { Action.Choice(text: $0, detail: "") }
  }

  /// The incidents in which what was typed occurs; those of the queue's top if nothing was.
  fileprivate func incidentChoices(_ typed: String) -> [Action.Choice] {
    let words = typed.isEmpty ? [] : [QueryTerm.test(.word(typed))]
    let query = Query(.every([.test(.state(.any))] + words))
    let rows = FilteredQueue(queue, QueueFilter(query), in: queryContext)
    let found = rows.indices.prefix(Self.incidentChoices).map { rows.row(at: $0) }
    let first = found.filter { $0.id.text.hasPrefix(typed) }
    let others = found.filter { !$0.id.text.hasPrefix(typed) }
    return (first + others).map { Action.Choice(text: $0.id.text, detail: $0.title) }
  }

  /// The tags that can take the place of the last one typed.
  fileprivate func tagChoices(_ typed: String) -> [Action.Choice] {
    let (kept, last) = TagLine.parts(of: typed)
    let isTakenOff = last.utf8.first == UInt8(ascii: "-")
    let word = isTakenOff ? String(last.dropFirst()) : last
    let tags = isTakenOff ? selectedView?.shownTags.map(\.name) ?? [] : knownTags
    return tags.map { Action.Choice(text: $0, detail: "") }.matching(word).map {
      Action.Choice(text: kept + (isTakenOff ? "-" : "") + $0.text, detail: $0.detail)
    }
  }

  /// Proposes an event on the marked incidents, or on the selected one where none are marked.
  fileprivate mutating func proposeHere(_ event: Event) -> [Effect] {
    guard actsOnMarks else { return propose(event) }
    settleRange()
    return propose(event, on: targets)
  }

  /// Goes to an incident and reads it; one the filter hides is shown all the same.
  mutating func open(_ id: IncidentID) -> [Effect] {
    leaveBoard()
    let id = book.current(id)
    var effects: [Effect] = []
    if queuePane.shown.place(of: id) == nil {
      effects = show(QueueFilter(Query(.test(.state(.any)))), selecting: id)
      say(.info, "Showing all incidents: \(id) was hidden by the filter.")
    } else {
      let before = selectedID
      queuePane.selection = id
      effects = selectionChanged(from: before)
    }
    focus = .summary
    isZoomed = true
    queuePane.followsTop = false
    keepSelectionVisible()
    return effects
  }

  fileprivate mutating func show(tab name: String) -> [Effect] {
    guard let tab = SummaryPane.Tab.allCases.first(where: { $0.title.lowercased() == name })
    else { return [] }
    summaryPane.tab = tab
    summaryPane.top = 0
    return focus == .queue ? go(to: .summary) : []
  }
}
