// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc

/// A private directory that is gone when the work in it is done.
enum TemporaryDirectory {
  /// Does some work in a new directory (mode 0700) under `$TMPDIR` or `/tmp`, then removes it.
  ///
  /// Signals that end the program are held back until it is removed.
  static func with<Value>(_ work: (String) throws -> Value) throws -> Value {
    try HeldSignals.during { try withDirectory(work) }
  }

  private static func withDirectory<Value>(_ work: (String) throws -> Value) throws -> Value {
    let parent = Variables["TMPDIR"] ?? "/tmp"
    var template = Array("\(parent)/tocsin-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.system("mkdtemp", parent, errno) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try work(path)
  }
}
