// SPDX-License-Identifier: MIT

import Cells
import Glibc
import Terminal

/// Paints, reads, shows what it read.
///
/// `q` leaves, `T` traps, `A` aborts, `X` calls exit, `E` leaves by an error, `Control-Z` suspends,
/// `Control-L` redraws, `j` moves the reversed row, `i` toggles the cursor, `y` copies, `Y` copies
/// too much, `o` writes to stderr, `!` runs a command on the released terminal, `m` turns
/// the mouse on and `M` off, `t` takes the next theme.
final class Probe {
  struct Failure: Error {}

  let terminal: Terminal
  var screen = ProbeScreen()
  private var wantsRedraw = false

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  func run() -> Int32 {
    while true {
      _ = terminal.paint(screen.grid(terminal.size, ascii: terminal.usesASCII))
      if wantsRedraw { terminal.redrawAll() }
      wantsRedraw = false
      let ready = terminal.wait(timeoutMilliseconds: -1)
      var status: Int32?
      if ready.contains(terminal.inputDescriptor) {
        do {
          for arrival in terminal.readEvents() {
            screen.note(arrival.event)
            status = try act(on: arrival.event) ?? status
          }
        } catch {
          return 1
        }
      }
      for signal in terminal.takeSignals() {
        switch signal {
        case .leave(let number): return 128 + number
        case .suspend: terminal.suspend()
        case .resumed: terminal.retake()
        }
      }
      if let status { return status }
    }
  }

  private func act(on event: InputEvent) throws(Failure) -> Int32? {
    guard case .key(let key) = event else { return nil }
    switch key {
    case .character("q"): return 0
    case .character("T"): fatalError("the probe was asked to trap")
    case .character("A"): abort()
    case .character("X"): exit(7)
    case .character("E"): throw Failure()
    case .control("z"): terminal.suspend()
    case .control("l"): wantsRedraw = true
    case .character("j"): screen.selected += 1
    case .character("i"): screen.showsCursor.toggle()
    case .character("y"): screen.outcome = "\(terminal.copyToClipboard("tocsin é"))"
    case .character("Y"):
      screen.outcome = "\(terminal.copyToClipboard(String(repeating: "x", count: 74_995)))"
    case .character("m"): terminal.setMouse(true)
    case .character("M"): terminal.setMouse(false)
    case .character("t"): screen.theme = screen.theme.next
    case .character("n"): for signal in NotificationSignal.allCases { terminal.notify(by: signal) }
    case .character("o"): writeStrayWords()
    case .character("!"): terminal.withTerminalReleased { runCommand() }
    default: break
    }
    return nil
  }

  private func writeStrayWords() {
    let words = Array("stray words\n".utf8)
    _ = write(STDERR_FILENO, words, words.count)
  }

  private func runCommand() {
    var child: pid_t = 0
    let script = "echo released; stty -a | grep -o -- ' icanon'"
    let words: [String] = ["sh", "-c", script]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    if posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0 {
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
  }
}
