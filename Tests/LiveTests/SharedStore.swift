// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

/// A store on the disk that several runs of the built program share, removed at the end.
final class SharedStore {
  /// The directory it is in; the program's `HOME`.
  let path: String
  /// What the program knows of its surroundings.
  let environment: [String: String]

  /// A store that holds the sample queue.
  init() throws {
    var template = Array("/tmp/tocsin-shared-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    environment = [
      "HOME": path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
      "TOCSIN_STORE": "\(path)/store",
    ]
    try run(["init", "\(path)/store"])
    try take(SampleIncident.queue)
  }

  deinit { _ = try? ProgramOutput.of("rm", ["-rf", path], environment: [:]) }

  /// Runs a command to its end; it must succeed.
  func run(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try ProgramOutput.of(
      BuiltProduct.path("tocsin"), arguments, environment: environment)
    #expect(run.ending == .exited(0), "\(run.text)", sourceLocation: sourceLocation)
  }

  /// Imports incidents, as somebody does in another shell.
  func take(_ incidents: [SampleIncident]) throws {
    let file = "\(path)/incidents.json"
    let bytes = Array(incidents.map(\.json).joined(separator: [UInt8(ascii: "\n")]))
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    try run(["import", file])
  }

  /// Opens a console on a screen of its own.
  func console(as name: String, noInotify: Bool = false) throws -> TmuxScreen {
    var environment = environment.filter { !["TERM", "PATH"].contains($0.key) }
    environment["TOCSIN_NO_INOTIFY"] = noInotify ? "1" : nil
    let screen = try TmuxScreen(
      "\(BuiltProduct.path("tocsin")) --as \(name)", environment: environment)
    try screen.waitUntil(shows: "A user opened a lure")
    return screen
  }
}
