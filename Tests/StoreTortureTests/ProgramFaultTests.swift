// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport
import Testing

@testable import IncidentStore

/// The built program on the real disk, with the kernel refusing what it asks.
@Suite struct ProgramFaultTests {
  private let playground: Playground
  private var journal: String { playground.store + "/journal/000000000001.ndjson" }

  init() throws { playground = try Playground() }

  private func run(_ program: String, _ arguments: [String]) throws -> (text: String, status: Int32)
  {
    let output = try ProgramOutput.of(
      program, arguments,
      environment: [
        "HOME": playground.directory, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TERM": "dumb",
        "LC_ALL": "C.UTF-8", "TZ": "UTC",
      ])
    guard case .exited(let status)? = output.ending else {
      throw Complaint("\(program) \(arguments): \(String(describing: output.ending))")
    }
    return (output.text, status)
  }

  private func tocsin(_ arguments: String...) throws -> (text: String, status: Int32) {
    try run(BuiltProduct.path("tocsin"), ["--store", playground.store] + arguments)
  }

  /// Runs the program with a call on some files of the store failing; tells whether it was reached.
  private func tocsin(
    failing call: String, _ error: String, when: String, on paths: [String],
    _ arguments: String...
  ) throws -> (text: String, status: Int32, hasStruck: Bool) {
    let log = playground.directory + "/strace"
    let result = try run(
      "strace",
      ["-f", "-qq", "-o", log, "-e", "trace=\(call)"] + paths.flatMap { ["-P", $0] }
        + ["-e", "inject=\(call):error=\(error):when=\(when)"]
        + [BuiltProduct.path("tocsin"), "--store", playground.store] + arguments)
    return (result.text, result.status, Proc.read(log).contains("(INJECTED)"))
  }

  private func comments(_ text: String) throws -> Int {
    let store = try FileStore.open(at: playground.store, options: Playground.options)
    return try store.entries(after: 0).count { $0.event == .commented(text: text) }
  }

  private func expectSound() throws {
    let store = try FileStore.open(at: playground.store, options: Playground.options)
    let found = try store.verify()
    if case .broken(let place) = found.state { Issue.record("broken: \(place)") }
    #expect(found.damagedDocuments.isEmpty)
  }

  private static let hasStrace = BuiltProduct.systemHas("strace")

  @Test(.enabled(if: hasStrace, "strace is not installed"))
  func `a flush that fails poisons the store, says so, and reading goes on`() throws {
    let first = try tocsin(
      failing: "fdatasync", "EIO", when: "1", on: [journal], "comment", "41", "lost")
    #expect(first.hasStruck)
    #expect(first.status == 69)
    #expect(first.text.contains("fdatasync failed"))
    #expect(first.text.contains("Input/output error"))
    let second = try tocsin("comment", "41", "refused")
    #expect(second.status == 69)
    #expect(second.text.contains("fdatasync failed"))
    #expect(try comments("refused") == 0)
    let list = try tocsin("list", "--format", "ids")
    #expect(list.status == 0)
    #expect(list.text.split(separator: "\n").count { $0.allSatisfy(\.isNumber) } == 40)
    #expect(Proc.read(playground.store + "/POISONED").contains(#""call":"fdatasync","errno":5"#))
  }

  @Test(.enabled(if: hasStrace, "strace is not installed"))
  func `a full disk is said to be one, and what did not fit is not there`() throws {
    let result = try tocsin(
      failing: "write", "ENOSPC", when: "1", on: [journal], "comment", "41", "too much")
    #expect(result.hasStruck)
    #expect(result.status == 74)
    #expect(result.text.contains("No space left on device"))
    #expect(try comments("too much") == 0)
    #expect(try tocsin("comment", "41", "fits").status == 0)
    #expect(try comments("fits") == 1)
    try expectSound()
  }

  @Test(
    .enabled(if: hasStrace, "strace is not installed"),
    arguments: ["EINTR", "EIO", "ENOSPC", "EDQUOT", "EROFS"])
  func `no failing call of the real program makes a wrong promise`(error: String) throws {
    let paths =
      [playground.store, playground.store + "/store.json", journal]
      + [playground.store + "/lock", playground.store + "/POISONED"]
    var tried = 0
    var failures = 0
    for call in [
      "openat", "read,pread64", "write,pwrite64", "fdatasync,fsync", "fcntl", "newfstatat,fstat",
    ] {
      for suffix in isLongRun || error == "EIO" ? ["", "+"] : [""] {
        for number in 1..<40 {
          let text = "\(error) \(tried)"
          let result = try tocsin(
            failing: call, error, when: "\(number)\(suffix)", on: paths, "comment", "41", text)
          tried += 1
          let count = try comments(text)
          if result.status == 0 {
            if count != 1 { failures += 1 }
            #expect(count == 1, "\(call) \(number)\(suffix): said to be saved, and is not")
          } else {
            #expect(result.text.contains("tocsin: "), "\(call) \(number)\(suffix) \(result)")
            #expect([64, 65, 66, 69, 73, 74, 75, 77].contains(result.status), "\(result)")
            // Interrupted calls are made again; only for ever is too long.
            #expect(error != "EINTR" || suffix == "+", "\(call) \(number): \(result)")
            let isFlush = call.hasPrefix("fdatasync")
            #expect(!isFlush || result.status == 69, "\(call) \(number): \(result)")
          }
          unlink(playground.store + "/POISONED")
          guard result.hasStruck else { break }
        }
      }
    }
    print("program faults \(error): \(tried) tried, \(failures) failures")
    try expectSound()
  }

  @Test(.enabled(if: BuiltProduct.systemHas("unshare"), "unshare is not installed"))
  func `a disk that is full loses nothing and works again when there is room`() throws {
    let copy = playground.directory + "/copy"
    let input = playground.directory + "/input.ndjson"
    let file = try PosixFileSystem().create(input, mode: 0o600)
    try PosixFileSystem().append(
      Array((1...3).map { incidentJSON("\($0)") }.joined(separator: "\n").utf8), to: file)
    PosixFileSystem().close(file)
    let script = """
      set -u
      mkdir -p "$D/mnt" && mount -t tmpfs -o size=64k tmpfs "$D/mnt" || { echo SKIPPED; exit 0; }
      T() { "$TOCSIN" --store "$D/mnt/store" "$@"; }
      T init "$D/mnt/store" >/dev/null 2>&1 || true
      T import "$D/input.ndjson" >/dev/null || echo "import $?"
      long=$(printf 'x%.0s' $(seq 2000))
      saved=0
      for n in $(seq 60); do
        if T comment 1 "$n $long" >/dev/null 2>"$D/err"; then saved=$((saved+1)); else
          echo "status $?"; cat "$D/err"; break
        fi
      done
      echo "saved $saved"
      T list --format ids >/dev/null || echo "reading stopped"
      T import "$D/input.ndjson" >/dev/null 2>&1
      mount -o remount,size=1m "$D/mnt" || echo "remount $?"
      T comment 1 "after" >/dev/null && echo "goes on"
      cp -a "$D/mnt/store" "$D/copy"
      """
    let isRoot = getuid() == 0
    let output = try run(
      "unshare",
      [isRoot ? "-m" : "-Urm", "env", "D=\(playground.directory)"]
        + ["TOCSIN=\(BuiltProduct.path("tocsin"))", "sh", "-c", script])
    if output.text.contains("SKIPPED") {
      print("full disk: no tmpfs can be mounted here")
      return
    }
    #expect(output.text.contains("status 74"), "\(output.text)")
    #expect(output.text.contains("No space left on device"))
    #expect(output.text.contains("goes on"))
    #expect(!output.text.contains("reading stopped"))
    let saved = output.text.split(separator: "\n").first { $0.hasPrefix("saved ") }
    let count = try #require(saved.flatMap { Int($0.dropFirst(6)) })
    #expect(count > 3)
    let store = try FileStore.open(at: copy, options: Playground.options)
    let lines = try store.entries(after: 0)
    let kept = lines.count {
      if case .commented(let text) = $0.event { text.hasSuffix("x") } else { false }
    }
    #expect(kept == count)
    #expect(lines.last?.event == .commented(text: "after"))
    let found = try store.verify()
    #expect(found.state == .sound)
    #expect(found.damagedDocuments.isEmpty)
    print("full disk: \(count) saved, \(kept) there, \(found.torn) torn")
  }
}
