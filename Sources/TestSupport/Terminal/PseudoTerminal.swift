// SPDX-License-Identifier: MIT

public import Glibc

/// A terminal without a screen: the test holds the other end and sees every byte.
public final class PseudoTerminal {
  /// The pty could not be made, or something did not happen in time.
  public struct Failure: Error, CustomStringConvertible {
    /// What was awaited, and what came instead.
    public let description: String
  }

  /// Everything the program wrote so far.
  public private(set) var output: [UInt8] = []
  /// The path of the program's side.
  public let path: String
  /// The side the test holds.
  public let descriptor: Int32
  /// The program's side, held open so that modes outlive the program.
  private let programSide: Int32
  private var child: ChildProgram?
  private var isOpen = true

  /// Makes a pty of a size.
  public init(rows: Int = 24, columns: Int = 80) throws {
    // posix_openpt and its kin are not in the Glibc module; the requests are Linux's (ioctl_tty(2)).
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var lock: Int32 = 0
    let getNumber: UInt = 0x8004_5430
    let setLock: UInt = 0x4004_5431
    guard descriptor >= 0, ioctl(descriptor, getNumber, &number) == 0,
      ioctl(descriptor, setLock, &lock) == 0
    else { throw Failure(description: "no pty: \(String(cString: strerror(errno)))") }
    path = "/dev/pts/\(number)"
    programSide = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    resize(rows: rows, columns: columns)
  }

  deinit {
    child?.end()
    hangUp()
    close(programSide)
  }

  /// Starts a program on it.
  public func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws {
    child = try ChildProgram(
      program, arguments, environment: Self.environment.merging(environment) { $1 },
      terminal: path)
  }

  /// What a program gets to see of its surroundings; nothing is inherited.
  ///
  /// The backtrace is off because writing one takes seconds and tells a test nothing.
  public static let environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent",
    "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Sends text as if typed.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes as if typed.
  public func send(_ bytes: [UInt8]) {
    _ = write(descriptor, bytes, bytes.count)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { child?.send(number) }

  /// The program's process id.
  public var processID: pid_t? { child?.id }

  /// Changes the size; the kernel tells the program.
  public func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Goes away, as a lost connection does.
  public func hangUp() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
  }

  /// The modes of the terminal, comparable.
  public var modes: TerminalModes {
    var modes = termios()
    tcgetattr(programSide, &modes)
    return TerminalModes(modes)
  }

  /// Whether others may write to the terminal (`mesg y`).
  public var allowsMessages: Bool {
    get {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IWGRP != 0
    }
    set { chmod(path, newValue ? 0o620 : 0o600) }
  }

  /// Reads until the program has been quiet for `milliseconds`; returns what came.
  @discardableResult
  public func readUntilQuiet(milliseconds: Int32 = 300) -> [UInt8] {
    let start = output.count
    while readSome(milliseconds: milliseconds) {}
    return Array(output[start...])
  }

  /// Reads until `condition` holds for what came since this call; returns that.
  @discardableResult
  public func readUntil(
    _ awaited: String, seconds: Int = 30, _ condition: ([UInt8]) -> Bool
  ) throws -> [UInt8] {
    let start = output.count
    let deadline = Deadline(seconds: seconds)
    while true {
      let new = Array(output[start...])
      if condition(new) { return new }
      if deadline.isOver {
        throw Failure(description: "awaited \(awaited); got \(Self.visible(new))")
      }
      _ = readSome(milliseconds: 50)
    }
  }

  /// Reads until a text has come since this call.
  @discardableResult
  public func readUntil(_ text: String, seconds: Int = 30) throws -> [UInt8] {
    try readUntil(text, seconds: seconds) { $0.contains(text) }
  }

  /// Waits for the program to end, reading on so that it never blocks.
  public func waitForEnd(seconds: Int = 30) throws -> ChildProgram.Ending {
    let deadline = Deadline(seconds: seconds)
    while !deadline.isOver {
      if isOpen { _ = readSome(milliseconds: 10) }
      if let ending = child?.wait(seconds: 0) {
        child = nil
        while isOpen && readSome(milliseconds: 20) {}
        return ending
      }
    }
    throw Failure(description: "the program did not end; output \(Self.visible(output))")
  }

  /// Bytes with everything but printable ASCII escaped.
  public static func visible(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte >= 0x20 && byte < 0x7F
        ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16)
    }.joined()
  }

  private func readSome(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else {
      usleep(2_000)
      return false
    }
    output += buffer[..<count]
    return true
  }
}
