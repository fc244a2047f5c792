// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import Resources
import TestSupport
import Testing

/// A home of its own in which the built program runs, so that nothing of the machine shows through.
final class Home {
  /// The built program.
  static let program = BuiltProduct.path("tocsin")

  /// The directory; the program's `HOME`.
  let path: String
  /// What the program knows of its surroundings.
  let environment: [String: String]

  init() throws {
    var template = Array("/tmp/tocsin-home-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    environment = [
      "HOME": path, "TMPDIR": "\(path)/tmp", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
      "XDG_DATA_HOME": "\(path)/data", "XDG_STATE_HOME": "\(path)/state",
      "XDG_CACHE_HOME": "\(path)/cache", "XDG_CONFIG_HOME": "\(path)/config",
    ]
    try FileManager.default.createDirectory(
      atPath: "\(path)/tmp", withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A home with the demo's incidents imported into the usual store.
  static func withDemo() throws -> Home {
    let home = try Home()
    try home.importDemo()
    return home
  }

  /// The store the program makes where nothing else is said.
  var store: String { "\(path)/data/tocsin" }

  /// What lies in the directory for temporary files.
  var temporaryFiles: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: "\(path)/tmp") }
  }

  /// Runs the program to its end, without a terminal.
  func run(_ arguments: String...) throws -> ProgramOutput {
    try ProgramOutput.of(Self.program, arguments, environment: environment)
  }

  /// Imports the demo's files as a person would, all of them as of now.
  private func importDemo() throws {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var names: [String] = []
    try FileManager.default.createDirectory(
      atPath: "\(path)/demo", withIntermediateDirectories: false)
    for file in Resources.demo(now: Int64(now.tv_sec) * 1000) {
      let name = "\(path)/\(file.name)"
      try Data(file.bytes).write(to: URL(filePath: name))
      names.append(name)
    }
    let imported = try ProgramOutput.of(
      Self.program, ["import"] + names, environment: environment)
    try #require(imported.ending == .exited(0), "\(imported.text)")
  }

  /// Every file and directory of the store with its mode, its time and its bytes.
  func fingerprint() throws -> [String: Fingerprint] {
    var prints: [String: Fingerprint] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: store)
    for name in names {
      var status = stat()
      try #require(lstat("\(store)/\(name)", &status) == 0)
      let isFile = status.st_mode & S_IFMT == S_IFREG
      prints[name] = Fingerprint(
        mode: status.st_mode, seconds: status.st_mtim.tv_sec,
        nanoseconds: status.st_mtim.tv_nsec,
        bytes: isFile ? try Data(contentsOf: URL(filePath: "\(store)/\(name)")) : Data())
    }
    return prints
  }

  /// A file as it is, to see whether anything touched it.
  struct Fingerprint: Hashable {
    let mode: mode_t
    let seconds: Int
    let nanoseconds: Int
    let bytes: Data
  }
}
