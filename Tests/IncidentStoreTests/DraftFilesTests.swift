// SPDX-License-Identifier: MIT

import Glibc
import Testing

@testable import IncidentStore

/// What was typed and not recorded, on the disk.
@Suite struct DraftFilesTests {
  private let scratch = Scratch()
  private var directory: String { scratch.path + "/state/tocsin" }
  private var folder: String { directory + "/s1/drafts" }

  private func console() -> DraftFiles { DraftFiles(in: directory, ofStore: "s1") }
  private func draft(_ text: String, _ id: String = "1") -> KeptDraft {
    KeptDraft(key: ["comment", id], text: text)
  }

  private func names(_ end: String) -> [String] {
    ((try? PosixFileSystem().names(in: folder)) ?? []).filter { $0.hasSuffix(end) }
  }

  /// A console that is gone without having left, as after a lost connection.
  private func leaveBehind(_ drafts: KeptDraft...) throws {
    let gone = console()
    try gone.keep(drafts)
  }

  @Test func `the next console takes over what one left that is gone, once`() throws {
    try leaveBehind(draft("half a th\n\u{202E}\u{0}é"), draft("other", "2"))
    let next = console()
    #expect(try next.adopt() == [draft("half a th\n\u{202E}\u{0}é"), draft("other", "2")])
    #expect(names(".json").count == 1)
    #expect(try console().adopt() == [])
    _ = next
  }

  @Test func `two consoles at once do not touch each other's`() throws {
    let first = console()
    let second = console()
    try first.keep([draft("first")])
    #expect(try second.adopt() == [])
    try second.keep([draft("second")])
    try second.keep([])
    second.leave()
    #expect(names(".json").count == 1)
    try first.keep([draft("first again")])
    first.leave()
    #expect(try console().adopt() == [draft("first again")])
  }

  @Test func `texts for the same thing are all kept`() throws {
    try leaveBehind(draft("one"))
    try leaveBehind(draft("two"))
    let found = try console().adopt()
    #expect(found.count == 1)
    #expect(["one\n\ntwo", "two\n\none"].contains(found.first?.text))
  }

  @Test func `nothing kept leaves nothing, and a file is its owner's alone`() throws {
    let console = console()
    try console.keep([draft("x")])
    let path = try #require(names(".json").first.map { folder + "/" + $0 })
    #expect(try PosixFileSystem().status(at: path)?.mode == 0o600)
    #expect(try PosixFileSystem().status(at: folder)?.mode == 0o700)
    try console.keep([])
    console.leave()
    #expect(try PosixFileSystem().names(in: folder) == [])
  }

  @Test func `a file cut anywhere gives what is whole in it or nothing, and raises no alarm`()
    throws
  {
    try leaveBehind(draft("text"))
    let path = try #require(names(".json").first.map { folder + "/" + $0 })
    let whole = contents(of: path)
    for length in whole.indices {
      overwrite(path, with: Array(whole.prefix(length)))
      #expect(
        [[KeptDraft]](arrayLiteral: [], [draft("text")]).contains([KeptDraft](contents(of: path))))
    }
  }

  @Test func `a directory others may write to is not used`() throws {
    try leaveBehind(draft("x"))
    chmod(folder, 0o777)
    #expect(throws: StoreError.self) { try console().adopt() }
    #expect(throws: StoreError.self) { try console().keep([draft("y")]) }
  }
}
