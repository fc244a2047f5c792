// SPDX-License-Identifier: MIT

import Cells
import HostileText
import Incidents
import TestSupport
import Testing

@testable import Console
@testable import SafeText

@Suite struct HostileScreenTests {
  /// A text of an incident, where it is written, and where it may show.
  struct Role: Sendable, CustomTestStringConvertible {
    var name: String
    /// The keys that bring it to the screen.
    var keys: String
    /// The panes in whose inside it may show; its own row of the queue is always one.
    var panes: Set<Pane>
    /// Whether it stands in the pane's title as well.
    var isTitle = false
    var write: @Sendable (String, inout SampleIncident) -> Void

    var testDescription: String { name }
  }

  static let roles: [Role] = [
    Role(name: "title", keys: "1", panes: [.summary]) { $1.texts["displayName"] = $0 },
    Role(name: "owner", keys: "1", panes: [.summary]) { $1.texts["assignedTo"] = $0 },
    Role(name: "severity", keys: "2", panes: [.summary], isTitle: true) { text, incident in
      incident.texts["severity"] = "x" + text
    },
    Role(name: "status", keys: "2", panes: [.summary], isTitle: true) { text, incident in
      incident.texts["status"] = "x" + text
    },
    Role(name: "tags", keys: "2 Enter", panes: [.summary]) { $1.tags = [$0, "x" + $0] },
    Role(name: "texts", keys: "2", panes: [.summary]) { text, incident in
      for name in ["summary", "description", "incidentWebUrl", "lastModifiedBy"] {
        incident.texts[name] = text
      }
      incident.queries = [text]
    },
    Role(name: "comments", keys: "2 h", panes: [.summary]) { $1.comments = [($0, $0), ($0, "")] },
    Role(name: "alerts", keys: "2 l", panes: [.summary]) { text, incident in
      for name in ["title", "description", "category", "actorDisplayName", "severity"] {
        incident.alerts[0].texts[name] = text
      }
      incident.alerts[0].techniques = [text]
    },
    Role(name: "evidence", keys: "2 l l", panes: [.summary]) { text, incident in
      incident.alerts[0].evidence = [
        [
          "@odata.type": "#microsoft.graph.security.fileEvidence", "verdict": text,
          "fileDetails": text, "remediationStatus": text,
        ],
        ["@odata.type": text, "name": text, text: text],
        [
          "@odata.type": "#microsoft.graph.security.deviceEvidence", "deviceDnsName": text,
          "mdeDeviceId": text, "osPlatform": text, "verdict": "suspicious",
        ],
      ]
    },
    Role(name: "timeline", keys: "2 l l l", panes: [.summary]) { text, incident in
      incident.alerts[0].texts["title"] = text
    },
    Role(name: "responses", keys: "3", panes: [.responses]) { text, incident in
      incident.tasks = ["a", "b"].map { id in
        var task = SampleTask(id: id, title: text, action: "isolateDevice", target: text)
        task.texts["description"] = text
        return task
      }
    },
    Role(name: "raw values of responses", keys: "3", panes: [.responses]) { text, incident in
      incident.tasks = ["a", "b"].map { id in
        SampleTask(id: id, title: id, action: "x" + text, target: "t", status: "x" + text)
      }
    },
  ]

  /// The screen with the incident first in a queue of two.
  private func screen(of text: String, in role: Role, _ size: Size) -> (grid: Grid, Frame) {
    var incident = SampleIncident.ransomware
    role.write(text, &incident)
    let story = Story([incident, .spray], size: size).press(role.keys)
    return (story.state.view(), Frame(story.state))
  }

  /// The cells a text may change: its row of the queue, and the insides of its panes.
  private func field(of role: Role, in frame: Frame) -> [Rect] {
    let queue = frame.content(of: .queue)
    let row = Rect(row: queue.row, column: queue.column, rows: 1, columns: queue.columns)
    return [row]
      + role.panes.flatMap { pane -> [Rect] in
        let content = frame.content(of: pane)
        // How far the page is scrolled stands at the end of its rule.
        let rule = frame.panes[pane].map {
          Rect(
            row: $0.row, column: role.isTitle ? $0.column + 2 : $0.endColumn - 9, rows: 1,
            columns: role.isTitle ? $0.columns - 3 : 8)
        }
        // Counts stand in the tabs.
        let tabs = Rect(
          row: content.row - 1, column: content.column, rows: 1, columns: content.columns)
        return [content, tabs] + (rule.map { [$0] } ?? [])
      }
  }

  @Test(arguments: roles, [Size(rows: 24, columns: 80), Size(rows: 25, columns: 122)])
  func `a hostile text changes nothing outside its field`(role: Role, size: Size) {
    let (benign, frame) = screen(of: "plain text", in: role, size)
    let fields = field(of: role, in: frame)
    // One size sees them all; the other, with boxes, some.
    let step = size.columns < 120 ? 1 : 4
    for text in stride(from: 0, to: HostileText.corpus.count, by: step).map({
      HostileText.corpus[$0]
    }) {
      let (grid, _) = screen(of: text, in: role, size)
      var strays = 0
      for row in 0..<size.rows {
        for column in 0..<size.columns {
          let cell = grid[row, column]
          if !isHarmless(cell.glyph) { Issue.record("\(role.name): \(text.debugDescription)") }
          let point = Point(row: row, column: column)
          if cell != benign[row, column], !fields.contains(where: { $0.contains(point) }) {
            strays += 1
          }
        }
      }
      #expect(
        strays == 0, "\(role.name): \(text.debugDescription)\n\(benign)\n\(grid)")
    }
  }

  /// Whether every scalar of a glyph is one that only draws.
  private func isHarmless(_ glyph: Glyph?) -> Bool {
    guard let glyph else { return true }
    return [glyph.base, glyph.mark, glyph.secondMark].compactMap(\.self).allSatisfy { scalar in
      switch ScalarClass(scalar) {
      case .narrow, .wide, .mark, .spacingMark, .rightToLeft: true
      default: false
      }
    }
  }

  @Test(arguments: ["c", "e"])
  func `a hostile text of several lines stays in its box`(keys: String) {
    let empty = Story().press(keys).state.view()
    // The highest box there is, and the blanks beside it.
    let box = Rect(row: 4, column: 0, rows: 16, columns: 80)
    for text in HostileText.corpus {
      let grid = Story().press(keys).paste(text).state.view()
      for row in 0..<24 {
        for column in 0..<80 {
          if !box.contains(Point(row: row, column: column)) {
            #expect(grid[row, column] == empty[row, column], "\(text.debugDescription)")
          }
          #expect(isHarmless(grid[row, column].glyph))
        }
      }
    }
  }

  @Test(arguments: ["w", "/", "3 s"])
  func `a hostile text that is typed or pasted stays in its field`(keys: String) {
    let quiet = Story().press(keys)
    if keys == "w" { quiet.press("Ctrl-U") }
    let empty = quiet.state.view()
    guard let cursor = empty.cursor else {
      Issue.record("no field")
      return
    }
    for text in HostileText.corpus where keys != "/" {
      let story = Story().press(keys)
      if keys == "w" { story.press("Ctrl-U") }
      let grid = story.paste(text).state.view()
      for row in 0..<24 where row != cursor.row {
        for column in 0..<80 {
          #expect(grid[row, column] == empty[row, column], "\(text.debugDescription)")
        }
      }
      for column in 0..<80 { #expect(isHarmless(grid[cursor.row, column].glyph)) }
    }
  }

  @Test func `a title or target that passes for another carries a warning`() {
    var incident = SampleIncident.ransomware
    incident.texts["displayName"] = "Sign-in from micr\u{43E}soft.com"
    incident.tasks = [
      SampleTask(id: "r1", title: "Isolate", action: "isolateDevice", target: "FIN-\u{405}RV")
    ]
    Story([incident]).press("3").expect(
      screenContains: "[MIXED] Sign-in from", "Beware    MIXED: a word of the title",
      "[MIXED] FIN-")
    Story([incident]).set { $0.isPlain = true }.expect(screenContains: "[MIXED] Sig")
  }

  @Test func `evidence that passes for another carries a warning wherever it is named`() {
    var incident = SampleIncident.ransomware
    incident.alerts[0].evidence.append([
      "@odata.type": "#microsoft.graph.security.deviceEvidence",
      "deviceDnsName": "F\u{406}N-SRV-04",
    ])
    let story = Story([incident])
    story.press("2 l l").expect(screenContains: "[MIXED] F\u{406}N-SRV-04")
    story.press("Esc E").expect(screenContains: "[MIXED] F\u{406}N-SRV-04")
  }

  @Test func `what no eye sees in a title is counted in the list and shown beside it`() {
    var incident = SampleIncident.ransomware
    incident.texts["displayName"] = "zero\u{200B}width"
    Story([incident]).expect(
      screenContains: "[HIDDEN 1] zerowidth", "zero\\u{200B}width",
      "Beware    HIDDEN 1: the title has signs no eye sees")
  }
}
