// SPDX-License-Identifier: MIT

import Cells
import Console
import Glibc
import IncidentStore

/// The person's editor, `$VISUAL` or `$EDITOR`, on a file of their own.
struct Editor {
  /// Where the file is made.
  let directory: String

  /// Opens a text in the editor and gives back what was left, without the last line's end.
  ///
  /// The file (mode 0600) is removed afterwards, unless the text could not be taken back.
  func edit(_ text: String) -> EditorOutcome {
    guard let command = Variables["VISUAL"] ?? Variables["EDITOR"] else {
      return .failed("There is no editor: set VISUAL or EDITOR.")
    }
    var template = Array("\(directory)/note-XXXXXX.txt".utf8CString)
    let file = mkstemps(&template, 4)
    guard file >= 0 else {
      return .failed("\(directory): no file for the editor: \(Failure.text(of: errno)).")
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let isWritten = Self.write(Array((text + "\n").utf8), to: file)
    close(file)
    guard isWritten else {
      unlink(path)
      return .failed("\(path): \(Failure.text(of: errno)).")
    }
    if let failure = Self.run(command, on: path) {
      unlink(path)
      return .failed(failure)
    }
    return taken(from: path)
  }

  private func taken(from path: String) -> EditorOutcome {
    guard let bytes = Self.contents(of: path) else {
      return .failed("\(path): \(Failure.text(of: errno)).")
    }
    var text = String(decoding: bytes, as: UTF8.self)
    while text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
    guard text.unicodeScalars.count <= TextField.limit else {
      return .failed(
        "The text has more than \(TextField.limit) characters; it stays in \(path).")
    }
    unlink(path)
    return .text(text)
  }

  /// Runs the editor to its end; the answer is why nothing came of it, or `nil`.
  ///
  /// The shell splits the command, as with every program that has such a variable. The child gets
  /// every signal as it was; descriptors of ours close by themselves when it begins.
  private static func run(_ command: String, on path: String) -> String? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let words = ["sh", "-c", "\(command) \"$@\"", command, path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments + [nil], environ)
    guard failure == 0 else { return "\(command): \(Failure.text(of: failure))." }
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return "\(command): \(Failure.text(of: errno))."
      }
      guard status & 0xFF == 0x7F else { break }
      if hasGoneOn(child, &status) {
        if status == 0xFFFF { continue }
        break
      }
      // The editor stopped alone; the shell must see this process stop as well.
      whileNoStoreIsLocked { _ = kill(getpid(), SIGSTOP) }
      kill(child, SIGCONT)
    }
    if status & 0x7F != 0 { return "The editor was ended by signal \(status & 0x7F)." }
    let code = (status >> 8) & 0xFF
    if code == 127 { return "The editor '\(command)' was not found." }
    return code == 0 ? nil : "The editor ended with status \(code)."
  }

  /// Whether a stopped editor goes on by itself, or ended, in a moment.
  ///
  /// Most editors stop their whole group, this process with them. Then it is the shell that
  /// continued both, and stopping once more would ask for a second `fg`.
  private static func hasGoneOn(_ child: pid_t, _ status: inout Int32) -> Bool {
    for _ in 0..<10 {
      if waitpid(child, &status, WNOHANG | WCONTINUED) == child { return true }
      usleep(20_000)
    }
    return false
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// What the file holds, whether the editor wrote into it or put another in its place.
  private static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 4 * 1024 * 1024 {
      let count = read(file, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
