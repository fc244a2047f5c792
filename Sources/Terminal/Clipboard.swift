// SPDX-License-Identifier: MIT

/// What became of a copy.
///
/// Whether the terminal obeyed, nobody can tell.
public enum ClipboardOutcome: Hashable, Sendable {
  /// The request went to the terminal, which may ignore it.
  case sent(bytes: Int, through: ClipboardRoute)
  /// More than terminals accept; nothing was sent.
  case tooLarge(bytes: Int, limit: Int)
  /// The terminal could not be written to.
  case failed(code: Int32)
}

/// What stands between us and the terminal that owns the clipboard.
public enum ClipboardRoute: Hashable, Sendable {
  /// Nothing.
  case direct
  /// tmux, which takes it with `set-clipboard on` or passes it on with `allow-passthrough on`.
  case tmux
  /// GNU screen.
  case screen

  /// The route by the environment.
  ///
  /// `TMUX` does not cross ssh; the terminal's name does.
  init(term: String, tmux: String?, screen: String?) {
    if tmux != nil || term.hasPrefix("tmux") {
      self = .tmux
    } else if screen != nil || term.hasPrefix("screen") {
      self = .screen
    } else {
      self = .direct
    }
  }
}

/// The escape sequence that sets the clipboard (OSC 52, xterm's "Manipulate Selection Data").
package enum ClipboardSequence {
  /// The largest text in bytes: 100,000 bytes of sequence is where terminals stop reading.
  package static let limit = 74_994

  /// The bytes for a text, or `nil` if it is too large.
  package static func bytes(copying text: String, through route: ClipboardRoute) -> [UInt8]? {
    let data = Array(text.utf8)
    guard data.count <= limit else { return nil }
    let start = Array("\u{1B}]52;c;".utf8)
    let payload = base64(data)
    let bell: [UInt8] = [0x07]
    switch route {
    case .direct:
      return start + payload + bell
    case .tmux:
      // tmux takes the plain form with `set-clipboard on`, and passes the wrapped one on with
      // `allow-passthrough on`. Escapes inside the wrapping are doubled; OSC 52 has one.
      let plain = start + payload + bell
      return plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8)
    case .screen:
      // Screen drops a string of more than 768 bytes, so the sequence goes in pieces.
      let whole = start + payload + bell
      return stride(from: 0, to: whole.count, by: 256).flatMap { offset in
        Array("\u{1B}P".utf8) + whole[offset..<min(offset + 256, whole.count)]
          + Array("\u{1B}\\".utf8)
      }
    }
  }
}
