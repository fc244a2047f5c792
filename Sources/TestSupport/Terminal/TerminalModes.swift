// SPDX-License-Identifier: MIT

import Glibc

/// What `stty` shows of a terminal.
public struct TerminalModes: Hashable, Sendable {
  /// Input flags.
  public let input: UInt32
  /// Output flags.
  public let output: UInt32
  /// Control flags.
  public let control: UInt32
  /// Local flags.
  public let local: UInt32
  /// Control characters.
  public let characters: [UInt8]

  init(_ modes: termios) {
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether lines are edited by the driver and keys echoed, as a shell expects.
  public var isCooked: Bool {
    local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 && local & UInt32(ISIG) != 0
  }
}
