// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// Lines of text that fit a width, to be scrolled through.
struct Page {
  /// The columns of the label before a paragraph.
  static let labelColumns = 10

  let columns: Int
  let isASCII: Bool
  let isPlain: Bool
  private(set) var lines: [[StyledText]] = []

  /// What stands between two facts.
  var dot: String { Words.dot(isASCII: isASCII, isPlain: isPlain) }

  init(columns: Int, isASCII: Bool, isPlain: Bool = false) {
    self.isPlain = isPlain
    self.columns = max(1, columns)
    self.isASCII = isASCII
  }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append([]) }
  }

  /// A line made elsewhere.
  mutating func append(_ line: [StyledText]) { lines.append(line) }

  /// One line, cut where it does not fit.
  mutating func line(_ parts: StyledText...) { line(parts) }

  mutating func line(_ parts: [StyledText]) { lines.append(parts) }

  mutating func heading(_ text: String) {
    blank()
    lines.append([own(text, .title)])
  }

  /// A paragraph, wrapped, some columns in.
  mutating func paragraph(_ text: VisibleText, _ style: Style = .text, indent: Int = 0) {
    let margin = own(String(repeating: " ", count: indent))
    for line in text.lines {
      let wrapped = line.wrapped(to: max(1, columns - indent))
      for part in wrapped.isEmpty ? [VisibleText.empty] : wrapped {
        lines.append(indent > 0 ? [margin, StyledText(part, style)] : [StyledText(part, style)])
      }
    }
  }

  /// A label and a wrapped paragraph beside it.
  mutating func labelled(
    _ label: String, _ text: VisibleText, _ style: Style = .text,
    labelColumns: Int = Page.labelColumns
  ) {
    guard !text.isEmpty else { return }
    let first = lines.count
    paragraph(text, style, indent: labelColumns)
    guard lines.count > first else { return }
    lines[first][0] = own(label.padded(to: labelColumns), .muted)
  }

  /// A label and one line beside it, cut where it does not fit.
  mutating func labelledLine(_ label: String, _ text: VisibleText) {
    line(
      own(label.padded(to: Self.labelColumns), .muted),
      StyledText(text.truncated(to: columns - Self.labelColumns)))
  }

  /// A label and several short texts beside it, as many to a line as fit.
  mutating func labelled(_ label: String, _ items: [[StyledText]]) {
    let separator = dot
    var line = [own(label.padded(to: Self.labelColumns), .muted)]
    var width = Self.labelColumns
    for (index, item) in items.enumerated() {
      let gap = width == Self.labelColumns ? 0 : separator.count
      if index > 0, width + gap + item.width > columns {
        lines.append(line)
        line = [own(String(repeating: " ", count: Self.labelColumns))]
        width = Self.labelColumns
      } else if gap > 0 {
        line.append(own(separator, .muted))
        width += gap
      }
      line += item
      width += item.width
    }
    if !items.isEmpty { lines.append(line) }
  }
}
