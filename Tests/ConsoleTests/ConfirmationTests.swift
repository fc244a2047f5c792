// SPDX-License-Identifier: MIT

import Cells
import HostileText
import Incidents
import SafeText
import TestSupport
import Testing

@testable import Console

@Suite struct ConfirmationTests {
  /// A high incident that asks for one step of each kind in the catalogue.
  static let catalogue: SampleIncident = {
    var incident = SampleIncident.ransomware
    incident.tasks = ResponseAction.names.map { name, action in
      SampleTask(id: name, title: "Do \(name)", action: name, target: "target-of-\(name)")
    }
    return incident
  }()

  @Test(arguments: Array(ResponseAction.names.enumerated()))
  func `a question appears exactly for what is hard to take back`(
    place: Int, named: (name: String, value: ResponseAction)
  ) throws {
    let story = Story([Self.catalogue]).press("3")
    for _ in 0..<place { story.press("j") }
    story.press("x")
    guard named.value.entry.isContainment || named.value == .hardDeleteEmail else {
      story.expect(journal: ["response.completed"])
      return
    }
    let question = try #require(story.question)
    #expect((question.target != nil) == (named.value == .hardDeleteEmail))
    // What is recorded is said to be recorded, on the very target, and to be done by others.
    #expect(question.statement.hasPrefix("This records that "))
    #expect(question.statement.contains("target-of-\(named.name)"))
    #expect(question.statement.hasSuffix("tocsin does not \(named.value.entry.verb)."))
    story.expect(journal: []).expect(screenContains: "Esc cancel")
  }

  @Test(arguments: ["Enter", "Space", "Esc", "n", "q"])
  func `Enter, Space and Esc cancel`(key: String) {
    let story = Story().press("3 x " + key).expect(journal: [])
    #expect(story.question == nil && !story.hasQuit)
    story.expect(screenContains: "Nothing was recorded.")
  }

  @Test(arguments: ["x", "j", "a", "Y", "Tab", "Ctrl-Z"])
  func `a key that is no answer leaves the question`(key: String) {
    let story = Story().press("3 x " + key).expect(journal: [])
    #expect(story.question != nil)
    story.press("y").expect(journal: ["response.completed"])
  }

  @Test func `the worst wants the end of the target's id`() {
    let story = Story([.mail]).press("3 x")
    story.expect(screenContains: "AAMkAD-77f0a1c2", "Type f0a1c2 then Enter:")
    story.press("y Enter").expect(journal: [])
      .expect(screenContains: "That is not f0a1c2: nothing was recorded.")
    story.press("x").type("f0a1c2").expect(journal: []).press("Enter")
    story.expect(journal: ["response.completed"])
  }

  @Test func `resolving over open responses on a high incident wants its id`() {
    let story = Story([.ransomware]).press("R l Tab l Tab Tab Tab Enter")
    story.expect(screenContains: "Type 2972395 then Enter:", "2 of 4 responses without outcome")
    story.type("2972395").press("Enter").expect(journal: ["resolved"])
  }

  @Test(arguments: [1, 100, 249] as [Int64])
  func `a key typed before the question could be read is dropped`(pace: Int64) {
    let story = Story().press("3")
    story.pace = pace
    story.press("x y").expect(journal: [])
    #expect(story.question != nil)
    story.press("Esc")
    #expect((story.question == nil) == (pace * 2 >= 250))
  }

  @Test func `no answer counts before the frame was written`() {
    var state = Story().press("3").state
    #expect(state.update(.key(.character("x"), at: 1_000_000)).isEmpty)
    #expect(state.update(.key(.character("y"), at: 9_000_000)).isEmpty)
    _ = state.update(.painted(at: 9_000_000))
    #expect(state.update(.key(.character("y"), at: 9_000_249)).isEmpty)
    #expect(state.update(.key(.character("y"), at: 9_000_250)).count == 1)
  }

  @Test func `a question that was off the screen waits for its frame again`() {
    let story = Story().press("3 x").resize(rows: 10, columns: 40).press("y")
    story.expect(journal: []).expect(screenLacks: "record it")
    var state = story.resize(rows: 24, columns: 80).state
    #expect(state.update(.key(.character("y"), at: 3_249)).isEmpty)
    story.press("y").expect(journal: ["response.completed"])
  }

  @Test func `a paste is no answer`() {
    let story = Story().press("3 x").paste("y").expect(journal: [])
    story.expect(screenContains: "A paste is no answer.")
    let grave = Story([.mail]).press("3 x").paste("f0a1c2").press("Enter")
    grave.expect(journal: [])
  }

  /// Long, wide, hostile or empty targets, ids and titles.
  static let extremes: [String] =
    HostileText.corpus + [
      String(repeating: "\u{202E}\u{1}", count: 20), String(repeating: "日", count: 40),
      String(repeating: "a", count: 120), String(repeating: "word ", count: 60),
    ]

  @Test(arguments: ["isolateDevice", "hardDeleteEmail"])
  func `statement, target and answers are whole on the smallest screen`(action: String) throws {
    for text in Self.extremes {
      var incident = SampleIncident.ransomware
      incident.texts["displayName"] = text
      incident.alerts[0].evidence[0]["deviceDnsName"] = text + text
      incident.alerts[0].evidence[0]["mdeDeviceId"] = text
      incident.tasks = [SampleTask(id: "r", title: text, action: action, target: text)]
      let story = Story([incident], size: Size(rows: 12, columns: 60)).press("3 x")
      let question = try #require(story.question)
      story.expect(screenContains: "Esc cancel")
      let statement = story.words
      // What does not fit is scrolled to before an answer counts.
      for _ in 0..<4 where question.target == nil { story.press("PgDn") }
      if let target = question.target {
        story.expect(screenContains: "Type \(target) then Enter:")
      } else {
        story.expect(screenContains: "│ y record it     Esc cancel                             │")
      }
      // The id is there in full, up to more than any of the service's takes.
      let shown = VisibleText("(id " + text, .typed)
      if !text.isEmpty, shown.width <= 120, action == "isolateDevice" {
        let letters = shown.text.filter { $0 != " " }
        #expect(statement.filter { $0 != " " }.contains(letters), "\(text)\n\(story.screen)")
      }
      // The statement's last words are on the screen, so all of it is.
      let verb = ResponseAction(graphName: action).entry.verb
      #expect(statement.contains("tocsin does not \(verb)."), "\(text)\n\(story.screen)")
    }
  }

  @Test func `the longest id there is stands whole on the smallest screen`() {
    let text = String(repeating: "Incident-0123456789.", count: 5)
    var incident = SampleIncident.ransomware
    incident.id = text
    let story = Story([incident], size: Size(rows: 12, columns: 60))
    story.press("R l Tab l Tab Tab Tab Enter")
    let letters = story.screen.filter { $0.isASCII && !$0.isWhitespace }
    #expect(letters.contains(text))
    story.expect(screenContains: "Type -0123456789. then Enter:", "Esc cancel")
  }

  @Test func `a skip on a high incident names what is left undone`() {
    let story = Story().press("3 s").type("no window").press("Enter").expect(journal: [])
    for text in [
      "This records that the response will not be carried out. Defender is not told.",
      "FIN-SRV-04 (id \(SampleIncident.server))", "Reason no window",
    ] {
      #expect(story.words.contains(text), "\(text)")
    }
    story.press("y").expect(journal: ["response.skipped"])
    Story([.mail]).press("3 s").type("no window").press("Enter")
      .expect(journal: ["response.skipped"])
  }
}
