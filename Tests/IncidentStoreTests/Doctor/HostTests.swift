// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import TestSupport
import Testing

@testable import IncidentStore

/// What others on the host leave in a store, under any umask and on any file system.
///
/// The umask belongs to the whole process; what a test of another suite makes meanwhile does not
/// depend on it either, which is the point.
@Suite(.serialized) struct HostTests {
  private let scratch = Scratch()
  private let files = PosixFileSystem()

  /// Everything under a path that is not as it must be.
  private func wrong(_ path: String, _ modes: StoreModes) throws -> [String] {
    var found: [String] = []
    for name in try files.names(in: path) {
      let place = path + "/" + name
      guard let status = try files.status(at: place) else { continue }
      switch status.kind {
      case .directory:
        if status.mode != modes.directory { found.append(place) }
        found += try wrong(place, modes)
      default:
        let isShared = name == "lock" || name.hasSuffix(".ndjson")
        if status.mode != (isShared ? modes.shared : modes.sealed) { found.append(place) }
      }
    }
    return found
  }

  @Test(arguments: [false, true])
  func `under every umask that leaves its owner alone every file has exactly its mode`(
    _ isShared: Bool
  ) throws {
    let group = try #require(getgrgid(getegid())).pointee.gr_name.map { String(cString: $0) }
    let before = umask(0)
    defer { umask(before) }
    // Masks of the owner's own bits would disturb other tests; the program is run under those.
    for mask in stride(from: 0, through: mode_t(0o077), by: isShared ? 7 : 1) {
      umask(mask)
      let path = scratch.path + "/\(mask)"
      var options = StoreOptions.test
      options.segmentLimit = 1
      let (store, _) = try FileStore.create(
        at: path, group: isShared ? group : nil, options: options)
      try take(incidentJSON("72"), "{\"id\":7", into: store)
      _ = try store.commit(Proposal(.acknowledged, on: [id("72")]), by: alice)
      let modes = isShared ? StoreModes.group : .personal
      #expect(try files.status(at: path)?.mode == modes.directory)
      #expect(try wrong(path, modes) == [], "umask \(String(mask, radix: 8))")
      #expect(try files.names(in: path + "/journal").count == 2)
      if mask % 21 == 7 {
        _ = try store.export(to: path + ".copy")
        #expect(try files.status(at: path + ".copy")?.mode == modes.directory)
        #expect(try wrong(path + ".copy", modes) == [], "copy, umask \(String(mask, radix: 8))")
      }
    }
  }

  /// What stands where something of ours should.
  enum Attack: CaseIterable {
    case symbolicLink, danglingLink, hardLink, pipe, device, directory, open
  }

  /// Puts an attack in a path's place, keeping what was there elsewhere.
  private func put(_ attack: Attack, at path: String, keeping elsewhere: String) {
    switch attack {
    case .symbolicLink:
      rename(path, elsewhere)
      symlink(elsewhere, path)
    case .danglingLink:
      rename(path, elsewhere)
      symlink(elsewhere + ".not-there", path)
    case .hardLink: link(path, elsewhere)
    case .pipe:
      rename(path, elsewhere)
      mkfifo(path, 0o600)
    case .device:
      rename(path, elsewhere)
      mknod(path, S_IFCHR | 0o600, makedev(1, 3))
    case .directory:
      rename(path, elsewhere)
      mkdir(path, 0o700)
    case .open: chmod(path, 0o666)
    }
  }

  private func makedev(_ major: dev_t, _ minor: dev_t) -> dev_t { major << 8 | minor }

  @Test(arguments: Attack.allCases, ["store.json", "lock", "journal", "document", "POISONED"])
  func `what stands in a file's place is refused with a sentence`(
    _ attack: Attack, _ name: String
  ) throws {
    guard attack != .device || geteuid() == 0 else { return }
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    let layout = StoreLayout(root: scratch.store)
    let digest = try #require(try store.document(of: id("1"))).digest
    let path =
      switch name {
      case "journal": layout.segment(startingAt: 1)
      case "document": layout.document(of: id("1"), digest: digest)
      default: scratch.store + "/" + name
      }
    if name == "POISONED" { close(creat(path, 0o600)) }
    let elsewhere = scratch.path + "/elsewhere"
    put(attack, at: path, keeping: elsewhere)
    let kept = contents(of: elsewhere)

    switch name {
    case "POISONED":
      // A marker that cannot be believed closes the store all the same.
      let reason = try FileStore.open(at: scratch.store, options: .test).readOnlyReason
      #expect(reason?.hasSuffix(".") == true)
    case "document":
      let store = try FileStore.open(at: scratch.store, options: .test)
      let error = #expect(throws: StoreError.self) { try store.document(of: id("1")) }
      guard case .untrusted(path, let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.hasSuffix("."))
      #expect(try store.verify().damagedDocuments.map(\.path) == [path])
    default:
      let error = #expect(throws: StoreError.self) {
        try FileStore.open(at: scratch.store, options: .test)
      }
      guard case .untrusted(path, let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.hasSuffix("."))
    }
    // Neither followed nor filled.
    #expect(contents(of: elsewhere) == kept)
    #expect(try files.status(at: elsewhere + ".not-there") == nil)
    let told = StoreInspection(of: scratch.store).findings().filter { $0.level == .problem }
    #expect(told.contains { $0.place == path }, "\(told)")
  }

  @Test(
    arguments: [Attack.symbolicLink, .danglingLink, .pipe, .open],
    ["journal", "incidents", "quarantine", "approvals", "incidents/_1"])
  func `what stands in a directory's place is refused with a sentence`(
    _ attack: Attack, _ name: String
  ) throws {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON(".1".replacing(".", with: "a.")), into: store)
    let path = scratch.store + "/" + name
    try #require(try files.status(at: path)?.kind == .directory)
    put(attack, at: path, keeping: scratch.path + "/elsewhere")
    if attack == .open { chmod(path, 0o777) }
    let before = try? files.names(in: scratch.path + "/elsewhere").sorted()

    let error = #expect(throws: StoreError.self) {
      let store = try FileStore.open(at: scratch.store, options: .test)
      try take(incidentJSON("b.1"), into: store)
    }
    guard case .untrusted(path, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasSuffix("."))
    #expect((try? files.names(in: scratch.path + "/elsewhere").sorted()) == before)
    #expect(
      StoreInspection(of: scratch.store).findings().contains {
        $0.level == .problem && $0.place == path
      })
  }

  @Test(arguments: ["../../etc/passwd", "..", "a/../../b", ".", "", "/etc/passwd", "a\u{0}b"])
  func `no name out of the data leads out of the store`(_ name: String) throws {
    #expect(IncidentID(name) == nil)
    #expect(!StoreIdentity.isIdentity(name))
    let store = try FileStore.create(at: scratch.store, options: .test).store
    let report = try take(
      #"{"id":"\#(name == "a\u{0}b" ? #"a\u0000b"# : name)","displayName":"x","severity":"high"}"#,
      into: store)
    #expect(report.imported == 0)
    #expect(try files.names(in: scratch.path) == ["store"])
    // A digest is part of a file's name too.
    let observed = Observation(digest: "/../../../../../../etc/passwd")
    let line = JournalEntry(
      seq: 1, at: noon, by: bob, on: [Subject(id("1")): 0], event: .observed(observed)
    ).line(after: LineHash(ofStore: store.id)).bytes
    overwrite(StoreLayout(root: scratch.store).segment(startingAt: 1), with: line)
    let reopened = try FileStore.open(at: scratch.store, options: .test)
    #expect(try reopened.entries(after: 0).map(\.event) == [.other(kind: "observed")])
    #expect(try reopened.document(of: id("1")) == nil)
  }

  @Test func `nothing that exists is ever opened by a call that could make it`() throws {
    // Where fs.protected_regular is 2, such a call is refused on a colleague's file.
    let files = WatchedFileSystem()
    let (store, _) = try FileStore.create(
      at: scratch.store, group: nil, options: .test, files: files)
    for _ in 0..<2 {
      try take(incidentJSON("1"), incidentJSON("2"), "{\"id\":7", into: store)
      let again = try FileStore(at: scratch.store, options: .test, files: files)
      _ = try again.commit(Proposal(.commented(text: "c"), on: [id("1")]), by: bob)
      _ = try again.verify()
    }
    _ = try store.export(to: scratch.path + "/copy")
    let creations = files.creations.withLock { $0 }
    #expect(creations.count > 8)
    #expect(creations.filter { $0.existed && $0.succeeded } == [])
    #expect(throws: StoreError.self) { try files.create(scratch.store + "/lock", mode: 0o600) }
    #expect(throws: StoreError.self) { try files.open(scratch.store + "/absent", .write) }
    #expect(files.creations.withLock { $0.last?.succeeded } == false)
  }

  @Test(
    arguments: [
      (0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB"),
      (0x6573_5546, "FUSE"), (0x4D44, "differ in case"), (0x2011_BAB0, "differ in case"),
    ] as [(UInt64, String)])
  func `stores on unsafe file systems need a word of their own`(
    _ magic: UInt64, _ word: String
  ) throws {
    let files = WatchedFileSystem(magic: magic)
    var options = StoreOptions.test
    let refused = #expect(throws: StoreError.self) {
      try FileStore.create(at: scratch.store, group: nil, options: options, files: files)
    }
    guard case .untrusted(scratch.store, let reason) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(reason.contains(word))
    // Refused before anything was made in it.
    #expect(try files.names(in: scratch.store) == [])
    options.allowsUnsafeFileSystem = true
    _ = try FileStore.create(at: scratch.store, group: nil, options: options, files: files)
    options.allowsUnsafeFileSystem = false
    #expect(throws: StoreError.self) {
      try FileStore(at: scratch.store, options: options, files: files)
    }
    #expect(
      StoreInspection(of: scratch.store, files: files).findings().contains {
        $0.subject == "file system" && $0.level == .problem
      })
  }

  @Test func `a directory that ignores case is refused`() throws {
    let files = WatchedFileSystem(ignoresCase: true)
    #expect(throws: StoreError.self) {
      try FileStore.create(at: scratch.store, group: nil, options: .test, files: files)
    }
    _ = try FileStore.create(at: scratch.path + "/other", options: .test)
    #expect(throws: StoreError.self) {
      try FileStore(at: scratch.path + "/other", options: .test, files: files)
    }
    var options = StoreOptions.test
    options.allowsUnsafeFileSystem = true
    #expect(throws: Never.self) {
      try FileStore(at: scratch.path + "/other", options: options, files: files)
    }
  }
}
