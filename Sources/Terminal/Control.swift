// SPDX-License-Identifier: MIT

import CTerminal

extension Terminal {
  /// Sends bytes past the screen, such as an OSC.
  ///
  /// Call it between frames. Returns 0 or `errno`.
  @discardableResult
  public func write(control bytes: [UInt8]) -> Int32 {
    tocsin_write(bytes, bytes.count)
  }

  /// Has the terminal report the mouse, or no more; off at first.
  ///
  /// Call it between frames. However the program ends, the terminal is told to stop.
  public func setMouse(_ isOn: Bool) { tocsin_set_mouse(isOn ? 1 : 0) }

  /// Asks the terminal to put a text on the clipboard of the machine it runs on.
  public func copyToClipboard(_ text: String) -> ClipboardOutcome {
    let size = text.utf8.count
    guard let bytes = ClipboardSequence.bytes(copying: text, through: clipboardRoute) else {
      return .tooLarge(bytes: size, limit: ClipboardSequence.limit)
    }
    let code = write(control: bytes)
    return code == 0 ? .sent(bytes: size, through: clipboardRoute) : .failed(code: code)
  }
}
