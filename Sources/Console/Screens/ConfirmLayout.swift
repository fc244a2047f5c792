// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The lines of a question on a screen: what matters first, then what it is about one by one.
struct ConfirmLayout: Hashable {
  let size: Size
  let isASCII: Bool
  /// All lines, whether they fit or not.
  private(set) var lines: [[StyledText]]
  /// How many of them must be seen before any answer.
  private(set) var facts: Int
  /// The lines of each thing in the list.
  private(set) var items: [Range<Int>] = []

  init(_ question: Confirmation, _ state: State) {
    (size, isASCII) = (state.size, state.isASCII)
    var question = question
    var page = Self.page(question, state)
    while page.lines.count > Self.rows(state.size) {
      let first = question.facts.indices.max {
        (question.facts[$0].yields, $1) < (question.facts[$1].yields, $0)
      }
      guard let first, question.facts[first].yields > 0 else { break }
      question.facts.remove(at: first)
      page = Self.page(question, state)
    }
    facts = page.lines.count
    let list = question.list
    if list.isPacked {
      items = page.pack(list.items.map(\.text), label: list.label)
    } else {
      items = list.items.map { page.item($0, label: list.label) }
    }
    for fact in list.left { page.labelled(fact.label, VisibleText(fact.value, .typed)) }
    lines = page.lines
  }

  /// The rows for lines on a screen.
  static func rows(_ size: Size) -> Int { max(1, size.rows - 4) }

  private static func page(_ question: Confirmation, _ state: State) -> Page {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    page.paragraph(VisibleText(question.statement, .typed), .text.with(.bold))
    if state.size.rows > Frame.stackedRows { page.blank() }
    for fact in question.facts {
      let value = fact.shown
      if fact.isShortened {
        page.labelledLine(fact.label, value)
      } else {
        page.labelled(fact.label, value)
      }
    }
    return page
  }

  /// The rows for lines on its screen.
  var rows: Int { Self.rows(size) }
  /// Whether all of it is on the screen at once.
  var fits: Bool { lines.count <= rows }
  /// The last line that can be the first on the screen.
  var lastTop: Int { max(0, lines.count - rows) }

  /// The lines on the screen.
  func shown(_ question: Confirmation) -> Range<Int> {
    let top = min(question.top, lastTop)
    return top..<min(lines.count, top + rows)
  }

  /// How many lines, from the first, were seen once what is on the screen now was: what was jumped
  /// over was not.
  func seen(_ question: Confirmation) -> Int {
    let shown = shown(question)
    return shown.lowerBound <= question.seen
      ? max(question.seen, shown.upperBound) : question.seen
  }

  /// Whether all that must be seen before an answer was, once what is on the screen now was.
  func isRead(_ question: Confirmation) -> Bool {
    seen(question) >= (question.mustShowList ? lines.count : facts)
  }

  /// What is not on the screen, counted, as a sentence; `nil` if all is.
  func rest(_ question: Confirmation, dot: String) -> String? {
    guard !fits else { return nil }
    let shown = shown(question)
    let above = items.count { $0.lowerBound < shown.lowerBound }
    let below = items.count {
      $0.upperBound > shown.upperBound && $0.lowerBound >= shown.lowerBound
    }
    let isTyped = question.target != nil
    let noun = question.list.noun
    guard shown.upperBound < lines.count else {
      let back = "\(isTyped ? "PgUp" : "k") scrolls back"
      return above > 0 ? "\(above.counted(noun)) above\(dot)\(back)" : back
    }
    var rest = above > 0 ? "\(above) above, " : ""
    rest +=
      below > 0
      ? "and \(below) more \(below == 1 ? noun : noun + "s")"
      : (lines.count - shown.upperBound).counted("more line")
    let then = isRead(question) ? "" : isTyped ? ", then type" : ", then y"
    return "\(rest): \(isTyped ? "PgDn" : "j") scrolls\(then)"
  }
}

extension Page {
  /// Ids, as many to a line as fit; the lines of each.
  fileprivate mutating func pack(_ ids: [String], label: String) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let room = columns - Self.labelColumns
    let margin = own(String(repeating: " ", count: Self.labelColumns))
    var line: [StyledText] = [own(label.padded(to: Self.labelColumns), .muted)]
    var width = 0
    for (place, id) in ids.enumerated() {
      let text = VisibleText(id, .indicator) + (place < ids.count - 1 ? "," : .empty)
      if width > 0, width + 1 + text.width > room {
        append(line)
        (line, width) = ([margin], 0)
      }
      let first = lines.count
      let parts = text.wrapped(to: max(1, room))
      for part in parts.dropLast() {
        append(line + [StyledText(part)])
        (line, width) = ([margin], 0)
      }
      if width > 0 { line.append(own(" ")) }
      line.append(StyledText(parts.last ?? .empty))
      width += (width > 0 ? 1 : 0) + (parts.last?.width ?? 0)
      places.append(first..<lines.count + 1)
    }
    if width > 0 { append(line) }
    return places
  }

  /// A target, and before the first of an incident that incident; its lines.
  fileprivate mutating func item(
    _ item: ConfirmationList.Item, label: String
  ) -> Range<Int> {
    let first = lines.count
    if let incident = item.incident {
      let id = VisibleText(incident, .typed)
      if id.width > columns - Self.labelColumns - 6 {
        labelled("Incident", id)
      } else {
        labelledLine("Incident", VisibleText("\(incident) \(item.title)", .typed))
      }
    }
    labelled(label, VisibleText(item.text, .typed))
    return first..<lines.count
  }
}
