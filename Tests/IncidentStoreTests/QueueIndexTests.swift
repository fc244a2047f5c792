// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

/// The index says what the journal says, and never anything else.
@Suite struct QueueIndexTests {
  private let place = IndexedStore()

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a start from the index is the whole journal folded`(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let store = try place.make()
    try store.grow(&random, steps: 60)
    #expect(store.saveIndex())
    #expect(try difference(store.snapshot(), place.folded()) == nil)
    // More lines, folded behind the index; then an index made on top of an index.
    for _ in 0..<3 {
      let next = try place.open()
      #expect(try next.snapshot().archivedSeq > 0)
      #expect(try difference(next.snapshot(), place.folded()) == nil)
      for id in try place.folded().cases.keys {
        let whole = try FileStore.open(at: place.scratch.store, options: .test)
        #expect(try next.history(of: id) == whole.history(of: id))
      }
      try next.grow(&random, steps: 20)
      #expect(try difference(next.snapshot(), place.folded()) == nil)
      #expect(try next.entries(after: 0).map(\.seq) == Array(1...next.snapshot().seq))
      next.saveIndex()
    }
    #expect(try store.verify().state == .sound)
  }

  @Test func `an index in the order of another policy is not used`() throws {
    var random = Seeded(state: 7)
    let store = try place.make()
    try store.grow(&random, steps: 120, ids: 60)
    #expect(store.saveIndex())
    var hurried = place
    hurried.policy.medium = ClockPolicy.Limits(acknowledge: 1, act: 2)
    hurried.policy.high = ClockPolicy.Limits(acknowledge: 90_000, act: 90_000)
    let other = try hurried.open()
    let book = try other.snapshot()
    #expect(book.archivedSeq == 0 && book.policy == hurried.policy)
    let order = TriageQueue(book).rows.map(\.due)
    #expect(order != TriageQueue(try store.snapshot()).rows.map(\.due))
    #expect(other.saveIndex())
    let indexed = try hurried.open().snapshot()
    #expect(indexed.archivedSeq == book.seq && indexed.policy == hurried.policy)
    #expect(TriageQueue(indexed).rows.map(\.due) == order)
    #expect(try place.open().snapshot().archivedSeq == 0)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `the index finds the rows the filter's rule finds`(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let store = try place.make()
    try store.grow(&random, steps: 400, ids: 300)
    #expect(store.saveIndex())
    let queue = TriageQueue(try store.snapshot())
    let rows = Array(queue.rows)
    var last: FilteredQueue?
    let context = QueryContext(
      now: Timestamp(milliseconds: 1_795_500_000_000), author: Author(name: "alice", uid: 1000),
      book: try store.snapshot(), marked: Set(queue.rows.prefix(4).map(\.id)),
      changed: Set(queue.rows.suffix(40).map(\.id)))
    for text in [
      "1", "1 e", "1 e is:any", "is:any é", "is:any é a", "is:closed 2", "low", "extre",
      "sev:low..",
      "sev:low.. 1", "sev:low.. 12", "not sev:low", "is:any status:active", "owner:me",
      "owner:none",
      "owner:a", "owner:al", "is:yours", "is:yours 1", "is:unacked", "tag:a", "response:open",
      "is:any age:1h..", "is:any not (1 or 2)", "is:closed owner:none", "device:a", "user:a",
      "user:a e", "ip:1", "source:m", "id:1", "id:12", "is:overdue", "due:..1h", "due:1h.. is:any",
      "is:any updated:1d..", "is:any not age:..1d", "is:any sev:extreme", "is:any status:x",
      "is:any tag:a not source:m", "is:any device:e or user:=a", "is:any response:q",
      "is:any response:isolate", "is:any response:a or response:failed", "is:any id:=12",
      "is:any not is:unacked", "is:merged", "is:marked", "is:changed e", "technique:a or ip:a",
    ] {
      let filter = try QueueFilter(text, in: context.dialect)
      let shown = FilteredQueue(queue, filter, in: context, narrowing: last)
      let expected = rows.filter { filter.matches($0, in: context) }
      #expect(Array(shown) == expected.map(\.id), "\(text)")
      last = shown
    }
    for entity in rows.prefix(60).flatMap(\.entities) {
      let expected = rows.filter { $0.entities.contains { $0.isSame(as: entity) } }
      #expect(queue.incidents(about: entity) == expected.map(\.id))
    }
    let any = QueueFilter(Query(.test(.state(.any))))
    let all = FilteredQueue(queue, any, in: context)
    let plain = FilteredQueue(TriageQueue(try place.folded()), any, in: context)
    for column in QueueOrder.Column.allCases {
      let shown = OrderedQueue(all, QueueOrder(column))
      #expect(Array(shown) == Array(OrderedQueue(plain, QueueOrder(column))), "\(column)")
    }
  }

  @Test func `no byte of an index can be changed, and none cut off, without being noticed`() throws
  {
    var random = Seeded(state: 1)
    let store = try place.make()
    try store.grow(&random, steps: 40)
    #expect(store.saveIndex())
    let path = place.index(of: store)
    let sound = contents(of: path)
    let whole = try place.folded()
    var places = Array(stride(from: 0, to: sound.count, by: 1_999)) + Array(0..<200)
    places.append(sound.count - 1)
    for place in places {
      var bytes = sound
      bytes[place] ^= 0x10
      try expectRight(bytes, whole, at: path, "byte \(place)")
    }
    for count in [0, 1, 100, IndexPages.size, sound.count / 2, sound.count - 1] {
      try expectRight(Array(sound.prefix(count)), whole, at: path, "\(count) bytes")
    }
    try expectRight(sound + [0], whole, at: path, "a byte more")
  }

  private func expectRight(
    _ bytes: [UInt8], _ whole: CaseBook, at path: String, _ what: Testing.Comment
  ) throws {
    let files = PosixFileSystem()
    try? files.remove(path)
    let file = try files.create(path, mode: 0o600)
    try files.append(bytes, to: file)
    files.close(file)
    #expect(try difference(place.open().snapshot(), whole) == nil, what)
  }

  @Test func `a page damaged under a running store is made anew from the journal`() throws {
    var random = Seeded(state: 2)
    let store = try place.make()
    try store.grow(&random, steps: 200, ids: 150)
    #expect(store.saveIndex())
    // The damaged one stands on another; what is made anew must be the same page for page.
    let next = try place.open()
    try next.grow(&random, steps: 50, ids: 150)
    #expect(next.saveIndex())
    let path = place.index(of: store)
    let running = try place.open()
    let bytes = contents(of: path)
    overwrite(path, with: bytes.map { $0 ^ 0xFF })
    #expect(try difference(running.snapshot(), place.folded()) == nil)
    // The damaged file is gone; the next start makes do without, and a new one can be written.
    #expect(try PosixFileSystem().status(at: path) == nil)
    #expect(try place.open().snapshot().archivedSeq == 0)
    #expect(try place.open().saveIndex())
  }

  @Test func `a file cut short under a running store is no end of it`() throws {
    var random = Seeded(state: 3)
    let store = try place.make()
    try store.grow(&random, steps: 100, ids: 80)
    #expect(store.saveIndex())
    let running = try place.open()
    overwrite(place.index(of: store), with: [])
    #expect(try difference(running.snapshot(), place.folded()) == nil)
  }
}
