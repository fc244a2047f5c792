// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// The most filters remembered.
  static let filterHistoryLimit = 50

  /// What queries are asked with.
  var queryContext: QueryContext {
    // What is being read stays: it counts as changed as long as it is selected.
    QueryContext(
      now: now, author: author, book: book, marked: marks.all,
      changed: Set(news.keys).union(newsBeingRead.map { [$0] } ?? []))
  }

  /// What a query can ask here.
  var queryDialect: QueryDialect {
    // Each frame asks, so nothing is gathered for it.
    QueryContext(now: now, author: author, book: book, changed: []).dialect
  }

  /// A text that was edited acts at once; one that is no query leaves what was shown last.
  mutating func editedQuery(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    prompt.query.chosen = nil
    prompt.query.historyPlace = nil
    complete(&prompt)
    return tryQuery(prompt)
  }

  /// Puts a letter into a filter without asking for its rows, and says whether it did.
  ///
  /// The next key, which is there already, will ask.
  mutating func typeAhead(_ key: Key) -> Bool {
    guard case .character(let letter) = key, case .prompt(var prompt) = overlay,
      case .filter = prompt.purpose, !Frame(self).isTooSmall
    else { return false }
    if prompt.isSuggestion { prompt.field.clear() }
    prompt.isSuggestion = false
    // Completion, which the next key may ask for, begins from here.
    prompt.query.chosen = nil
    prompt.query.historyPlace = nil
    prompt.field.insert(letter)
    overlay = .prompt(prompt)
    return true
  }

  /// Keeps a filter; what is no query stays in the prompt.
  mutating func acceptQuery(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    let text = prompt.field.text
    do throws(QueryError) {
      let filter = try QueueFilter(text, in: queryDialect)
      if !filter.isEmpty {
        filterHistory.removeAll { $0.utf8.elementsEqual(text.utf8) }
        filterHistory.append(text)
        if filterHistory.count > Self.filterHistoryLimit { filterHistory.removeFirst() }
      }
      sayDoubts(about: filter)
      return showTyped(filter)
    } catch {
      prompt.query.error = error
      prompt.query.error?.isUnfinished = false
      prompt.query.chosen = nil
      overlay = .prompt(prompt)
      return []
    }
  }

  /// Values a filter asks for that nothing has, each as a sentence.
  private func doubts(about filter: QueueFilter) -> [String] {
    filter.query.doubts.isEmpty ? [] : queue.doubts(about: filter.query, in: queryContext)
  }

  /// Says what a filter asks for that nothing has: it shows nothing, or not what was meant.
  mutating func sayDoubts(about filter: QueueFilter) {
    let doubts = doubts(about: filter)
    if !doubts.isEmpty { say(.failure, doubts.joined(separator: " ")) }
  }

  /// Keys that mean more in a query than in other texts.
  mutating func pressInQuery(_ key: Key, _ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    prompt.isSuggestion = false
    switch key {
    case .tab: choose(1, &prompt)
    case .backtab: choose(-1, &prompt)
    case .up: recall(1, &prompt)
    case .down: recall(-1, &prompt)
    default: break
    }
    return tryQuery(prompt)
  }

  private mutating func tryQuery(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    do throws(QueryError) {
      let filter = try QueueFilter(prompt.field.text, in: queryDialect)
      prompt.query.error = nil
      prompt.query.doubt = doubts(about: filter).first
      overlay = .prompt(prompt)
      return showTyped(filter)
    } catch {
      prompt.query.error = error
      prompt.query.doubt = nil
      overlay = .prompt(prompt)
      // What stands before the trouble goes on to be shown, not its beginning read as a word.
      let before = prompt.field.scalars.prefix(error.range.lowerBound)
      guard
        let filter = try? QueueFilter(String(String.UnicodeScalarView(before)), in: queryDialect)
      else {
        return []
      }
      return showTyped(filter)
    }
  }

  /// Shows the rows a filter lets through, unless they are shown: not every key asks something else.
  private mutating func showTyped(_ filter: QueueFilter) -> [Effect] {
    guard filter.asks(theSameAs: queuePane.filter) else { return show(filter) }
    queuePane.filter = filter
    return []
  }

  /// Finds what may stand at the cursor.
  private func complete(_ prompt: inout Prompt) {
    let context = queryContext
    var known = prompt.query.known
    prompt.query.completion = QueryCompletion(
      prompt.field.text, at: prompt.field.cursor, in: context.dialect
    ) { field in
      if let known, known.field == field { return known.vocabulary }
      let vocabulary = QueryVocabulary(of: field, in: queue, context)
      known = QueryEntry.Known(field: field, vocabulary: vocabulary)
      return vocabulary
    }
    prompt.query.known = known
  }

  /// Puts the next candidate in the text; where there is one only, what may follow it comes next.
  private func choose(_ offset: Int, _ prompt: inout Prompt) {
    if prompt.query.chosen == nil {
      complete(&prompt)
      prompt.query.base = prompt.field
    }
    guard let completion = prompt.query.completion, !completion.candidates.isEmpty else { return }
    let count = completion.candidates.count
    let place =
      prompt.query.chosen.map { ($0 + offset + count) % count } ?? (offset > 0 ? 0 : count - 1)
    prompt.field = prompt.query.base.replacing(completion.range, with: completion.candidates[place])
    prompt.query.historyPlace = nil
    prompt.query.chosen = count == 1 ? nil : place
    if count == 1 { complete(&prompt) }
  }

  /// Goes back or forth in the history; past its newest stands what was typed.
  private func recall(_ offset: Int, _ prompt: inout Prompt) {
    if prompt.query.historyPlace == nil { prompt.query.typed = prompt.field.text }
    let place = (prompt.query.historyPlace ?? -1) + offset
    guard place < filterHistory.count else { return }
    prompt.query.chosen = nil
    prompt.query.completion = nil
    if place < 0 {
      prompt.query.historyPlace = nil
      prompt.field = TextField(prompt.query.typed)
    } else {
      prompt.query.historyPlace = place
      prompt.field = TextField(filterHistory[filterHistory.count - 1 - place])
    }
  }
}

extension TextField {
  /// The text with a part replaced, the cursor after what took its place.
  fileprivate func replacing(_ range: Range<Int>, with text: String) -> TextField {
    var field = TextField(string(scalars[..<range.lowerBound]))
    field.insert(text)
    let rest = string(scalars[range.upperBound...])
    field.insert(rest)
    field.move(by: -rest.unicodeScalars.count)
    return field
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
