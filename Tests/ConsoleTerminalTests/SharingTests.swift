// SPDX-License-Identifier: MIT

import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Sharing {
    private static let ransomware = "48213"
    private static let phishing = "48177"

    @Test func `a colleague's change shows with my next action`() throws {
      let home = try Home.withDemo()
      let alice = try ConsoleScreen("--as alice", in: home)
      let bob = try ConsoleScreen("--as bob", in: home)
      try bob.select(Self.ransomware)
      try bob.tmux.press("w")
      try bob.tmux.waitUntil(shows: "Empty means nobody.")
      try bob.tmux.press("C-u")
      try bob.tmux.type("bob-of-nights")
      try bob.record("Enter")

      try alice.select(Self.phishing)
      try alice.record("a")
      try alice.select(Self.ransomware)
      try alice.tmux.waitUntil(shows: "bob-of-nights")

      let actions = try JournalFile(of: home).actions
      #expect(actions.map(\.by) == ["bob", "alice"])
      #expect(actions.map(\.kind) == ["assigned", "acknowledged"])
      #expect(actions.first?.body.owner == "bob-of-nights")
    }

    @Test func `a conflict names who was faster, and keeps what I typed`() throws {
      let home = try Home.withDemo()
      let alice = try ConsoleScreen("--as alice", in: home)
      try alice.select(Self.ransomware)
      let bob = try ConsoleScreen("--as bob", in: home)
      try bob.select(Self.ransomware)
      try alice.tmux.press("3", "f")
      try alice.tmux.waitUntil(shows: "Why failed?")
      try alice.tmux.type("no answer from the site")
      try bob.tmux.press("3")
      try bob.record("i")
      try alice.tmux.press("Enter")
      try alice.tmux.waitUntil(shows: "no answer from the site")
      // Now she sees it, the second attempt is a decision.
      try alice.answer("Not recorded: bob set it to in progress at", "Enter")
      try alice.savedNumber()

      let journal = try JournalFile(of: home)
      journal.expectWellFormed()
      #expect(journal.actions.map(\.by) == ["bob", "alice"])
      #expect(journal.actions.map(\.kind) == ["response.started", "response.failed"])
      #expect(journal.actions.last?.body.note == "no answer from the site")
      #expect(try home.run("verify").ending == .exited(0))
    }

    @Test func `what a colleague did already is said, not written twice`() throws {
      let home = try Home.withDemo()
      let alice = try ConsoleScreen("--as alice", in: home)
      try alice.select(Self.ransomware)
      let bob = try ConsoleScreen("--as bob", in: home)
      try bob.select(Self.ransomware)
      try bob.record("a")
      try alice.tmux.press("a")
      try alice.tmux.waitUntil(shows: "bob acknowledged it at")
      #expect(try JournalFile(of: home).actions.map(\.by) == ["bob"])
    }
  }
}
