// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Incidents

/// What a writer does at random.
///
/// It says so once it is saved:
///
///     A 17 3      the writer's third action is line 17
///     A 17 3 9    so, if nobody did the same since line 9, which it had seen
///     B 18 4      the fourth, a bulk action on all incidents, is line 18
///     R 5         the fifth was refused because somebody else's change came first
///     I 6         the sixth, an import, is over
struct Work {
  /// The incidents the tests begin with.
  static let ids = (0..<40).compactMap { IncidentID("4\($0)") }

  let author: Author
  private let name: String
  private var random: Numbers
  private var count = 0

  init(name: String, seed: UInt64) {
    self.name = name
    author = Author(name: name, uid: UInt32(getuid()))
    random = Numbers(state: seed)
  }

  /// Does one random thing.
  mutating func step(on store: FileStore) throws(StoreError) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: try takeImport(into: store)
    case 1: try act(.commented(text: "\(name)/\(count + 1)"), on: Self.ids, "B", store)
    case 2, 3: try compareAndSet(on: store)
    default: try comment(on: store)
    }
  }

  /// Comments on one incident.
  mutating func comment(on store: FileStore) throws(StoreError) {
    try act(.commented(text: "\(name)/\(count + 1)"), on: [pick()], "A", store)
  }

  /// Takes an incident over, if nobody changed it since it was looked at.
  private mutating func compareAndSet(on store: FileStore) throws(StoreError) {
    count += 1
    let id = pick()
    let seen = try store.history(of: id).last?.seq ?? 0
    let commit = try store.commit(
      Proposal(.assigned(owner: "\(name)/\(count)"), seen: [id: seen]), by: author)
    if let entry = commit.entry {
      say("A \(entry.seq) \(count) \(seen)")
    } else {
      say("R \(count)")
    }
  }

  private mutating func act(
    _ event: Event, on ids: [IncidentID], _ letter: String, _ store: FileStore
  ) throws(StoreError) {
    count += 1
    guard let entry = try store.commit(Proposal(event, on: ids), by: author).entry else {
      return say("R \(count)")
    }
    say("\(letter) \(entry.seq) \(count)")
  }

  /// Imports what the service would say of some incidents, one of them new.
  private mutating func takeImport(into store: FileStore) throws(StoreError) {
    count += 1
    let ids = (0..<4).map { _ in pick().text } + ["9\(seedless(name))\(count)"]
    let records = ids.map { id in
      """
      {"id":"\(id)","displayName":"\(name)/\(count) \(String(repeating: "x", count: 300))",\
      "severity":"high","status":"awaitingAction","createdDateTime":"2026-11-23T09:00:00Z",\
      "lastUpdateDateTime":"\(now().iso8601)"}
      """
    }
    _ = try Importer(into: store, by: author, clock: now).run([
      .bytes(Array(records.joined(separator: "\n").utf8), name: name)
    ])
    say("I \(count)")
  }

  private mutating func pick() -> IncidentID {
    Self.ids.randomElement(using: &random) ?? Self.ids[0]
  }

  private func seedless(_ name: String) -> String {
    name.utf8.filter { (0x30...0x39).contains($0) }.map { "\($0 - 0x30)" }.joined()
  }
}

/// Numbers that are the same in every run with the same seed (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
