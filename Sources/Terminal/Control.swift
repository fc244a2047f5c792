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
