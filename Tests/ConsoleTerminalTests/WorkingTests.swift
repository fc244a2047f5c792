// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Working {
    private static let ransomware = "48213"
    private static let phishing = "48177"

    /// What `list --format json` says of an incident.
    private struct Row: Decodable {
      let id: String
      let status: String
      let acknowledged: Acknowledgement?
      let openResponses: Int

      struct Acknowledgement: Decodable {
        let by: String
      }
    }

    @Test(arguments: ScreenSize.usual)
    func `a shift's work is on the disk exactly as it was done`(size: ScreenSize) throws {
      let home = try Home.withDemo()
      let imported = try JournalFile(of: home).lines.count
      let console = try ConsoleScreen(in: home, size: size)

      try triage(console)
      try acknowledgeAndRead(console)
      try workThroughResponses(console)
      try resolve(console, comment: "rebuilt from backup")
      try console.answer("╭ Resolve ─", "y")
      #expect(try console.savedNumber() == imported + 4)
      try console.tmux.press("u")
      try console.tmux.waitUntil(shows: "Taken back on 48213")
      try console.tmux.press("U")
      try console.tmux.waitUntil(shows: "Done again on 48213")
      try resolveByTypedID(console)
      try console.tmux.press("1")
      try console.quit()

      let journal = try JournalFile(of: home)
      journal.expectWellFormed()
      let actions = journal.actions
      #expect(
        actions.map(\.kind) == [
          "acknowledged", "response.completed", "response.skipped", "resolved", "undone",
          "undone", "resolved",
        ])
      #expect(actions.map(\.seq) == Array(imported + 1...imported + 7))
      #expect(
        actions.map { $0.on.keys.sorted() }
          == Array(repeating: [Self.ransomware], count: 6) + [[Self.phishing]])
      let login = try #require(getpwuid(getuid())?.pointee.pw_name.map { String(cString: $0) })
      #expect(actions.allSatisfy { $0.by == login && $0.uid == getuid() && $0.login == nil })
      #expect(
        actions.map(\.body.response) == [
          nil, "7e5dc277-bc0b-53fa-b77d-e2eb9c8005a5", "c7ac5e1c-5249-5234-a3d3-7f5da3357417",
          nil, nil, nil, nil,
        ])
      #expect(actions[2].body.note == "the user left last month")
      #expect(actions[3].body.classification == "truePositive")
      #expect(actions[3].body.comment == "rebuilt from backup")
      #expect(actions[4].body.undoes == imported + 4)
      #expect(actions[5].body.undoes == imported + 5)

      try expectListed(home, by: login)
    }

    private func triage(_ console: ConsoleScreen) throws {
      let first = try #require(try console.selection())
      try console.tmux.press("j")
      try console.tmux.waitUntil("another selection") {
        ConsoleScreen.selection(on: $0) != first
      }
      try console.tmux.press("k")
      try console.tmux.waitUntil("\(first) again") { ConsoleScreen.selection(on: $0) == first }
      try console.select(Self.ransomware)
    }

    private func acknowledgeAndRead(_ console: ConsoleScreen) throws {
      try console.record("a")
      try console.tmux.press("Enter")
      try console.tmux.waitUntil("the summary alone") { screen in
        !screen.contains { $0.contains("1 Queue") }
      }
      let summary = try console.tmux.settled()
      #expect(summary.contains { $0.contains("acknowledged by") })
      for expected in [
        "Credential dumping from LSASS memory", "Device · 4", "first activity:", "Notes",
      ] {
        let before = try console.tmux.capture()
        try console.tmux.press("l")
        try console.tmux.waitUntil("the next tab, with \(expected)") { screen in
          screen != before && screen.contains { $0.contains(expected) }
        }
      }
      try console.tmux.press("l")
      try console.tmux.waitUntil("the first tab") { $0.dropFirst(2) == summary.dropFirst(2) }
    }

    private func workThroughResponses(_ console: ConsoleScreen) throws {
      try console.tmux.press("3")
      try console.tmux.waitUntil(shows: "3 Responses · 48213")
      try console.tmux.press("x")
      let dialog = try console.tmux.waitUntil(shows: "╭ Mark done")
      // The exact target, by name and by id.
      let text = dialog.joined(separator: " ")
      #expect(text.contains("fin-srv-04.corp.contoso.com (id"))
      #expect(text.contains("160cf11f77b65a155cd7a7194ba11a92e3729de8"))
      try console.answer("╭ Mark done", "y")
      try console.tmux.waitUntil(shows: "Isolate device FIN-SRV-04 · u takes it back")

      try console.tmux.press("j", "s")
      try console.tmux.waitUntil(shows: "Why skipped?")
      try console.tmux.type("the user left last month")
      try console.tmux.press("Enter")
      try console.answer("╭ Skip", "y")
      try console.tmux.waitUntil(shows: "Reset password for j.doe · u takes it back")
    }

    /// Fills the form in and goes on to the question.
    private func resolve(_ console: ConsoleScreen, comment: String) throws {
      try console.tmux.press("R")
      try console.tmux.waitUntil(shows: "Classification")
      for _ in 0..<4 {
        if try console.tmux.capture().contains(where: { $0.contains("True positive") }) { break }
        let before = try console.tmux.capture()
        try console.tmux.press("l")
        try console.tmux.waitUntil("another classification") { $0 != before }
      }
      try console.tmux.press("Tab", "l", "Tab", "C-u")
      try console.tmux.type(comment)
      try console.tmux.waitUntil(shows: comment)
      try console.tmux.press("Tab", "Tab", "Enter")
    }

    /// Closing what has open responses asks for the id, and another id closes nothing.
    private func resolveByTypedID(_ console: ConsoleScreen) throws {
      try console.select(Self.phishing)
      try resolve(console, comment: "sessions revoked")
      try console.answer("Type 48177 then Enter", "4", "8", "1", "7", "8", "Enter")
      try console.tmux.waitUntil(shows: "nothing was recorded")
      try resolve(console, comment: "sessions revoked")
      try console.answer("Type 48177 then Enter", "4", "8", "1", "7", "7", "Enter")
      try console.savedNumber()
    }

    private func expectListed(_ home: Home, by login: String) throws {
      let verified = try home.run("verify")
      #expect(verified.ending == .exited(0), "\(verified.text)")
      let listed = try home.run("list", "--all", "--format", "json")
      #expect(listed.ending == .exited(0))
      let rows = try JSONDecoder().decode([Row].self, from: Data(listed.text.utf8))
      let ransomware = try #require(rows.first { $0.id == Self.ransomware })
      #expect(ransomware.status == "resolved")
      #expect(ransomware.acknowledged?.by == login)
      // The experts are still at one of theirs.
      #expect(ransomware.openResponses == 1)
      let phishing = try #require(rows.first { $0.id == Self.phishing })
      #expect(phishing.status == "resolved")
      #expect(phishing.acknowledged == nil)
      #expect(phishing.openResponses == 3)
    }

    @Test func `an answer typed with the question answers nothing`() throws {
      let home = try Home.withDemo()
      let before = try JournalFile(of: home).bytes
      let console = try ConsoleScreen(in: home)
      try console.select(Self.ransomware)
      try console.tmux.press("3")
      try console.tmux.press("x", "y", "y", "Enter", "y")
      try console.tmux.waitUntil(shows: "╭ Mark done")
      // It is still open: Enter was dropped, too.
      try console.answer("╭ Mark done", "Enter")
      try console.tmux.waitUntil(shows: "Nothing was recorded.")
      try console.quit()
      #expect(try JournalFile(of: home).bytes == before)
    }
  }
}
