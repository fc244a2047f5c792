// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Two analysts on one store, each on a real screen; nobody presses a key to see the other.
@Suite(.enabled(if: TmuxScreen.isAvailable)) struct TwoConsolesTests {
  @Test(arguments: [false, true])
  func `what somebody does in a shell is on an open console`(noInotify: Bool) throws {
    let store = try SharedStore()
    let console = try store.console(as: "alice", noInotify: noInotify)
    try store.run(["--as", "bob", "ack", "2972395"])
    try console.waitUntil(shows: "acknowledged by bob")
    try store.take([
      SampleIncident(id: "2972999", title: "Late", severity: "high", status: "awaitingAction")
    ])
    try console.waitUntil(shows: "1 new")
    try console.waitUntil(shows: "Late")
  }

  @Test func `one console shows what happens on the other`() throws {
    let store = try SharedStore()
    let alice = try store.console(as: "alice")
    let bob = try store.console(as: "bob")
    try bob.press("a")
    try alice.waitUntil(shows: "2972395 · bob: acknowledged")
    try alice.press("c")
    try alice.type("On it")
    // Moving about is no matter; but a key pressed after the news would clear the line that tells it.
    try bob.press("j")
    try bob.press("k")
    try alice.press("Enter")
    try bob.waitUntil(shows: "alice: commented: On it")
  }

  @Test func `a conflict shows what the other did, and keeps what was typed`() throws {
    let store = try SharedStore()
    let alice = try store.console(as: "alice")
    try alice.press("3", "j", "s")
    try alice.type("The user is gone")
    try alice.waitUntil(shows: "The user is gone")
    try store.run([
      "--as", "bob", "response", "fail", "2972395", "r2", "--note", "no such account",
    ])
    try alice.waitUntil(shows: "1 change waits")
    try alice.press("Enter")
    try alice.waitUntil(shows: "Not recorded: bob set it to failed at")
    try alice.waitUntil(shows: "The user is gone")
  }
}
