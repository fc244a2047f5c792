// SPDX-License-Identifier: MIT

public import Cells
public import Settings

/// What the loop needs of a terminal.
public protocol Display: AnyObject {
  /// The size to draw for.
  var size: Size { get }
  /// Whether chrome must do with ASCII.
  var usesASCII: Bool { get }
  /// Whether the screen is for reading out.
  var isPlain: Bool { get }
  /// What the roles look like at first.
  var theme: Theme { get }
  /// What a person must know of how the terminal was set up.
  var notices: [String] { get }
  /// Milliseconds on the monotonic clock.
  var monotonicNow: Int64 { get }
  /// Whether what was begun is finished before anything else arrives.
  var isPatient: Bool { get }
  /// Shows a screen, or answers `false`: ask again when `wait` comes back.
  func paint(_ grid: Grid) -> Bool
  /// Shows the last screen again, every cell of it.
  func redrawAll()
  /// Gives the terminal back to the shell until it continues the program.
  func suspend()
  /// Has the mouse reported, or no more.
  func setMouse(_ isOn: Bool)
  /// Gives the terminal to something else while it runs.
  func lend(to work: () -> Void)
  /// Puts a text on the clipboard; the answer is why not, as a sentence, or `nil`.
  func copy(_ text: String) -> String?
  /// Tells the terminal that it is your move.
  func notify(_ way: NotificationWay)
  /// Waits for input, the mailbox, or the time-out in milliseconds, and says what came.
  func wait(for mailbox: Mailbox, timeout: Int) -> [Arrived]
}

extension Display {
  /// Not for reading out.
  public var isPlain: Bool { false }
  /// The usual one.
  public var theme: Theme { .dark }
  /// There is no mouse.
  public func setMouse(_ isOn: Bool) {}
  /// A person does not wait: keys go on while the disk works.
  public var isPatient: Bool { false }

  /// What is no terminal calls nobody.
  public func notify(_ way: NotificationWay) {}
}

/// What a display's wait can end with.
public enum Arrived: Hashable, Sendable {
  /// Input, and when it came on the monotonic clock.
  case input(InputEvent, at: Int64)
  /// The program must leave, with this exit code.
  case leave(Int32)
}
