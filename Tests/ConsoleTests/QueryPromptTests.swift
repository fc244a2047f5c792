// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct QueryPromptTests {
  private func shown(_ story: Story) -> [String] { story.state.queuePane.shown.map(\.text) }

  @Test(arguments: [
    ("sev:h", ["2972395"]), ("sev:high..", ["2972395", "2972410"]), ("owner:carol", ["2972388"]),
    ("owner:none not is:yours", []), ("is:unacked spray or inbox", ["2972401", "2972388"]),
    ("tag:finance", ["2972395"]), ("is:closed", ["2972350"]),
    ("status:resolved", ["2972350"]), ("response:isolate", ["2972395"]),
  ])
  func `fields work while they are typed`(text: String, ids: [String]) {
    let story = Story().press("/").type(text)
    #expect(shown(story).sorted() == ids.sorted())
    story.expect(screenContains: "filter \(text)")
  }

  @Test func `an error is shown in its place, what was shown stays, and Enter keeps the prompt`() {
    let story = Story().press("/").type("spray ")
    story.type("tagg:x").expect(
      screenContains: "/ spray tagg:x", "`tagg:` is no field; did you mean `tag:`?",
      "filter spray · open only")
    story.expect(selected: "2972388")
    let grid = story.state.view()
    let row = grid.size.rows - 2
    let reversed = (0..<grid.size.columns).filter {
      grid[row, $0].style.emphasis.contains(.reverse)
    }
    #expect(reversed == Array(9..<14))
    story.press("Enter")
    #expect(story.prompt?.field.text == "spray tagg:x")
    story.press("Backspace Backspace Backspace Backspace Backspace Backspace Enter")
    #expect(story.prompt == nil && shown(story) == ["2972388"])
  }

  @Test func `a value not typed yet is no cause for alarm, unless it is kept so`() {
    let story = Story().press("/").type("sev:")
    story.expect(screenContains: "Tab high  medium  low  informational  unknown")
    #expect(shown(story).count == 5)
    story.press("Enter").expect(screenContains: "`sev:` wants a value or a range")
    #expect(story.prompt != nil)
    story.type("l").expect(screenContains: "Tab low")
  }

  @Test func `Tab completes field and value, and goes round the candidates`() {
    let story = Story().press("/").type("own").press("Tab")
    #expect(story.prompt?.field.text == "owner:")
    story.expect(screenContains: "Tab me  none  ")
    story.press("Tab")
    #expect(story.prompt?.field.text == "owner:me")
    story.press("Tab")
    #expect(story.prompt?.field.text == "owner:none")
    story.press("Shift-Tab Shift-Tab")
    let last = story.prompt?.field.text ?? ""
    #expect(last.hasPrefix("owner:") && last != "owner:none" && last != "owner:me")
    story.press("Tab").type(" spray")
    #expect(story.prompt?.field.text == "owner:me spray")
  }

  @Test func `Tab in the middle leaves what stands behind`() {
    let story = Story().press("/").type("own spray").press(
      "Left Left Left Left Left Left Tab Tab Tab")
    #expect(story.prompt?.field.text == "owner:none spray")
    #expect(story.prompt?.field.cursor == 10)
  }

  @Test func `the kept filter is offered anew, and the first letter takes its place`() {
    let story = Story().press("/").type("spray").press("Enter /")
    #expect(story.prompt?.field.text == "spray")
    story.type("inbox").expect(selected: "2972401")
    #expect(story.prompt?.field.text == "inbox")
    story.press("Enter /").press("Backspace")
    #expect(story.prompt?.field.text == "inbo")
    story.press("Ctrl-U")
    #expect(story.prompt?.field.text == "" && shown(story).count == 5)
    story.press("Esc").expect(screenContains: "filter inbox")
    story.press("/").paste("spray")
    #expect(story.prompt?.field.text == "spray")
  }

  @Test func `Up brings back earlier filters, and Down what was typed`() {
    let story = Story()
    for text in ["spray", "inbox", "is:any", "spray"] {
      story.press("/").press("Ctrl-U").type(text).press("Enter")
    }
    story.press("/ Ctrl-U").type("dra")
    story.press("Up")
    #expect(story.prompt?.field.text == "spray" && shown(story) == ["2972388"])
    story.press("Up Up")
    #expect(story.prompt?.field.text == "inbox")
    story.press("Up Up")
    #expect(story.prompt?.field.text == "inbox")
    story.press("Down")
    #expect(story.prompt?.field.text == "is:any" && shown(story).count == 6)
    story.press("Down Down")
    #expect(story.prompt?.field.text == "dra")
    story.press("Down")
    #expect(story.prompt?.field.text == "dra")
  }

  @Test func `what is hidden is said in words`() {
    let story = Story().press("/").type("spray").press("Enter")
    story.expect(screenContains: "filter spray · open only", "1/1 · 5 hidden")
    story.press("/").type("spray is:any").press("Enter")
    story.expect(screenLacks: "open only")
  }

  @Test func `a long filter leaves room for what it hides`() {
    let text = String(repeating: "not zz ", count: 12)
    let story = Story().press("/").type(text).press("Enter")
    story.expect(screenContains: "open only ─", "/5 · 1 hidden")
  }

  @Test func `a value nobody knows is doubted where nothing shows`() {
    Story().press("/").type("sev:hihg").expect(
      screenContains: "No `sev:` is known as `hihg`; did you mean `high`?")
  }

  @Test func `what is wrong is said to its end, however long it is`() {
    let story = Story(size: Size(rows: 24, columns: 80)).press("/").type("is:foo")
    story.expect(
      screenContains: "/ is:foo", "There is no `is:foo`; there are yours, overdue,",
      "closed or any.")
    story.press("Backspace Backspace Backspace").type("yo").expect(screenLacks: "There is no")
  }

  @Test(arguments: [
    "/ s p r a y", "/ s p r a y Enter", "/ s p r a y Esc", "/ t a g Tab", "/ s p Left x",
    "/ s p r a y Enter / x", "/ s e v : h Tab Enter", "/ s p Up", "/ i s : f o o Enter Backspace",
    "/ a Backspace Backspace b", "j / j k q Enter j",
  ])
  func `keys that came together end as keys one by one`(keys: String) {
    let single = Story().press(keys)
    let ahead = Story().pressTogether(keys)
    #expect(ahead.state.view() == single.state.view())
    #expect(ahead.state.queuePane.filter == single.state.queuePane.filter)
  }

  @Test func `a word that came together asks for its rows once`() {
    let story = Story().press("/")
    story.tell(.keyAhead(.character("s"), at: 1)).expect(screenContains: "/ s ")
    #expect(story.state.queuePane.filter.isEmpty)
    story.tell(.key(.character("p"), at: 2)).expect(screenContains: "/ sp ")
    #expect(story.state.queuePane.filter.text == "sp")
  }

  @Test func `a value nothing has is doubted in place though rows show, and when it is kept`() {
    let sentence = "No `sev:` is known as `hgh`; did you mean `high`?"
    let story = Story().press("/").type("sev:hgh or spray").expect(screenContains: sentence)
    story.press("Backspace Enter").expect(screenContains: sentence)
    story.press("Esc :").type("filter sev:hgh").press("Enter").expect(screenContains: sentence)
    story.press("Esc :").type("filter sev:high").press("Enter")
      .expect(screenLacks: "is known as")
  }

  @Test func `time brings rows and takes rows, but not the one that is selected`() throws {
    let story = Story()
    let row = try #require(
      story.state.queue.rows.first { $0.id.text == "2972388" })
    let updated = try #require(row.updatedAt)
    let minutes = story.state.now.elapsed(since: updated) / 60_000
    let later = Timestamp(milliseconds: story.state.now.milliseconds + 600_000)
    story.press("/").type("updated:..\(minutes)m or 2972395").press("Enter")
    #expect(shown(story).contains("2972388"))
    story.press("G").expect(selected: "2972388").tell(.ticked(later))
    #expect(shown(story).contains("2972388"))
    story.press("g g").expect(selected: "2972395").tell(.ticked(later))
    #expect(!shown(story).contains("2972388"))
    story.press("/").type("updated:\(minutes + 15)m.. or 2972395").press("Enter")
    #expect(!shown(story).contains("2972388"))
    story.tell(.ticked(Timestamp(milliseconds: later.milliseconds + 600_000)))
    #expect(shown(story).contains("2972388"))
  }

  @Test func `what changed stays while it is looked at`() {
    let story = Story()
    var changed = SampleIncident.spray
    changed.texts["displayName"] = "Spray, and more"
    changed.texts["lastUpdateDateTime"] = "2026-11-23T08:40:30Z"
    story.arrives(changed)
    story.press("/").type("is:changed").press("Enter").expect(selected: "2972388")
    #expect(shown(story) == ["2972388"])
    story.arrives(changed)
    #expect(shown(story) == ["2972388"])
  }

  @Test func `the page of queries is what the table says`() {
    #expect(
      SourceFile("Documentation/query.md").text == Query.markdown,
      "Documentation/query.md is stale: run make docs")
    for field in QueryField.allCases {
      #expect(Query.markdown.contains("| `\(field.name):` | \(field.help) | `\(field.example)` |"))
    }
  }
}
