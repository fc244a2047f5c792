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
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == nil)
    #expect(try heads.store(atPlace: "/srv/soc") == nil)
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(5))
    #expect(try heads.store(atPlace: "/srv/soc") == store)
    try heads.remember(head(4), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(5))
    try heads.remember(nil, ofStore: store, atPlace: "/srv/soc", time: noon)
    try heads.remember(head(6), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(6))
    try heads.replaceHead(head(2), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(2))
    #expect(try heads.head(ofStore: "another", atPlace: "/srv/soc") == nil)
    #expect(try heads.store(atPlace: "/srv/other") == nil)
  }

  @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [mode_t])
  func `it is the user's alone under any umask`(_ mask: mode_t) throws {
    let before = umask(mask)
    defer { umask(before) }
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let files = PosixFileSystem()
    #expect(try files.status(at: heads.path(ofPlace: "/srv/soc"))?.mode == 0o600)
    for path in ["/state", "/state/tocsin", "/state/tocsin/places"] {
      #expect(try files.status(at: scratch.path + path)?.mode == 0o700)
    }
  }

  @Test(
    arguments: [
      "", "{", "null", "{}", #"{"seq":5}"#, #"{"seq":"5","h":"x"}"#,
      #"{"place":"/srv/soc","store":"11111111-2222-4333-8444-555555555555","seq":5,"h":"x"}"#,
      #"{"place":"/srv/soc","store":"../x","at":"2026-11-23T10:22:00.123Z"}"#,
      #"{"place":"/srv/soc","store":"a","seq":0,"h":"x","at":"2026-11-23T10:22:00.123Z"}"#,
      #"{"place":"/srv/other","store":"a","at":"2026-11-23T10:22:00.123Z"}"#,
      String(repeating: "\u{0}", count: 4096),
    ])
  func `a damaged memory is of no use, and is written anew`(_ content: String) throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    overwrite(heads.path(ofPlace: "/srv/soc"), with: Array(content.utf8))
    let error = #expect(throws: RememberedHeads.Unusable.self) {
      try heads.head(ofStore: store, atPlace: "/srv/soc")
    }
    #expect(error?.isNoteworthy == true)
    try heads.remember(head(3), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(3))
  }

  @Test func `every cut of a memory is harmless`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofPlace: "/srv/soc")
    let whole = contents(of: path)
    for length in whole.indices {
      overwrite(path, with: Array(whole.prefix(length)))
      // Without its line feed it is whole all the same.
      if let found = try? heads.head(ofStore: store, atPlace: "/srv/soc") {
        #expect(found == head(5) && length == whole.count - 1)
      }
    }
  }

  @Test func `links, pipes and what others may write are not believed`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofPlace: "/srv/soc")
    let elsewhere = scratch.path + "/elsewhere"
    func expectUnusable(_ comment: Testing.Comment) {
      #expect(throws: RememberedHeads.Unusable.self, comment) {
        try heads.head(ofStore: store, atPlace: "/srv/soc")
      }
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
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(5))
    guard geteuid() == 0 else { return }
    chown(path, 1, gid_t.max)
    expectUnusable("another's")
  }

  @Test func `a link in the memory's place is never written through`() throws {
    try heads.remember(head(5), ofStore: store, atPlace: "/srv/soc", time: noon)
    let path = heads.path(ofPlace: "/srv/soc")
    let victim = scratch.path + "/victim"
    close(creat(victim, 0o600))
    overwrite(victim, with: Array("mine".utf8))
    unlink(path)
    symlink(victim, path)
    try heads.remember(head(6), ofStore: store, atPlace: "/srv/soc", time: noon)
    #expect(contents(of: victim) == Array("mine".utf8))
    #expect(try heads.head(ofStore: store, atPlace: "/srv/soc") == head(6))
  }

  /// A directory that looks like a store's.
  private func makeStore(_ name: String) -> String {
    let place = scratch.path + "/" + name
    mkdir(place, 0o700)
    close(creat(place + "/store.json", 0o600))
    return place
  }

  @Test func `a copy has a memory of its own`() throws {
    let original = makeStore("original")
    let copy = makeStore("copy")
    try heads.remember(head(5), ofStore: store, atPlace: original, time: noon)
    #expect(try heads.head(ofStore: store, atPlace: copy) == nil)
    try heads.remember(head(3), ofStore: store, atPlace: copy, time: noon)
    try heads.replaceHead(head(2), ofStore: store, atPlace: copy, time: noon)
    #expect(try heads.head(ofStore: store, atPlace: original) == head(5))
    #expect(try heads.head(ofStore: store, atPlace: copy) == head(2))
    // Put in the original's place, it is held to what was seen there.
    rename(original, scratch.path + "/old")
    rename(copy, original)
    #expect(try heads.head(ofStore: store, atPlace: original) == head(5))
  }

  @Test func `a store that was moved is remembered as it was seen last, a copied one is not`()
    throws
  {
    let first = makeStore("first")
    try heads.remember(head(5), ofStore: store, atPlace: first, time: noon)
    let second = scratch.path + "/second"
    rename(first, second)
    #expect(try heads.head(ofStore: store, atPlace: second) == head(5))
    #expect(try heads.head(ofStore: "another", atPlace: second) == nil)
    let later = Timestamp(milliseconds: noon.milliseconds + 1000)
    // What was remembered elsewhere goes with it, also where there is no line to add.
    try heads.remember(nil, ofStore: store, atPlace: second, time: later)
    #expect(try heads.store(atPlace: second) == store)
    #expect(try heads.head(ofStore: store, atPlace: second) == head(5))
    try heads.replaceHead(head(4), ofStore: store, atPlace: second, time: later)
    let third = scratch.path + "/third"
    rename(second, third)
    #expect(try heads.head(ofStore: store, atPlace: third) == head(4))
    let copy = makeStore("copy")
    #expect(try heads.head(ofStore: store, atPlace: copy) == nil)
  }
}
