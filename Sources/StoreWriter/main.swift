// SPDX-License-Identifier: MIT
//
// Writes to a store as fast as it can and says on standard output what is saved, for the tests
// that kill it.
//
//   store-writer DIR NAME SEED [torn RATE] [seconds N] [segment BYTES]    random actions and imports
//   store-writer DIR NAME SEED hold      commits once; says H under the lock and waits for a byte
//   store-writer DIR NAME SEED child     as hold, and starts a child process under the lock

import Glibc
import IncidentStore
import Incidents

let words = CommandLine.arguments
guard words.count >= 4, let seed = UInt64(words[3]) else { exit(64) }

/// The number after a word of the command line.
func number(after word: String) -> Int? {
  words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
}

/// Says something in one write, so that nothing said is ever half a line.
@Sendable func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

let now: @Sendable () -> Timestamp = {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

var files = TornFileSystem(rate: number(after: "torn") ?? 0)
if words.contains("hold") || words.contains("child") {
  let startsChild = words.contains("child")
  files.beforeFlush = {
    if startsChild {
      var id: pid_t = 0
      var arguments = [strdup("sleep"), strdup("60"), nil]
      posix_spawnp(&id, "sleep", nil, nil, &arguments, nil)
      say("C \(id)")
    }
    say("H")
    var byte: UInt8 = 0
    _ = read(0, &byte, 1)
  }
}

var options = StoreOptions(clock: now)
options.segmentLimit = number(after: "segment") ?? options.segmentLimit
options.lockLimit = .seconds(60)
var work = Work(name: words[2], seed: seed)
do {
  let store = try FileStore(at: words[1], options: options, files: files)
  if words.contains("hold") || words.contains("child") {
    try work.comment(on: store)
  } else {
    let end = ContinuousClock.now + .seconds(number(after: "seconds") ?? 3600)
    while ContinuousClock.now < end { try work.step(on: store) }
  }
  say("E")
} catch {
  say("F \(error)")
  exit(1)
}
