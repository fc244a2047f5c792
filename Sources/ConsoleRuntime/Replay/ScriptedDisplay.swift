// SPDX-License-Identifier: MIT

public import Cells
private import Terminal

/// A terminal without a person: a script says what arrives, and screens are kept as text.
public final class ScriptedDisplay: Display {
  /// A screen that was written down.
  public struct Dump: Hashable, Sendable {
    /// The line of the script that asked for it.
    public let line: Int
    /// Its name; may be empty.
    public let name: String
    /// The screen, as a reader sees it.
    public let screen: String
  }

  /// What the script said and what did not come about.
  public enum Shortfall: Hashable, Sendable {
    /// This text was waited for and never shown.
    case unshown(line: Int, text: String)
    /// The console had ended before this line.
    case unplayed(line: Int)
  }

  /// How long a text is waited for, in milliseconds.
  public static let patience: Int64 = 10_000
  /// Milliseconds between two keys: a person's pace, so that questions accept answers.
  public static let pace: Int64 = 1_000

  /// The size to draw for.
  public private(set) var size: Size
  /// Whether chrome must do with ASCII.
  public let usesASCII: Bool
  /// Whether the screen is for reading out.
  public let isPlain: Bool
  /// Nothing was set up.
  public let notices: [String] = []
  /// Every key waits until what the last one began is done, so that a script always ends the same.
  public let isPatient = true
  /// Milliseconds on the clock of the script.
  public private(set) var monotonicNow: Int64 = 0
  /// The last screen shown, as a reader sees it.
  public private(set) var screen = ""
  /// Screens that were written down, oldest first.
  public private(set) var dumps: [Dump] = []
  private var unshown: Shortfall?
  private var steps: ArraySlice<KeyScript.Line>
  private var deadline: Int64?
  /// When the last key came.
  private var lastAt: Int64 = 0

  /// A display that plays a script.
  public init(_ script: KeyScript, size: Size, usesASCII: Bool = false, isPlain: Bool = false) {
    steps = script.lines[...]
    self.size = size
    self.usesASCII = usesASCII
    self.isPlain = isPlain
  }

  /// What the script said and what did not come about, after the console has ended.
  public var shortfall: Shortfall? { unshown ?? steps.first.map { .unplayed(line: $0.number) } }

  /// Keeps a screen.
  public func paint(_ grid: Grid) -> Bool {
    screen = grid.description
    return true
  }

  /// Nothing can have disturbed the screen.
  public func redrawAll() {}

  /// There is no shell to give the terminal to.
  public func suspend() {}

  /// Does the work: there is no terminal to lend.
  public func lend(to work: () -> Void) { work() }

  /// Leaves the text where it is: there is no clipboard.
  public func copy(_ text: String) -> String? { nil }

  /// Takes the script's next step.
  public func wait(for mailbox: Mailbox, timeout: Int) -> [Arrived] {
    if mailbox.bell.isRung(within: 0) { return [] }
    let due = lastAt + Self.pace
    if monotonicNow + Int64(timeout) < due {
      // What happens when keys pause happens between them.
      monotonicNow += Int64(timeout)
      return []
    }
    while let next = steps.first {
      switch next.step {
      case .wait(let text) where !screen.contains(text):
        return look(for: text, line: next.number, mailbox: mailbox, timeout: timeout)
      case .wait:
        deadline = nil
        steps.removeFirst()
      case .dump(let name):
        dumps.append(Dump(line: next.number, name: name, screen: screen))
        steps.removeFirst()
      case .key(let key): return arrive(.key(key))
      case .paste(let text): return arrive(.paste(text))
      case .resize(let size):
        self.size = size
        return arrive(.resized(size))
      }
    }
    return [.leave(0)]
  }

  private func arrive(_ event: InputEvent) -> [Arrived] {
    steps.removeFirst()
    lastAt += Self.pace
    monotonicNow = lastAt
    return [.input(event, at: monotonicNow)]
  }

  private func look(for text: String, line: Int, mailbox: Mailbox, timeout: Int) -> [Arrived] {
    let now = Terminal.now()
    let deadline = deadline ?? now + Self.patience
    self.deadline = deadline
    if now < deadline {
      _ = mailbox.bell.isRung(within: min(timeout, Int(deadline - now)))
      return []
    }
    unshown = .unshown(line: line, text: text)
    return [.leave(0)]
  }
}
