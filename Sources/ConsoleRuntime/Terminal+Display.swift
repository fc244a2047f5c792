// SPDX-License-Identifier: MIT

import Cells
public import Settings
public import Terminal

extension Terminal: Display {
  /// Milliseconds on the monotonic clock.
  public var monotonicNow: Int64 { Self.now() }

  /// Gives the terminal to an editor while it runs.
  public func lend(to work: () -> Void) { withTerminalReleased(work) }

  /// Puts a text on the clipboard; nobody can tell whether the terminal obeyed.
  public func copy(_ text: String) -> String? {
    switch copyToClipboard(text) {
    case .sent: nil
    case .tooLarge(let bytes, let limit):
      "Not copied: \(bytes) bytes are more than the \(limit) a terminal takes."
    case .failed: "Not copied: the terminal did not take it."
    }
  }

  /// Tells the terminal that it is your move.
  public func notify(_ way: NotificationWay) {
    switch way {
    case .off: break
    case .bell: notify(by: .bell)
    case .osc9: notify(by: .osc9)
    case .osc777: notify(by: .osc777)
    }
  }

  /// Waits for input, the mailbox, a signal, or the time-out in milliseconds.
  public func wait(for mailbox: Mailbox, timeout: Int) -> [Arrived] {
    let ready = wait(for: [mailbox.bell.descriptor], timeoutMilliseconds: timeout)
    var arrived: [Arrived] = []
    if ready.contains(inputDescriptor) || ready.contains(signalDescriptor) {
      arrived += readEvents().map { .input($0.event, at: $0.milliseconds) }
    }
    for signal in takeSignals() {
      switch signal {
      case .leave(let number): arrived.append(.leave(128 + number))
      case .suspend: suspend()
      case .resumed: retake()
      }
    }
    return arrived
  }
}
