// SPDX-License-Identifier: MIT

import Glibc

/// A program on a real screen: tmux is the terminal emulator, and says what a person would see.
public final class TmuxScreen {
  /// tmux failed, or the screen did not become what was awaited.
  public struct Failure: Error, CustomStringConvertible {
    /// What was awaited, and the screen instead.
    public let description: String
  }

  /// Whether tmux is installed.
  public static var isAvailable: Bool { BuiltProduct.systemHas("tmux") }

  private let socket: String

  /// Starts a command (a line for `sh`) on a fresh server.
  public init(
    _ command: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    socket = "/tmp/tocsin-tmux-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    var settings = PseudoTerminal.environment
    settings["SHELL"] = "/bin/sh"
    settings.merge(environment) { $1 }
    // tmux sets TERM by itself; what the test wants is set for the command alone.
    let words = settings.map { "\($0.key)='\($0.value)'" }.sorted().joined(separator: " ")
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec env -i TERM=tmux-256color \(words.replacing("TERM='xterm-256color'", with: ""))"
        + " \(command)",
    ])
  }

  deinit {
    _ = try? tmux(["kill-server"])
    unlink(socket)
  }

  /// Sends keys by tmux's names (`Enter`, `C-z`, `Up`).
  public func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Sends text as typed.
  public func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Pastes text as a terminal does, bracketed if the program asked for it, and waits for a moment.
  public func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
    // No person presses a key in the same tenth of a second, and one pressed then is dropped.
    usleep(250_000)
  }

  /// Changes the size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen as lines of text; with `styled`, colours and attributes as SGR sequences.
  public func capture(styled: Bool = false) throws -> [String] {
    try tmux(["capture-pane", "-p"] + (styled ? ["-e"] : []))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The cursor's place as `column,row`, and whether it is shown.
  public func cursor() throws -> (place: String, isShown: Bool) {
    let answer = try tmux(["display-message", "-p", "#{cursor_x},#{cursor_y} #{cursor_flag}"])
    let parts = answer.split(whereSeparator: \.isWhitespace)
    return (parts.first.map(String.init) ?? "", parts.last == "1")
  }

  /// The path of the terminal the program runs on.
  public func terminalPath() throws -> String {
    String(try tmux(["display-message", "-p", "#{pane_tty}"]).prefix { !$0.isNewline })
  }

  /// Waits until the screen satisfies a condition; fails with the screen as it is.
  @discardableResult
  public func waitUntil(
    _ awaited: String, seconds: Int = 30, _ condition: ([String]) -> Bool
  ) throws -> [String] {
    let deadline = Deadline(seconds: seconds)
    while true {
      let screen = try capture()
      if condition(screen) { return screen }
      if deadline.isOver {
        throw Failure(
          description: "awaited \(awaited); the screen is\n\(screen.joined(separator: "\n"))")
      }
      usleep(20_000)
    }
  }

  /// Waits until a text is on the screen.
  @discardableResult
  public func waitUntil(shows text: String, seconds: Int = 30) throws -> [String] {
    try waitUntil("'\(text)'", seconds: seconds) { $0.contains { $0.contains(text) } }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try ProgramOutput.of(
      "tmux", ["-u", "-S", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"])
    guard result.ending == .exited(0) else {
      throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(result.text)")
    }
    return result.text
  }
}
