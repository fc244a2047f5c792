// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
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
    let command = [try Self.program] + arguments
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "\(path)/.input", O_RDONLY, 0)
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, "\(path)/.out", creating, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(path)/.error", creating, 0o600)
    var argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process = pid_t()
    try #require(posix_spawn(&process, command[0], &actions, nil, &argv, &envp) == 0)
    var status = Int32()
    while waitpid(process, &status, 0) == -1 { try #require(errno == EINTR) }
    // The low seven bits are the signal that ended it, as a shell would say it.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return Run(out: try read(".out"), error: try read(".error"), status: code)
  }

  private func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// The program built beside these tests.
  private static var program: String {
    get throws {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      let bytes = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
      let tests = String(decoding: bytes, as: UTF8.self)
      let folder = try #require(tests.lastIndex(of: "/"))
      let program = tests[...folder] + "tocsin"
      try #require(access(String(program), X_OK) == 0, "no program at \(program)")
      return String(program)
    }
  }
}
