// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// Which indexes are believed.
@Suite struct IndexTrustTests {
  private let place = IndexedStore()

  /// A store with an index, and the index's path.
  private func indexed(steps: Int = 40) throws -> (store: FileStore, path: String) {
    var random = Seeded(state: 7)
    let store = try place.make()
    try store.grow(&random, steps: steps)
    #expect(store.saveIndex())
    let path = place.index(of: store)
    #expect(try place.open().snapshot().archivedSeq > 0)
    return (store, path)
  }

  private func expectIgnored(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let store = try place.open()
    #expect(try store.snapshot().archivedSeq == 0, sourceLocation: sourceLocation)
    #expect(
      try difference(store.snapshot(), place.folded()) == nil, sourceLocation: sourceLocation)
  }

  @Test func `it is the user's alone, and so is its directory`() throws {
    let (store, path) = try indexed()
    #expect(try PosixFileSystem().status(at: path)?.mode == 0o600)
    #expect(try PosixFileSystem().status(at: "\(place.cache)/tocsin/\(store.id)")?.mode == 0o700)
  }

  @Test func `one that is missing is made anew`() throws {
    let (_, path) = try indexed()
    try PosixFileSystem().remove(path)
    try expectIgnored()
    #expect(try place.open().saveIndex())
    #expect(try place.open().snapshot().archivedSeq > 0)
  }

  @Test(arguments: [0o640, 0o604, 0o620] as [mode_t])
  func `one that others may touch is not believed`(mode: mode_t) throws {
    let (_, path) = try indexed()
    chmod(path, mode)
    try expectIgnored()
  }

  @Test func `one in a directory others may write to is not believed`() throws {
    let (store, _) = try indexed()
    chmod("\(place.cache)/tocsin/\(store.id)", 0o770)
    try expectIgnored()
    #expect(try !place.open().saveIndex())
  }

  @Test func `a link or a second name is not believed`() throws {
    let (_, path) = try indexed()
    link(path, path + ".other")
    try expectIgnored()
    rename(path, path + ".moved")
    unlink(path + ".other")
    symlink(path + ".moved", path)
    try expectIgnored()
  }

  @Test(.enabled(if: geteuid() == 0, "Only root can give a file away."))
  func `another user's is not believed`() throws {
    let (_, path) = try indexed()
    chown(path, 12_345, gid_t.max)
    try expectIgnored()
  }

  @Test func `another store's is not believed`() throws {
    let (_, path) = try indexed()
    let other = IndexedStore()
    var random = Seeded(state: 8)
    let second = try other.make()
    try second.grow(&random, steps: 30)
    #expect(second.saveIndex())
    overwrite(path, with: contents(of: other.index(of: second)))
    try expectIgnored()
  }

  @Test func `one of another version is not believed`() throws {
    let (_, path) = try indexed()
    var bytes = contents(of: path)
    // The version is the first number of the header, whose checksum comes before it.
    bytes[24] += 1
    let length = Int(bytes.word(at: 8))
    var sum: [UInt8] = []
    sum.append(word: pageSum(Array(bytes[24..<24 + length])))
    bytes.replaceSubrange(16..<24, with: sum)
    overwrite(path, with: bytes)
    try expectIgnored()
  }

  @Test(arguments: 0..<4)
  func `counts that its sections do not bear out are not believed`(_ place: Int) throws {
    let (_, path) = try indexed()
    let bytes = contents(of: path)
    let sound = try #require(IndexHeader(page: Array(bytes[..<IndexPages.size])))
    for count in [-1, sound.counts[place] + 1, sound.counts[place] + 1_000_000, 1 << 40] {
      // The last two counts are bounded by those before them only.
      if place > 1, count == sound.counts[place] + 1 { continue }
      var header = sound
      header.counts[place] = count
      #expect(IndexHeader(page: try #require(header.page)) == nil, "\(count)")
    }
    var header = sound
    header.sections[IndexSection.texts.rawValue] = 16_385..<16_390
    #expect(IndexHeader(page: try #require(header.page)) == nil)
    overwrite(path, with: try #require(header.page) + bytes[IndexPages.size...])
    try expectIgnored()
  }

  @Test func `a journal that was rolled back is not shown as it was`() throws {
    var random = Seeded(state: 9)
    let store = try place.make()
    try store.grow(&random, steps: 20)
    let older = contents(of: place.journal)
    try store.grow(&random, steps: 20)
    #expect(store.saveIndex())
    overwrite(place.journal, with: older)
    try expectIgnored()
    // Nor when it has grown again, otherwise.
    let again = try FileStore.open(at: place.scratch.store, options: .test)
    try again.grow(&random, steps: 40)
    try expectIgnored()
  }

  @Test(arguments: ["../../x", "", "A/b", ".", String(repeating: "a", count: 65)])
  func `an id that is no name of a directory gets no index`(id: String) {
    #expect(IndexCache(in: "/tmp", store: id, PosixFileSystem()) == nil)
  }

  @Test func `an index of an earlier segment is read on into the next`() throws {
    let scratch = Scratch()
    var options = StoreOptions.test
    options.segmentLimit = 4000
    options.cacheDirectory = scratch.path + "/cache"
    options.indexTail = (lines: 0, bytes: 0)
    var random = Seeded(state: 10)
    let store = try FileStore.create(at: scratch.store, options: options).store
    for _ in 0..<6 {
      try store.grow(&random, steps: 10)
      store.saveIndex()
      try store.grow(&random, steps: 10)
      let next = try FileStore.open(at: scratch.store, options: options)
      #expect(try next.snapshot().archivedSeq > 0)
      let whole = try FileStore.open(at: scratch.store, options: .test)
      #expect(try difference(next.snapshot(), whole.snapshot()) == nil)
    }
  }

  @Test func `a cache that cannot be written costs nothing but time`() throws {
    var random = Seeded(state: 11)
    let store = try place.make()
    try store.grow(&random, steps: 10)
    #expect(creat(place.cache, 0o600) >= 0)
    #expect(!store.saveIndex())
    try expectIgnored()
  }

  @Test func `what is left to read later is read in parts, and is the whole at last`() throws {
    var random = Seeded(state: 12)
    let store = try place.make()
    try store.grow(&random, steps: 3000)
    let later = try place.open(readsLater: true)
    #expect(later.ready == nil)
    var told: [Loading] = []
    let whole = try later.load { told.append($0) }
    #expect(try difference(whole, place.folded()) == nil)
    #expect(later.ready != nil)
    #expect(told.contains { $0.book != nil })
    #expect(told.map(\.lines) == told.map(\.lines).sorted())
    for loading in told { #expect(loading.book.map(\.seq) ?? loading.lines == loading.lines) }
    #expect(later.saveIndex())
    #expect(try place.open(readsLater: true).ready != nil)
  }
}
