// SPDX-License-Identifier: MIT

public import Cells
private import Console
public import ConsoleRuntime
public import Settings
private import Terminal

/// A terminal that is only a script: what arrives is written down beforehand, what is shown is
/// kept.
public final class HeadlessDisplay: Display {
  /// What happens while the program waits.
  public enum Step {
    /// These keys arrive at once, named as in ``KeySequence``.
    case keys(String)
    /// All this arrives at once.
    case events([Arrived])
    /// Nothing happens until the time-out.
    case timeout
    /// The program waits for its mailbox until the screen holds a text.
    case until(String)
    /// Something is looked at, or done elsewhere.
    case look(() -> Void)
  }

  /// The exit code of a program whose script ran out.
  public static let ranOut: Int32 = 99

  /// The size to draw for.
  public let size: Size
  /// Whether chrome must do with ASCII.
  public let usesASCII = false
  /// What a person must know of how the terminal was set up.
  public var notices: [String] = []
  /// What was shown, oldest first.
  public private(set) var frames: [Grid] = []
  /// How often every cell was shown again.
  public private(set) var redraws = 0
  /// How often the terminal was given back to the shell.
  public private(set) var suspensions = 0
  /// Whether the mouse is reported.
  public private(set) var reportsMouse = false
  /// How often something else had the terminal.
  public private(set) var loans = 0
  /// What was put on the clipboard.
  public private(set) var clipboard: [String] = []
  /// How the terminal was told that it is your move, oldest first.
  public private(set) var notifications: [NotificationWay] = []
  /// Milliseconds on the monotonic clock; a second passes with every step.
  public private(set) var monotonicNow: Int64 = 0
  /// Whether the link is too busy for another frame.
  public var isBusy = false
  private var steps: ArraySlice<Step> = []

  /// Makes a display of a size.
  public init(size: Size = Size(rows: 24, columns: 80)) { self.size = size }

  /// Says what will happen.
  public func play(_ steps: Step...) { self.steps = steps[...] }

  /// The last frame, as a reader sees it.
  public var screen: String { frames.last?.description ?? "" }

  /// Shows a screen.
  public func paint(_ grid: Grid) -> Bool {
    guard !isBusy else { return false }
    frames.append(grid)
    return true
  }

  /// Shows the last screen again.
  public func redrawAll() { redraws += 1 }

  /// Gives the terminal back.
  public func suspend() { suspensions += 1 }

  /// Takes note of what is reported.
  public func setMouse(_ isOn: Bool) { reportsMouse = isOn }

  /// Lends the terminal, which is none.
  public func lend(to work: () -> Void) {
    loans += 1
    work()
  }

  /// Keeps what was copied.
  public func copy(_ text: String) -> String? {
    clipboard.append(text)
    return nil
  }

  /// Keeps that the terminal was told.
  public func notify(_ way: NotificationWay) { notifications.append(way) }

  /// Takes the next step of the script.
  public func wait(for mailbox: Mailbox, timeout: Int) -> [Arrived] {
    monotonicNow += 1000
    while let step = steps.first {
      switch step {
      case .look(let look):
        look()
        steps.removeFirst()
      case .until(let text) where screen.contains(text):
        steps.removeFirst()
      case .until:
        // A short wait is for a pause of the keys, and passes.
        let isPause = timeout <= Trail.pause
        return mailbox.bell.isRung(within: isPause ? timeout : Self.patience) || isPause
          ? [] : [.leave(Self.ranOut)]
      case .timeout:
        steps.removeFirst()
        return []
      case .events(let arrived):
        steps.removeFirst()
        return arrived
      case .keys(let keys):
        steps.removeFirst()
        return (KeySequence(keys)?.keys ?? []).map { .input(.key($0), at: monotonicNow) }
      }
    }
    return [.leave(Self.ranOut)]
  }

  /// Milliseconds no test should need.
  private static let patience = 20_000
}
