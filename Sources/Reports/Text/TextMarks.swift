// SPDX-License-Identifier: MIT

/// What a report for the terminal draws with.
struct TextMarks {
  let isASCII: Bool
  /// Under a heading.
  let rule: String
  /// Before a point.
  let bullet: String
  /// From empty to full, for sparklines and heat.
  let levels: [Character]
  let heat: [Character]
  /// The second part of a split bar.
  let second: String

  static let unicode = TextMarks(
    isASCII: false, rule: "─", bullet: "• ", levels: Array("▁▂▃▄▅▆▇█"), heat: Array("·░▒▓█"),
    second: "░")
  static let ascii = TextMarks(
    isASCII: true, rule: "-", bullet: "- ", levels: Array("_.-:=+*#"), heat: Array(".:+*#"),
    second: ".")

  /// A bar of a part of so many columns.
  func bar(_ part: Double, columns: Int) -> String {
    let part = min(1, max(0, part))
    guard !isASCII else {
      let count = part > 0 ? max(1, Int((part * Double(columns)).rounded())) : 0
      return String(repeating: "#", count: count)
    }
    var eighths = Int((part * Double(columns * 8)).rounded())
    if part > 0 { eighths = max(1, eighths) }
    let tail = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + tail
  }

  /// The full mark of a split bar.
  var first: String { isASCII ? "#" : "█" }

  /// A mark for a part of the most; 0 is the first only where it is nothing.
  func level(_ part: Double, of marks: [Character]) -> Character {
    guard part > 0 else { return marks[0] }
    let steps = marks.count - 1
    return marks[min(steps, max(1, Int((part * Double(steps)).rounded(.up))))]
  }

  /// A box for where something stands, three columns.
  func box(_ state: ReportChecklist.State) -> String {
    switch state {
    case .open: "[ ]"
    case .inProgress: "[~]"
    case .done: "[x]"
    case .failed: "[!]"
    case .skipped: "[-]"
    }
  }

  /// Our own signs in ASCII where only that is drawn; data keeps its letters.
  func spelled(_ text: String) -> String {
    guard isASCII else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "—", "–", "−": scalars.append("-")
      case "·", "•": scalars.append("-")
      case "…": scalars.append("~")
      case "’": scalars.append("'")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
