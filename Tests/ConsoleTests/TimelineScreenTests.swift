// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText
import TestSupport
import Testing

@testable import Console

@Suite struct TimelineScreenTests {
  /// An incident with alerts over three days, hours and days apart.
  private static let long: SampleIncident = {
    var incident = SampleIncident.ransomware
    let times = [
      ("2026-11-20T01:05:00Z", "InitialAccess"), ("2026-11-20T01:50:00Z", "Execution"),
      ("2026-11-20T05:10:00Z", "Execution"), ("2026-11-22T05:30:00Z", "Impact"),
    ]
    incident.alerts = times.enumerated().map { number, time in
      var alert = SampleAlert(
        id: "a\(number)", title: "Alert \(number)", severity: number == 3 ? "high" : "low",
        evidence: [
          [
            "@odata.type": "#microsoft.graph.security.deviceEvidence",
            "deviceDnsName": number == 2 ? "HR-PC-9" : "FIN-SRV-04",
            "mdeDeviceId": number == 2 ? "hr" : SampleIncident.server,
            "createdDateTime": time.0,
          ]
        ])
      alert.texts["createdDateTime"] = time.0
      alert.texts["firstActivityDateTime"] = time.0
      alert.texts["category"] = time.1
      return alert
    }
    return incident
  }()

  private func story(_ size: Size = Size(rows: 24, columns: 80)) -> Story {
    Story([Self.long], size: size).press("2 l l l Enter")
  }

  private func layout(_ story: Story) throws -> TimelineLayout {
    try #require(story.state.summaryPane.timeline)
  }

  @Test func `the kill chain is a picture: tactics in order, the worst alert of a moment`() throws {
    let shape = TimelineLayout.Shape(
      filter: TimelineFilter(), columns: 60, isASCII: false, isPlain: false, hasLanes: true)
    let layout = TimelineLayout(try layout(story()).timeline, shape)
    let texts = layout.head.map { $0.map(\.text.text).joined() }
    let dots = String(repeating: "·", count: 35)
    #expect(
      texts.prefix(5) == [
        "Initial access        ▂··\(dots)", "Execution             ▂·▂\(dots)",
        "Impact                \(dots)··▆",
        "alerts                11-20 01:05Z              11-22 05:30Z", "",
      ])
  }

  @Test func `a small pane shows entries instead, and a silence is said`() throws {
    let story = story(Size(rows: 17, columns: 80))
    #expect(try !layout(story).shape.hasLanes)
    story.expect(
      screenContains: "2026-11-20", "01:50Z    alert: Alert 1", "⋮         3h20 later",
      "05:10Z    first activity: Alert 2")
    story.expect(screenLacks: "Execution")
  }

  @Test func `what is drawn of a window is what is drawn of the whole`() throws {
    for columns in [60, 80, 140] {
      let layout = try layout(story(Size(rows: 24, columns: columns)))
      let whole = layout.lines(in: 0..<layout.lineCount)
      #expect(whole.count == layout.lineCount)
      for top in 0...layout.lineCount {
        for rows in [0, 1, 5, 40] {
          #expect(layout.lines(in: top..<top + rows) == Array(whole.dropFirst(top).prefix(rows)))
        }
      }
    }
  }

  @Test(arguments: [
    "plain", "back\\slash", "a\u{202E}b", "日本", String(repeating: "word ", count: 40), "a\nb", "",
  ])
  func `the height of an entry is how many lines it takes`(text: String) {
    for columns in [20, 50, 51, 60] {
      let shape = TimelineLayout.Shape(
        filter: TimelineFilter(), columns: columns, isASCII: false, isPlain: false, hasLanes: false)
      let entry = TimelineEntry(
        at: Timestamp(milliseconds: 0), kind: .comment, by: "bob", text: text)
      #expect(
        TimelinePage.height(of: entry, shape) == TimelinePage.lines(of: entry, shape).count,
        "\(text) in \(columns)")
    }
  }

  @Test func `braces go to the next and the previous hour with something in it`() throws {
    let story = story(Size(rows: 12, columns: 80))
    func first() throws -> String {
      let layout = try layout(story)
      let line = layout.lines(in: story.state.summaryPane.top..<layout.lineCount)
        .first { $0.map(\.text.text).joined().contains("Z  ") }
      return line?.map(\.text.text).joined() ?? ""
    }
    var seen: [String] = [try first()]
    for _ in 0..<3 {
      story.press("}")
      seen.append(try first())
    }
    #expect(seen.map { String($0.prefix(6)) } == ["01:05Z", "01:05Z", "05:10Z", "05:30Z"])
    story.press("{")
    #expect(try first().hasPrefix("05:10Z"))
    story.press("g g {").expect(screenContains: "That is the first hour.")
    story.press("G }").expect(screenContains: "That is the last hour.")
  }

  @Test func `m shows one kind after the other, and at last everything`() throws {
    let story = story()
    let all = try layout(story).entries.count
    var facets: [TimelineFilter.Facet?] = []
    for _ in 0..<6 {
      story.press("m")
      facets.append(story.state.summaryPane.timelineFilter.facet)
    }
    // Nobody did anything here yet.
    #expect(facets == [.alerts, .evidence, .responses, .changes, nil, .alerts])
    story.expect(screenContains: "8 of \(all) · only alerts and their first activity")
    #expect(try layout(story).entries.allSatisfy { $0.facets == [.alerts] })
  }

  @Test func `the palette shows what concerns a device`() throws {
    let story = Story([Self.long]).press(":").type("timeline device:HR-PC-9").press("Enter")
    #expect(story.state.focus == .summary && story.state.summaryPane.tab == .timeline)
    #expect(
      try layout(story).entries.map(\.text) == [
        "first activity: Alert 2", "alert: Alert 2", "evidence: device HR-PC-9",
      ])
    story.press(":").type("timeline all").press("Enter")
    #expect(story.state.summaryPane.timelineFilter.isEmpty)
  }

  @Test func `another incident shows its whole timeline`() {
    let story = Story([Self.long, .mail]).press("2 l l l m")
    #expect(!story.state.summaryPane.timelineFilter.isEmpty)
    #expect(story.press("1 j").state.summaryPane.timelineFilter.isEmpty)
  }

  @Test func `its keys are named only where they do something`() {
    Story([Self.long]).press("2").expect(screenLacks: "next hour")
      .press("m").expect(screenContains: "Timeline kind: The timeline does not show.")
      .press("l l l").expect(screenContains: "m kind", "} next hour")
  }

  @Test func `words are found in a timeline, too`() {
    let story = story(Size(rows: 12, columns: 80)).press("/").type("alert 3").press("Enter")
    story.expect(screenContains: "\"alert 3\": 1 of 2", "05:30Z    first activity: Alert 3")
    story.press("n").expect(screenContains: "2 of 2")
  }

  @Test func `what was merged into it tells its story with its id, and undone is undone`() {
    var source = SampleIncident(
      id: "2972301", title: "Merged", severity: "low", status: "redirected",
      created: "2026-11-20T00:00:00Z")
    source.texts["redirectIncidentId"] = "2972395"
    let story = Story([Self.long, source], size: Size(rows: 40, columns: 100))
      .press("a u 2 l l l Enter")
    story.expect(screenContains: "00:00Z    [2972301] incident created").press("G")
    story.expect(
      screenContains: "[2972301] received from Defender", "alice acknowledged (undone)",
      "alice took back: acknowledged")
  }

  @Test func `thousands of entries are laid out once, not with every key`() throws {
    var incident = Self.long
    incident.comments = []
    incident.alerts = (0..<1500).map { number in
      var alert = SampleAlert(id: "a\(number)", title: "Alert \(number)", severity: "low")
      let hour = String(10 + number % 14)
      alert.texts["firstActivityDateTime"] = "2026-10-\(10 + number % 20)T\(hour):00:00Z"
      return alert
    }
    let story = Story([incident]).press("2 l l l Enter")
    let before = try layout(story)
    #expect(before.entries.count > 3000)
    story.press("j G } { Ctrl-U")
    let after = try layout(story)
    #expect(after.starts == before.starts)
    // The same storage, so nothing was laid out anew.
    let isSame = before.starts.withUnsafeBufferPointer { left in
      after.starts.withUnsafeBufferPointer { left.baseAddress == $0.baseAddress }
    }
    #expect(isSame)
  }

  @Test func `read out, the kill chain is words`() {
    Story([Self.long]).set { $0.isPlain = true }.press("2 l l l").expect(
      screenContains: "Impact: 1 alert at 2026-11-22 05:30Z",
      "Execution: 2 alerts from 2026-11-20 01:50Z to 2026-11-20 05:10Z")
  }
}
