// SPDX-License-Identifier: MIT

import CTerminal
public import Cells
import Glibc

/// An event and when it was read.
public struct Arrival: Hashable, Sendable {
  /// Milliseconds on the clock of `Terminal.now`.
  public var milliseconds: Int64
  /// What happened.
  public var event: InputEvent

  /// Makes an arrival.
  public init(milliseconds: Int64, event: InputEvent) {
    self.milliseconds = milliseconds
    self.event = event
  }
}

extension Terminal {
  /// Milliseconds on the monotonic clock.
  public static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The descriptor keys arrive on.
  public var inputDescriptor: Int32 { tocsin_input_descriptor() }

  /// Reads all there is.
  ///
  /// Waits only for the rest of an escape sequence, at most ESCDELAY (50 ms).
  ///
  /// When the other side is gone, `takeSignals` says so with SIGHUP.
  public func readEvents() -> [Arrival] {
    hasQueuedInput = false
    if tocsin_hung_up() != 0 {
      isHungUp = true
      return []
    }
    var arrivals: [Arrival] = []
    while true {
      let input = tocsin_read()
      if input.kind == TOCSIN_NOTHING { return arrivals }
      let now = Self.now()
      if input.kind == TOCSIN_WELL {
        noteAnswer(at: now)
      } else if input.kind == TOCSIN_RESIZED {
        painted = nil
        arrivals.append(Arrival(milliseconds: now, event: .resized(size)))
      } else if let event = RawInput(input).flatMap({ assembler.accept($0, at: now) }) {
        arrivals.append(Arrival(milliseconds: now, event: event))
      }
    }
  }
}

extension RawInput {
  fileprivate init?(_ input: tocsin_input) {
    switch input.kind {
    case TOCSIN_SCALAR: self = .scalar(input.value)
    case TOCSIN_PASTE_BEGINS: self = .pasteBegins
    case TOCSIN_PASTE_ENDS: self = .pasteEnds
    case TOCSIN_MOUSE_BEGINS: self = .mouseBegins
    case TOCSIN_FUNCTION: self = .key(.function(Int(input.value)))
    case TOCSIN_UP: self = .key(.up)
    case TOCSIN_DOWN: self = .key(.down)
    case TOCSIN_LEFT: self = .key(.left)
    case TOCSIN_RIGHT: self = .key(.right)
    case TOCSIN_HOME: self = .key(.home)
    case TOCSIN_END: self = .key(.end)
    case TOCSIN_PAGE_UP: self = .key(.pageUp)
    case TOCSIN_PAGE_DOWN: self = .key(.pageDown)
    case TOCSIN_INSERT: self = .key(.insert)
    case TOCSIN_DELETE: self = .key(.delete)
    case TOCSIN_BACKSPACE: self = .key(.backspace)
    case TOCSIN_ENTER: self = .key(.enter)
    case TOCSIN_BACKTAB: self = .key(.backtab)
    default: return nil
    }
  }
}
