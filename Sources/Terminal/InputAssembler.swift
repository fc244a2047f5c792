// SPDX-License-Identifier: MIT

package import Cells

/// One input as curses reports it.
package enum RawInput: Hashable, Sendable {
  /// A character or control character.
  case scalar(UInt32)
  /// A key with a name.
  case key(Key)
  /// The start of a bracketed paste.
  case pasteBegins
  /// The end of a bracketed paste.
  case pasteEnds
  /// The start of a report of the mouse; the rest follows as scalars.
  case mouseBegins
}

/// Turns raw input into events; holds the paste or the report that has not ended yet.
package struct InputAssembler: Sendable {
  /// Pasted text beyond this many scalars is dropped: no field is that large.
  package static let pasteLimit = 1_000_000
  /// Silence in milliseconds after which Escape ends a paste whose end was lost.
  package static let abandonment: Int64 = 1_000

  /// Milliseconds after a paste in which what follows without a pause belongs to it.
  ///
  /// A pasted text can hold the very sequence that ends pastes, and not every terminal takes it
  /// out; what stands behind it must not press keys. No person is that fast.
  package static let aftermath: Int64 = 100

  /// Whether scalars above U+007F mean anything.
  private let isUTF8: Bool
  private var paste: String.UnicodeScalarView?
  private var pastedCount = 0
  private var report: MouseReport?
  private var afterReturn = false
  private var last: Int64 = 0
  /// When a paste, or what came right behind it, was last read; `nil` before the first.
  private var pastedAt: Int64?

  /// Makes an assembler.
  package init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
  }

  /// Takes one input; returns the event it completes, if any.
  package mutating func accept(_ input: RawInput, at milliseconds: Int64) -> InputEvent? {
    defer { last = milliseconds }
    if report != nil, case .scalar(let value) = input {
      return extendReport(value)
    }
    report = nil
    if isAftermath(input, at: milliseconds) { return nil }
    switch input {
    case .mouseBegins:
      if paste == nil { report = MouseReport() }
      return nil
    case .pasteBegins:
      if paste == nil { beginPaste() }
      return nil
    case .pasteEnds:
      if paste != nil { pastedAt = milliseconds }
      return endPaste()
    case .scalar(0x1B) where paste != nil && milliseconds - last > Self.abandonment:
      return endPaste()
    case .scalar(let value):
      guard paste == nil else {
        extendPaste(value)
        return nil
      }
      return key(value).map(InputEvent.key)
    case .key(let key):
      guard paste == nil else {
        if key == .enter { extendPaste(0x0D) }
        return nil
      }
      return .key(key)
    }
  }

  /// Whether an input came right behind a paste, and is to be dropped like it.
  private mutating func isAftermath(_ input: RawInput, at milliseconds: Int64) -> Bool {
    guard paste == nil, let pastedAt, milliseconds - pastedAt <= Self.aftermath else {
      return false
    }
    switch input {
    case .pasteBegins: return false
    case .scalar, .key, .pasteEnds, .mouseBegins:
      self.pastedAt = milliseconds
      return true
    }
  }

  /// Takes one more scalar of a report; what is no report is dropped.
  private mutating func extendReport(_ value: UInt32) -> InputEvent? {
    let isOver = report?.take(value) ?? true
    guard isOver else { return nil }
    defer { report = nil }
    return report?.mouse.map(InputEvent.mouse)
  }

  private mutating func beginPaste() {
    paste = "".unicodeScalars
    pastedCount = 0
    afterReturn = false
  }

  private mutating func endPaste() -> InputEvent? {
    defer { paste = nil }
    return paste.map { .paste(String($0)) }
  }

  /// Terminals send a pasted line break as CR; some send CR LF.
  private mutating func extendPaste(_ value: UInt32) {
    defer { afterReturn = value == 0x0D }
    if value == 0x0A && afterReturn { return }
    guard pastedCount < Self.pasteLimit, let scalar = Unicode.Scalar(value) else { return }
    pastedCount += 1
    paste?.append(value == 0x0D ? "\n" : scalar)
  }

  private func key(_ value: UInt32) -> Key? {
    switch value {
    case 0x00: return .control(" ")
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0D: return .enter
    case 0x1B: return .escape
    case 0x01...0x1A: return Unicode.Scalar(value + 0x60).map(Key.control)
    case 0x1C...0x1F: return Unicode.Scalar(value + 0x40).map(Key.control)
    case 0x80...0x9F: return nil
    default:
      guard isUTF8 || value < 0x80 else { return nil }
      return Unicode.Scalar(value).map(Key.character)
    }
  }
}
