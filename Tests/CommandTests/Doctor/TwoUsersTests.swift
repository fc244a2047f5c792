// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import tocsin

/// Two users of one host, with user ids of their own: what they share and what they may not do.
///
/// Only root can be two users; for others these tests are skipped.
@Suite(
  .serialized, .enabled(if: TwoUsers.areThere, "needs root, setpriv, and a program all may run"))
struct TwoUsersTests {
  @Test func `a store for a group is shared, and each file belongs to who wrote it`() throws {
    let host = try TwoUsers()
    let store = "\(host.path)/soc"
    #expect(try host.run(.root, "umask 777; tocsin init '\(store)' --group '\(host.group)'").0 == 0)
    #expect(try host.run(.ann, "umask 777; tocsin import page.json").0 == 0)
    #expect(try host.run(.bob, "umask 000; tocsin ack 2972395").0 == 0)
    #expect(try host.run(.ann, "umask 022; tocsin comment 2972395 hello").0 == 0)
    #expect(try host.run(.bob, "umask 077; tocsin import closed.json").0 == 0)
    #expect(try host.run(.bob, "tocsin import page.json").0 == 0)
    for user in [TwoUsers.User.root, .ann, .bob] {
      let (status, text) = try host.run(user, "tocsin verify && tocsin doctor | grep ^problem")
      #expect(status == 1, "\(text)")
      #expect(text.contains("journal     sound · 5 lines"), "\(text)")
    }
    let (_, modes) = try host.run(.root, "find soc -printf '%m %u %g %P\\n'")
    for line in modes.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let name = parts.count > 3 ? String(parts[3]) : ""
      let isDirectory = !name.contains(".") && name != "lock"
      let isShared = name == "lock" || name.hasSuffix(".ndjson")
      #expect(parts[0] == (isDirectory ? "3770" : isShared ? "660" : "640"), "\(line)")
      #expect(parts[2] == host.group, "\(line)")
    }
    // Each remembers alone, where nobody else can look.
    let (_, states) = try host.run(
      .root, "find ann bob -path '*/places/*' -type f -printf '%m %U\\n' | sort")
    #expect(states == "600 \(TwoUsers.User.ann.id)\n600 \(TwoUsers.User.bob.id)\n")
  }

  @Test func `a shard one was killed while making is finished by the same one's next import`()
    throws
  {
    let host = try TwoUsers()
    _ = try host.run(.root, "tocsin init soc --group '\(host.group)'")
    _ = try host.run(.ann, "mkdir -m 700 soc/incidents/95")
    #expect(try host.run(.bob, "tocsin import page.json").0 != 0)
    #expect(try host.run(.ann, "tocsin import page.json").0 == 0)
    #expect(try host.run(.bob, "tocsin show 2972395").0 == 0)
    #expect(try host.run(.root, "stat -c '%a %G' soc/incidents/95").1 == "3770 \(host.group)\n")
  }

  @Test func `one may not take another's files away, nor open what is private`() throws {
    let host = try TwoUsers()
    _ = try host.run(.root, "tocsin init soc --group '\(host.group)'")
    _ = try host.run(.ann, "tocsin import page.json")
    for command in [
      "rm -f soc/journal/000000000001.ndjson", "mv soc/journal soc/x", "rm -f soc/store.json",
      "rm -f soc/incidents/*/*.json", "ln -f soc/store.json soc/other",
    ] {
      _ = try host.run(.bob, command)
    }
    #expect(try host.run(.ann, "tocsin verify").0 == 0)
    #expect(
      try host.run(.ann, "tocsin --store '\(host.path)/ann/mine' init '\(host.path)/ann/mine'").0
        == 0)
    #expect(try host.run(.bob, "TOCSIN_STORE='\(host.path)/ann/mine' tocsin list").0 == 77)
    // Where a directory lets everybody in, the store in it still does not.
    chmod("\(host.path)/ann", 0o755)
    #expect(try host.run(.bob, "TOCSIN_STORE='\(host.path)/ann/mine' tocsin list").0 == 77)
  }

  @Test(
    arguments: [
      "cp soc/store.json x; chgrp %G x; cp x soc/POISONED",
      "mkfifo -m 660 soc/last-import.json",
      "ln -s /etc/passwd soc/last-import.json",
      "ln -s /etc/passwd soc/quarantine/x.json; ln -s /etc/passwd soc/approvals/x.json",
      "mkfifo soc/POISONED",
      "mkdir -m 777 soc/incidents/00",
      "ln -s /tmp soc/incidents/00",
      "touch soc/journal/000000000002.ndjson; chmod 666 soc/journal/000000000002.ndjson",
      "ln -s /etc/passwd soc/journal/000000000005.ndjson",
    ])
  func `what a colleague leaves behind is neither followed nor waited for`(
    _ command: String
  ) throws {
    let host = try TwoUsers()
    _ = try host.run(.root, "tocsin init soc --group '\(host.group)'")
    _ = try host.run(.ann, "tocsin import page.json")
    _ = try host.run(.bob, command.replacing("%G", with: host.group))
    let before = try Data(contentsOf: URL(filePath: "/etc/passwd"))
    for command in [
      "tocsin list", "tocsin verify", "tocsin doctor", "tocsin import closed.json",
      "tocsin ack 2972395", "tocsin export ann/copy",
    ] {
      let (status, text) = try host.run(.ann, command)
      #expect([0, 1, 65, 69, 73, 74, 77].contains(status), "\(command): \(status) \(text)")
      #expect(status == 0 || !text.isEmpty, "\(command)")
    }
    #expect(try Data(contentsOf: URL(filePath: "/etc/passwd")) == before)
    let (_, copied) = try host.run(.root, "grep -rl root: soc ann 2>/dev/null | head")
    #expect(copied == "")
  }

  @Test func `a store of a stranger is refused`() throws {
    let host = try TwoUsers()
    _ = try host.run(.ann, "tocsin init '\(host.path)/soc'")
    // Everybody may look, so that only the owner's id tells.
    _ = try host.run(.ann, "chmod -R go+rX soc")
    let (status, text) = try host.run(.bob, "tocsin list")
    #expect(status == 77)
    #expect(text.contains("belongs to user \(TwoUsers.User.ann.id)"), "\(text)")
    let (cured, said) = try host.run(.ann, "tocsin doctor --repair")
    #expect(cured == 0, "\(said)")
    let (_, modes) = try host.run(.root, "find soc -perm /077")
    #expect(modes == "")
  }
}

/// A directory in which two users with one group work.
final class TwoUsers {
  /// Who runs a command.
  enum User: UInt32 {
    case root = 0
    case ann = 64_123
    case bob = 64_124

    var id: UInt32 { rawValue }
  }

  let path: String
  /// A group of this host that both are put in.
  let group: String
  private let groupID: UInt32

  static var areThere: Bool {
    guard geteuid() == 0, access("/usr/bin/setpriv", X_OK) == 0 else { return false }
    // Whether the program and all directories above it are open to anybody.
    let script = "setpriv --reuid 64123 --regid 64123 --clear-groups \"$0\" --version"
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let child = try? ChildProgram(
      "/bin/sh", ["-c", script, BuiltProduct.path("tocsin")],
      environment: ["PATH": "/usr/bin:/bin"],
      streams: (null, null, null))
    return child?.wait(seconds: 60) == .exited(0)
  }

  init() throws {
    var template = Array("/tmp/tocsin-users-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // Any group that is not root's will do; every Debian has this one.
    let entry = try #require(getgrnam("users"))
    group = "users"
    groupID = entry.pointee.gr_gid
    chown(path, 0, groupID)
    chmod(path, 0o3775)
    for user in [User.root, .ann, .bob] {
      let home = "\(path)/\(user)"
      mkdir(home, 0o700)
      chown(home, user.id, gid_t(user.id))
    }
    for (name, text) in [("page.json", Samples.page), ("closed.json", Samples.closed)] {
      try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
      chmod("\(path)/\(name)", 0o644)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a line of shell as a user; the status, and everything it printed.
  func run(_ user: User, _ script: String) throws -> (Int32, String) {
    let output = "\(path)/root/out"
    let log = open(output, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer {
      close(log)
      close(null)
    }
    let inner = "cd '\(path)'; tocsin() { '\(BuiltProduct.path("tocsin"))' \"$@\"; }; \(script)"
    let arguments =
      user == .root
      ? ["sh", "-c", inner]
      : [
        "setpriv", "--reuid", "\(user.id)", "--regid", "\(user.id)", "--groups", "\(groupID)",
        "sh", "-c", inner,
      ]
    let child = try ChildProgram(
      "/usr/bin/env", arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": "\(path)/\(user)", "TMPDIR": "/tmp", "TERM": "xterm",
        "LC_ALL": "C.UTF-8", "TZ": "UTC", "TOCSIN_STORE": "\(path)/soc",
      ], streams: (null, log, log))
    guard let ending = child.wait(seconds: 60) else {
      child.end()
      return (-1, "stuck")
    }
    let text = String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
    if case .exited(let status) = ending { return (status, text) }
    return (-1, text)
  }
}
