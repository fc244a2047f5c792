// SPDX-License-Identifier: MIT

import Glibc

/// Standard input, output and error, written with one call per piece.
enum StandardStreams {
  /// Makes the three streams safe to use, before anything else is opened.
  ///
  /// A stream that was closed would give its number to the next file opened, and what is meant for
  /// people would be written into a journal. A reader that goes away ends the program by an error
  /// it can answer, not by a signal.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes data for programs and pages for people.
  static func out(_ text: String) throws(Failure) { try out(Array(text.utf8)) }

  /// Writes data for programs.
  static func out(_ bytes: [UInt8]) throws(Failure) {
    if let code = write(bytes, to: STDOUT_FILENO) {
      throw code == EPIPE ? .readerLeft : .system("write", "standard output", code)
    }
  }

  /// Writes a line to the person; there is nobody to tell if that fails.
  static func tell(_ text: String) { draw(text + "\n") }

  /// Writes to standard error as it is.
  static func draw(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Everything on standard input.
  static func input() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw .system("read", "standard input", errno)
      }
    }
  }

  /// Writes all of a text; the error's number if that fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
