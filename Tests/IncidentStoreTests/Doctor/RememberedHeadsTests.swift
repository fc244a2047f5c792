// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// What a user remembers of stores, and that a bad memory is no alarm.
@Suite(.serialized) struct RememberedHeadsTests {
  private let scratch = Scratch()
  private let store = "11111111-2222-4333-8444-555555555555"
  private var heads: RememberedHeads { RememberedHeads(in: scratch.path + "/state/tocsin") }
  private func head(_ seq: Int) -> JournalHead {
    JournalHead(seq: seq, hash: String(repeating: "a", count: 43))
  }

  @Test func `a later line replaces an earlier one, never the other way round`() throws {
    #expect(try heads.head(ofStore: store) == nil)
    #expect(try heads.store(atPlace: "/srv/soc") == nil)
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store) == head(5))
    #expect(try heads.store(atPlace: "/srv/soc") == store)
    try heads.remember(head(4), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store) == head(5))
    try heads.remember(nil, ofStore: store, atPlace: "/srv/soc", time: noon)
    try heads.remember(head(6), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store) == head(6))
    try heads.replaceHead(head(2), ofStore: store, time: noon)
    #expect(try heads.head(ofStore: store) == head(2))
    #expect(try heads.head(ofStore: "another") == nil)
    #expect(try heads.store(atPlace: "/srv/other") == nil)
  }

  @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [mode_t])
  func `it is the user's alone under any umask`(_ mask: mode_t) throws {
    let before = umask(mask)
    defer { umask(before) }
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let files = PosixFileSystem()
    #expect(try files.status(at: heads.path(ofStore: store))?.mode == 0o600)
    for path in ["/state", "/state/tocsin", "/state/tocsin/\(store)", "/state/tocsin/places"] {
      #expect(try files.status(at: scratch.path + path)?.mode == 0o700)
    }
  }

  @Test(
    arguments: [
      "", "{", "null", "{}", #"{"seq":5}"#, #"{"seq":"5","h":"x"}"#,
      #"{"store":"11111111-2222-4333-8444-555555555555","seq":0,"h":"x"}"#,
      #"{"store":"other","seq":5,"h":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"#,
      String(repeating: "\u{0}", count: 4096),
    ])
  func `a damaged memory is of no use, and is written anew`(_ content: String) throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    overwrite(heads.path(ofStore: store), with: Array(content.utf8))
    let error = #expect(throws: RememberedHeads.Unusable.self) { try heads.head(ofStore: store) }
    #expect(error?.isNoteworthy == true)
    try heads.remember(head(3), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store) == head(3))
  }

  @Test func `every cut of a memory is harmless`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofStore: store)
    let whole = contents(of: path)
    for length in whole.indices {
      overwrite(path, with: Array(whole.prefix(length)))
      // Without its line feed it is whole all the same.
      if let found = try? heads.head(ofStore: store) {
        #expect(found == head(5) && length == whole.count - 1)
      }
    }
  }

  @Test func `links, pipes and what others may write are not believed`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofStore: store)
    let elsewhere = scratch.path + "/elsewhere"
    func expectUnusable(_ comment: Testing.Comment) {
      #expect(throws: RememberedHeads.Unusable.self, comment) { try heads.head(ofStore: store) }
    }
    chmod(path, 0o666)
    expectUnusable("writable")
    chmod(path, 0o600)
    link(path, elsewhere)
    expectUnusable("hard link")
    unlink(elsewhere)
    rename(path, elsewhere)
    symlink(elsewhere, path)
    expectUnusable("link")
    unlink(path)
    mkfifo(path, 0o600)
    expectUnusable("pipe")
    unlink(path)
    mkdir(path, 0o700)
    expectUnusable("directory")
    rmdir(path)
    rename(elsewhere, path)
    chmod(scratch.path + "/state/tocsin", 0o777)
    expectUnusable("open directory")
    chmod(scratch.path + "/state/tocsin", 0o700)
    #expect(try heads.head(ofStore: store) == head(5))
    guard geteuid() == 0 else { return }
    chown(path, 1, gid_t.max)
    expectUnusable("another's")
  }

  @Test func `a link in the memory's place is never written through`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofStore: store)
    let victim = scratch.path + "/victim"
    close(creat(victim, 0o600))
    overwrite(victim, with: Array("mine".utf8))
    unlink(path)
    symlink(victim, path)
    try heads.remember(head(6), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(contents(of: victim) == Array("mine".utf8))
    #expect(try heads.head(ofStore: store) == head(6))
  }
}
