// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

@testable import IncidentStore

/// Processes that are killed at random, and many at once.
@Suite(.serialized) struct KillTests {
  /// Seeds the moments of killing; `TOCSIN_SEED` repeats a run as far as the scheduler allows.
  private static let seed: UInt64 =
    getenv("TOCSIN_SEED").flatMap { UInt64(String(cString: $0)) }
    ?? UInt64.random(in: .min ... .max)

  @Test func `eight writers, killed again and again, lose nothing`() throws {
    let kills = isLongRun ? 10_000 : 500
    var random = SeededNumbers(seed: Self.seed)
    var ledger = Ledger()
    var done = 0
    var torn = 0
    while done < kills {
      let playground = try Playground()
      var writers: [Writer] = []
      var over: [(name: String, lines: [String])] = []
      var deadlines: [ContinuousClock.Instant] = []
      let target = min(done + 100, kills)
      while done < target {
        while writers.count < 8 {
          let number = over.count + writers.count
          writers.append(
            try Writer(
              playground.store, "w\(done)-\(number)", seed: Int(random.next() >> 2),
              ["torn", "60", "segment", "100000"]))
          deadlines.append(.now + .milliseconds(Int.random(in: 20...400, using: &random)))
        }
        usleep(2000)
        for place in writers.indices.reversed() {
          writers[place].drain()
          if writers[place].ending() != nil {
            torn += 1
          } else if .now >= deadlines[place] {
            writers[place].end()
          } else {
            continue
          }
          done += 1
          over.append((writers[place].name, writers[place].lines))
          writers.remove(at: place)
          deadlines.remove(at: place)
        }
      }
      for writer in writers {
        writer.end()
        done += 1
        over.append((writer.name, writer.lines))
      }
      let store = try FileStore.open(at: playground.store, options: Playground.options)
      _ = try take([incidentJSON("99")], into: store)
      do { try ledger.settle(store, over) } catch {
        Issue.record("seed \(Self.seed): \(error)")
        return
      }
    }
    print("killed writers, seed \(Self.seed): \(ledger.figures(done)), ended halfway \(torn)")
    #expect(ledger.lost.isEmpty, "seed \(Self.seed): \(ledger.lost)")
    #expect(ledger.acknowledged > done / 4)
    #expect(ledger.torn > 0)
  }

  @Test func `32 writers at once keep one order and lose no update`() throws {
    let playground = try Playground()
    let writers = try (0..<32).map { number in
      try Writer(
        playground.store, "w\(number)", seed: number,
        ["seconds", isLongRun ? "60" : "10", "segment", "1000000"])
    }
    while !writers.allSatisfy(\.isOver) {
      usleep(20_000)
      for writer in writers {
        writer.drain()
        _ = writer.ending()
      }
    }
    var ledger = Ledger()
    let store = try FileStore.open(at: playground.store, options: Playground.options)
    try ledger.settle(store, writers.map { ($0.name, $0.lines) })
    print("32 writers: \(ledger.figures(0))")
    #expect(ledger.lost.isEmpty, "\(ledger.lost)")
    #expect(ledger.torn == 0)
    #expect(writers.allSatisfy { $0.lines.last == "E" })
    #expect(ledger.acknowledged > 32)
  }
}
