// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A home of its own in which the built program is run.
final class Sandbox {
  /// What a run printed, and how it ended.
  struct Run: Equatable {
    var out: String
    var error: String
    var status: Int32
  }

  /// The directory; the program's `HOME`.
  let path: String
  /// What the program knows of its surroundings.
  var environment: [String: String]

  init() throws {
    var template = Array("/tmp/tocsin-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    environment = [
      "HOME": path, "TMPDIR": path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": "\(path)/data", "XDG_STATE_HOME": "\(path)/state",
      "XDG_CACHE_HOME": "\(path)/cache", "XDG_CONFIG_HOME": "\(path)/config",
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The store the program makes where nothing else is said.
  var store: String { "\(path)/data/tocsin" }

  /// Writes a file and says where it is.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  /// Runs the program to its end.
  func run(_ arguments: String..., input: String = "") throws -> Run {
    try run(arguments, input: input)
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: String = "") throws -> Run {
    try write(input, to: ".input")
    let creating = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let streams = (
      input: open("\(path)/.input", O_RDONLY | O_CLOEXEC),
      output: open("\(path)/.out", creating, 0o600),
      error: open("\(path)/.error", creating, 0o600)
    )
    let child = try ChildProgram(
      BuiltProduct.path("tocsin"), arguments, environment: environment, streams: streams)
    for stream in [streams.input, streams.output, streams.error] { close(stream) }
    guard let ending = child.wait(seconds: 60) else {
      child.end()
      throw StuckError(arguments: arguments)
    }
    switch ending {
    case .exited(let status):
      return Run(out: try read(".out"), error: try read(".error"), status: status)
    case .killed(let signal):
      return Run(out: try read(".out"), error: try read(".error"), status: 128 + signal)
    }
  }

  /// The program did not end.
  struct StuckError: Error {
    let arguments: [String]
  }

  /// The names in a directory.
  func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  private func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }
}
