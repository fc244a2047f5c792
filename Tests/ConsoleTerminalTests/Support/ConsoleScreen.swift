// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

/// Everything that drives the console runs one after the other: the machine is small.
@Suite(.serialized, .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
enum `The console in a terminal` {}

/// A size the console must be at home in.
struct ScreenSize: Hashable, CustomTestStringConvertible {
  var columns: Int
  var rows: Int

  /// What most sessions have, and a large one with the panes side by side.
  static let usual = [ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 140, rows: 40)]

  var testDescription: String { "\(columns)x\(rows)" }
}

/// The built console in tmux, run by a shell that says how it ended.
struct ConsoleScreen {
  let tmux: TmuxScreen

  /// Starts the console in a home and waits for the queue or, in an empty store, for the advice.
  init(
    _ arguments: String = "", in home: Home, size: ScreenSize = ScreenSize.usual[0],
    environment: [String: String] = [:]
  ) throws {
    tmux = try TmuxScreen(
      "/bin/sh -c '\(Home.program) \(arguments); echo ended $?; exec sleep 600'",
      columns: size.columns, rows: size.rows,
      environment: home.environment.merging(environment) { $1 })
    try tmux.waitUntil("the queue") { screen in
      screen.contains { $0.contains("No incidents yet") } || Self.selection(on: screen) != nil
    }
  }

  /// The id in the summary's title: what is selected.
  static func selection(on screen: [String]) -> String? {
    guard let line = screen.first(where: { $0.contains("2 Summary") }),
      let rest = line.split(separator: "2 Summary").last
    else { return nil }
    let id = rest.drop { !$0.isNumber }.prefix { $0.isNumber }
    return id.isEmpty ? nil : String(id)
  }

  /// The id in the summary's title now.
  func selection() throws -> String? { Self.selection(on: try tmux.capture()) }

  /// Selects an incident by the filter, from wherever the focus is.
  func select(_ id: String) throws {
    try tmux.press("1")
    try tmux.waitUntil(shows: "1 Queue")
    try tmux.press("/")
    try tmux.waitUntil("the filter's prompt") { $0.contains { $0.hasPrefix(" / ") || $0 == " /" } }
    try tmux.press("C-u")
    try tmux.type(id)
    try tmux.press("Enter")
    try tmux.waitUntil("\(id) selected") { Self.selection(on: $0) == id }
  }

  /// Presses keys and waits until what they recorded is on the disk; gives the line's number.
  @discardableResult
  func record(_ keys: String...) throws -> Int {
    for key in keys { try tmux.press(key) }
    return try savedNumber()
  }

  /// Waits for "Saved #N" and gives N.
  @discardableResult
  func savedNumber() throws -> Int {
    let screen = try tmux.waitUntil(shows: "Saved #")
    let line = try #require(screen.last { $0.contains("Saved #") })
    let digits = try #require(line.split(separator: "Saved #").last).prefix { $0.isNumber }
    return try #require(Int(digits))
  }

  /// Answers a question that must be on the screen, once it takes answers.
  ///
  /// Answers within the first 250 ms are dropped, so the question may need a second one where the
  /// machine was slow to start that time.
  func answer(_ question: String, _ keys: String...) throws {
    try tmux.waitUntil(shows: question)
    for _ in 0..<20 {
      usleep(300_000)
      for key in keys { try tmux.press(key) }
      for _ in 0..<50 {
        if try !tmux.capture().contains(where: { $0.contains(question) }) { return }
        usleep(20_000)
      }
    }
    Issue.record("the question '\(question)' took no answer")
  }

  /// Leaves with `q` and expects the shell to say so.
  func quit() throws {
    try tmux.press("q")
    try tmux.waitUntil(shows: "ended 0")
  }
}

extension TmuxScreen {
  /// The screen once it has not changed for a while: a document that is read late is on it.
  func settled() throws -> [String] {
    var last: [String] = []
    var stillFor = 0
    return try waitUntil("a still screen") { screen in
      stillFor = screen == last ? stillFor + 1 : 0
      last = screen
      return stillFor >= 5
    }
  }
}
