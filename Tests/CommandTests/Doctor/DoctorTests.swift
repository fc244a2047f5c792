// SPDX-License-Identifier: MIT

import DefenderWire
import FoundationEssentials
import Glibc
import Incidents
import TestSupport
import Testing

@testable import IncidentStore
@testable import tocsin

/// `doctor`, `export`, and what a user remembers, as a person at the command line has it.
@Suite struct DoctorTests {
  private struct Line: Hashable {
    var level: String
    var subject: String
    var what: String
    var place: String
    var next: String
  }

  private func diagnose(_ sandbox: Sandbox, _ arguments: String...) throws -> (
    lines: [Line], run: Sandbox.Run
  ) {
    let run = try sandbox.run(["doctor", "--format", "json"] + arguments)
    let root = try JSONDocument(bytes: Array(run.out.utf8)).root
    let lines = root.elements.map { element in
      func text(_ name: String) -> String { element[name]?.string?.text ?? "" }
      return Line(
        level: text("level"), subject: text("subject"), what: text("what"), place: text("where"),
        next: text("next"))
    }
    return (lines, run)
  }

  private func journal(_ sandbox: Sandbox) -> String {
    "\(sandbox.store)/journal/000000000001.ndjson"
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private func copy(_ source: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.copyItem(atPath: source, toPath: target)
  }

  @Test func `a sound store is sound in every line, and nothing is changed`() throws {
    let sandbox = try Sandbox.withSamples()
    sandbox.environment["TERM"] = "xterm"
    let before = try text(journal(sandbox))
    let (lines, run) = try diagnose(sandbox)
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(lines.filter { $0.level != "ok" } == [])
    #expect(
      Set(lines.map(\.subject)) == [
        "format", "permissions", "file system", "space", "lock", "flush", "quarantine", "journal",
        "clocks", "documents", "leftovers", "head", "index", "terminal", "size", "locale", "time",
        "user",
      ])
    #expect(try text(journal(sandbox)) == before)
    let plain = try sandbox.data("doctor")
    #expect(plain.split(separator: "\n").count == lines.count)
    #expect(plain.hasPrefix("ok       format       Store "))
  }

  @Test func `the terminal and the language are looked at`() throws {
    let sandbox = try Sandbox.withSamples()
    sandbox.environment["TERM"] = "no-such-terminal"
    sandbox.environment["LC_ALL"] = "POSIX"
    let (lines, run) = try diagnose(sandbox)
    #expect(run.status == 1)
    let terminal = try #require(lines.first { $0.subject == "terminal" })
    #expect(terminal.level == "problem" && terminal.what.contains("no-such-terminal"))
    let locale = try #require(lines.first { $0.subject == "locale" })
    #expect(locale.level == "notice" && locale.next.contains("C.UTF-8"))
    sandbox.environment["LC_ALL"] = "xx_XX.UTF-8"
    #expect(
      try diagnose(sandbox).lines.first { $0.subject == "locale" }?.level == "problem")
  }

  @Test func `no store is no store`() throws {
    let sandbox = try Sandbox()
    let (lines, run) = try diagnose(sandbox)
    #expect(run.status == 1)
    #expect(lines.first?.what == "There is no store.")
    #expect(try sandbox.names(in: sandbox.path).contains("data") == false)
    #expect(try sandbox.run("doctor", "--repair").status == 66)
  }

  @Test func `permissions are told, and set only when asked to`() throws {
    let sandbox = try Sandbox.withSamples()
    chmod(sandbox.store, 0o777)
    #expect(try sandbox.run("list").status == 77)
    let (lines, run) = try diagnose(sandbox)
    #expect(run.status == 77)
    #expect(
      lines.contains {
        $0.subject == "permissions" && $0.level == "problem" && $0.place == sandbox.store
          && $0.next == "'tocsin doctor --repair' sets it to 700."
      })
    #expect(try sandbox.run("doctor", "--repair", "--read-only").status == 77)
    let cured = try sandbox.run("doctor", "--repair")
    #expect(cured.status == 0)
    #expect(cured.error == "tocsin: set the mode of \(sandbox.store) to 700\n")
    #expect(try sandbox.run("list").status == 0)
  }

  @Test func `a broken journal is anchored anew, and that is always told`() throws {
    let sandbox = try Sandbox.withSamples()
    _ = try sandbox.run("ack", "2972395")
    for number in 1...3 { _ = try sandbox.run("comment", "2972395", "c\(number)") }
    let changed = try text(journal(sandbox)).replacing("\"c1\"", with: "\"cX\"")
    try Data(changed.utf8).write(to: URL(filePath: journal(sandbox)))
    let (lines, run) = try diagnose(sandbox)
    #expect(run.status == 65)
    #expect(
      lines.contains {
        $0.subject == "journal" && $0.level == "problem" && $0.place == journal(sandbox)
          && $0.what.contains("line 5") && $0.next.contains("--repair")
      })
    #expect(try sandbox.run("comment", "2972395", "no").status == 65)
    #expect(try text(journal(sandbox)) == changed)

    let cured = try sandbox.run("doctor", "--repair", "--as", "carol")
    #expect(cured.status == 0)
    #expect(
      cured.error
        == "tocsin: line 8: re-anchored the journal: after line 4 it goes on with line 6\n"
        + "tocsin: What was passed over names 2972395: import them again, and look at what was "
        + "done on them. No document was removed.\n")
    #expect(try text(journal(sandbox)).hasPrefix(changed))
    for _ in 0..<2 {
      let verify = try sandbox.run("verify")
      #expect(verify.status == 0)
      #expect(verify.out.contains("\nreanchored  \(journal(sandbox)), byte "))
      #expect(
        verify.out.contains(
          "after line 4 it goes on with line 6, says carol"))
      #expect(verify.out.contains(" in line 8; it names 2972395\n"))
      _ = try sandbox.run("comment", "2972395", "on")
    }
    #expect(try sandbox.data("journal", "re-anchored").contains("store/chain"))
    let show = try sandbox.data("show", "2972395")
    #expect(show.contains("c2") && !show.contains("cX"))
    #expect(try sandbox.run("doctor", "--repair").error == "tocsin: Nothing had to be repaired.\n")
  }

  @Test func `a store that a failed flush closed is opened by --repair`() throws {
    let sandbox = try Sandbox.withSamples()
    let marker = #"{"at":"2026-11-24T00:00:00.000Z","uid":1,"call":"fdatasync","errno":5}"#
    try Data(marker.utf8).write(to: URL(filePath: "\(sandbox.store)/POISONED"))
    chmod("\(sandbox.store)/POISONED", 0o600)
    #expect(try sandbox.run("ack", "2972395").status == 69)
    let flush = try #require(try diagnose(sandbox).lines.first { $0.subject == "flush" })
    #expect(flush.level == "problem")
    #expect(flush.what.contains("fdatasync failed at 2026-11-24T00:00:00.000Z"))
    let before = try text(journal(sandbox))
    #expect(try sandbox.run("doctor", "--repair").status == 0)
    #expect(try text(journal(sandbox)) == before)
    #expect(try sandbox.run("ack", "2972395").status == 0)
  }

  @Test func `a rolled-back store is noticed, and accepted only in so many words`() throws {
    let sandbox = try Sandbox.withSamples()
    let backup = "\(sandbox.path)/backup"
    try copy(sandbox.store, to: backup)
    _ = try sandbox.run("ack", "2972395")
    try copy(backup, to: sandbox.store)
    let verify = try sandbox.run("verify")
    #expect(verify.status == 65)
    #expect(verify.out.contains("ends at line 3, but line 4 was seen before"))
    #expect(try sandbox.run("ack", "2972395").status == 65)
    let list = try sandbox.run("list", "--format", "ids")
    #expect(list.status == 0 && list.error.contains("line 4 was seen before"))
    let head = try #require(try diagnose(sandbox).lines.first { $0.subject == "head" })
    #expect(head.level == "problem" && head.next.contains("--accept-head"))
    let row = try #require(try diagnose(sandbox).lines.first { $0.subject == "journal" })
    #expect(row.next.contains("--accept-head") && !row.next.contains("--repair"))
    // A repair is no acceptance, and says so.
    let repair = try sandbox.run("doctor", "--repair")
    #expect(repair.status == 65)
    #expect(
      repair.error
        == "tocsin: --repair does not help with: journal, head. "
        + "Each of these lines says what does.\n")

    // Somebody who never saw line 4 notices nothing.
    let state = sandbox.environment["XDG_STATE_HOME"]
    sandbox.environment["XDG_STATE_HOME"] = "\(sandbox.path)/other-state"
    #expect(try sandbox.run("verify").status == 0)
    sandbox.environment["XDG_STATE_HOME"] = state

    let accepted = try sandbox.run("doctor", "--accept-head")
    #expect(accepted.status == 0)
    #expect(
      accepted.error
        == "tocsin: line 4: accepted this store though line 4 was seen before\n")
    #expect(try sandbox.run("verify").status == 0)
    #expect(try sandbox.data("journal", "head.accepted").contains("store/head"))
    #expect(try sandbox.run("ack", "2972395").status == 0)
    #expect(
      try sandbox.run("doctor", "--accept-head").error
        == "tocsin: The store holds all you remember; there is nothing to accept.\n")
  }

  @Test func `another store in its place is noticed`() throws {
    let sandbox = try Sandbox.withSamples()
    let other = try Sandbox.withSamples()
    try copy(other.store, to: sandbox.store)
    let verify = try sandbox.run("verify")
    #expect(verify.status == 65)
    #expect(verify.out.contains("another store than the one seen here before"))
    #expect(try sandbox.run("ack", "2972395").status == 65)
    #expect(try sandbox.run("doctor", "--accept-head").status == 0)
    #expect(try sandbox.run("ack", "2972395").status == 0)
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `a store made anew by the same person is no alarm`() throws {
    let sandbox = try Sandbox.withSamples()
    try FileManager.default.removeItem(atPath: sandbox.store)
    let run = try sandbox.run("import", "\(sandbox.path)/page.json")
    #expect(run.status == 0)
    #expect(try sandbox.run("ack", "2972395").status == 0)
    try FileManager.default.removeItem(atPath: sandbox.store)
    #expect(try sandbox.run("init", sandbox.store).status == 0)
    #expect(try sandbox.run("verify") == sandbox.run("verify"))
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test(arguments: ["", "{", "\u{0}\u{0}\u{0}", #"{"seq":1}"#])
  func `a damaged memory is told, ignored and renewed`(_ content: String) throws {
    let sandbox = try Sandbox.withSamples()
    let path = RememberedHeads(in: "\(sandbox.path)/state/tocsin").path(ofPlace: sandbox.store)
    let good = try text(path)
    try Data(content.utf8).write(to: URL(filePath: path))
    chmod(path, 0o600)
    let list = try sandbox.run("list", "--format", "ids")
    #expect(list.status == 0)
    #expect(list.error == "tocsin: \(path) is ignored: It is damaged.\n")
    #expect(try text(path).contains("\"seq\":3"))
    #expect(try text(path).count == good.count)
    #expect(try sandbox.run("list", "--format", "ids").error == "")
  }

  @Test func `with --read-only nothing is remembered`() throws {
    let sandbox = try Sandbox.withSamples()
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/state")
    _ = try sandbox.data("--read-only", "list", "--format", "ids")
    #expect(try !sandbox.names(in: sandbox.path).contains("state"))
    _ = try sandbox.data("list", "--format", "ids")
    #expect(try sandbox.names(in: sandbox.path).contains("state"))
  }

  @Test func `an older memory, as a crash leaves it, is no alarm`() throws {
    let sandbox = try Sandbox.withSamples()
    let state = "\(sandbox.path)/state"
    try copy(state, to: "\(sandbox.path)/old-state")
    _ = try sandbox.run("ack", "2972395")
    try copy("\(sandbox.path)/old-state", to: state)
    #expect(try sandbox.run("verify").status == 0)
    try FileManager.default.removeItem(atPath: state)
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `killed at any moment, nothing is remembered that is not there`() throws {
    let sandbox = try Sandbox.withSamples()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    var random = SystemRandomNumberGenerator()
    for round in 0..<25 {
      let child = try ChildProgram(
        BuiltProduct.path("tocsin"), ["comment", "2972395", "round \(round)"],
        environment: sandbox.environment, streams: (null, null, null))
      usleep(UInt32.random(in: 0...25_000, using: &random))
      child.send(SIGKILL)
      _ = child.wait(seconds: 60)
      let list = try sandbox.run("list", "--format", "ids")
      #expect(list.status == 0 && list.error == "", "\(round): \(list.error)")
    }
    #expect(try [0, 1].contains(sandbox.run("verify").status))
    #expect(try sandbox.run("ack", "2972395").status == 0)
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `whatever the umask, every file the program makes has exactly its mode`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Samples.page, to: "page.json")
    // Each bit alone, the usual ones, and everything.
    let masks = [
      "000", "001", "002", "004", "010", "020", "040", "100", "200", "400", "022", "027", "077",
      "707", "770", "777",
    ]
    let script = """
      cd '\(sandbox.path)'
      for octal in \(masks.joined(separator: " ")); do
        (umask $octal; XDG_STATE_HOME='\(sandbox.path)'/s$octal; export XDG_STATE_HOME
         '\(BuiltProduct.path("tocsin"))' --store '\(sandbox.path)'/m$octal import \
           '\(sandbox.path)'/page.json) >/dev/null 2>&1 || exit 3
      done
      find m* s* -type d ! -perm 700 -o -type f ! -perm 600 | grep -q . && exit 4
      [ $(find m* -name '*.ndjson' | wc -l) = \(masks.count) ] || exit 5
      [ $(find s* -path '*/places/*' -type f | wc -l) = \(masks.count) ] || exit 6
      """
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let child = try ChildProgram(
      "/bin/sh", ["-c", script], environment: sandbox.environment, streams: (null, null, null))
    #expect(child.wait(seconds: 300) == .exited(0))
  }

  @Test func `an export is a store of its own`() throws {
    let sandbox = try Sandbox.withSamples()
    _ = try sandbox.run("ack", "2972395")
    let target = "\(sandbox.path)/copy"
    let run = try sandbox.run("export", target)
    #expect(run.status == 0)
    #expect(run.out.hasPrefix("journal     sound · 4 lines · head 4 "))
    #expect(run.error == "tocsin: copied 6 files up to line 4 to \(target)\n")
    #expect(
      try sandbox.data("--store", target, "list", "--format", "ids")
        == sandbox.data("list", "--format", "ids"))
    #expect(try sandbox.run("export", target).status == 73)
    #expect(try sandbox.run("export", target, "--force").status == 0)
    for inside in ["data/tocsin/x", "data/tocsin", "data/../data/tocsin/y"] {
      let run = try sandbox.run("export", "\(sandbox.path)/\(inside)", "--force")
      #expect(run.status == 73, "\(inside)")
    }
    symlink(sandbox.store, "\(sandbox.path)/link")
    #expect(try sandbox.run("export", "\(sandbox.path)/link", "--force").status == 73)
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `lines of a newer tocsin are kept, listed, and close only what they name`() throws {
    let sandbox = try Sandbox.withSamples()
    let store = try FileStore.open(
      at: sandbox.store, options: StoreOptions { .init(milliseconds: 0) })
    let last = store.head.hash
    var bytes = Array(
      (#"{"v":1,"seq":4,"t":"2026-11-24T00:00:00.000Z","by":"zoe","uid":9,"kind":"snoozed.again","#
        + #""on":{"2972395":1},"body":{"until":"later"},"prev":"\#(last)""#).utf8)
    let hash = LineHash(of: bytes, in: bytes.indices)
    bytes += Array(",\"h\":\"\(hash)\"}\n".utf8)
    let path = journal(sandbox)
    let before = try Data(contentsOf: URL(filePath: path))
    try (before + Data(bytes)).write(to: URL(filePath: path))
    chmod(path, 0o600)

    #expect(try sandbox.run("verify").out.hasPrefix("journal     sound · 4 lines"))
    #expect(try sandbox.data("journal").contains("snoozed.again (by a newer tocsin)"))
    #expect(
      try sandbox.data("show", "2972395", "--format", "json").contains(
        "snoozed.again (by a newer tocsin)"))
    let ack = try sandbox.run("ack", "2972395")
    #expect(ack.status == 77)
    #expect(ack.error.contains("newer"))
    #expect(try sandbox.run("ack", "2972400").status == 0)
    #expect(try sandbox.run("doctor").status == 0)
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: before + Data(bytes)))
  }
}
