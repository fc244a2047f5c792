// SPDX-License-Identifier: MIT

import Glibc
import TestSupport

/// A `store-writer` process and what it has said so far.
final class Writer {
  let name: String
  private let program: ChildProgram
  private let output: Int32
  private let input: Int32
  private var said: [UInt8] = []
  private(set) var isOver = false

  /// Starts one.
  init(_ store: String, _ name: String, seed: Int, _ options: [String] = []) throws {
    self.name = name
    var pipes: [Int32] = [0, 0, 0, 0]
    try pipes.withUnsafeMutableBufferPointer { pipes in
      guard let base = pipes.baseAddress, pipe(base) == 0, pipe(base + 2) == 0 else {
        throw Complaint("no pipe")
      }
    }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = pipes[0]
    input = pipes[3]
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
    defer {
      close(pipes[1])
      close(pipes[2])
    }
    program = try ChildProgram(
      BuiltProduct.path("store-writer"), [store, name, "\(seed)"] + options,
      environment: ["PATH": "/usr/bin:/bin"], streams: (pipes[2], pipes[1], 2))
  }

  deinit {
    if !isOver { program.end() }
    close(output)
    close(input)
  }

  /// The process id.
  var id: pid_t { program.id }

  /// Sends a signal.
  func send(_ signal: Int32) { program.send(signal) }

  /// Kills it.
  func end() {
    guard !isOver else { return }
    program.end()
    isOver = true
    drain()
  }

  /// Whether it has ended by itself, and how.
  func ending() -> ChildProgram.Ending? {
    guard !isOver, let ending = program.wait(seconds: 0) else { return nil }
    isOver = true
    drain()
    return ending
  }

  /// Waits until it ends by itself.
  func waitForEnd() throws {
    guard !isOver else { return }
    guard program.wait(seconds: 120) != nil else { throw Complaint("\(name) does not end") }
    isOver = true
    drain()
  }

  /// Lets a writer go on that waits for a byte.
  func letGoOn() {
    var byte: UInt8 = 1
    _ = write(input, &byte, 1)
  }

  /// Waits until it says something that begins so.
  func wait(for beginning: String) throws -> String {
    for _ in 0..<60_000 {
      if let line = lines.first(where: { $0.hasPrefix(beginning) }) { return line }
      usleep(1000)
    }
    throw Complaint("\(name) did not say \(beginning) but \(lines)")
  }

  /// Takes what is in the pipe, so that it never fills.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(output, &buffer, buffer.count)
      guard got > 0 else { return }
      said += buffer.prefix(got)
    }
  }

  /// The whole lines it has said.
  var lines: [String] {
    drain()
    let end = said.lastIndex(of: 0x0A) ?? 0
    return said[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The state letter of the process, as in `ps`: `T` is stopped.
  var state: Character {
    let fields = Proc.read("/proc/\(id)/stat").split(separator: ")").last ?? ""
    return fields.first { $0 != " " } ?? "?"
  }

  /// Whether a signal waits to be taken by the process or its first thread.
  func isPending(_ signal: Int32) -> Bool {
    Proc.read("/proc/\(id)/status").split(separator: "\n").contains { line in
      guard line.hasPrefix("SigPnd:") || line.hasPrefix("ShdPnd:") else { return false }
      let mask = UInt64(line.dropFirst(7).filter { $0 != "\t" && $0 != " " }, radix: 16) ?? 0
      return mask & (1 << UInt64(signal - 1)) != 0
    }
  }
}

/// Files the kernel makes up.
enum Proc {
  static func read(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let got = Glibc.read(file, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, got)), as: UTF8.self)
  }
}
