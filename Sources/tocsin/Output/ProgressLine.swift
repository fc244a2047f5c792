// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// How far a long import has come, on one line of a terminal at standard error.
struct ProgressLine {
  /// Milliseconds before the first sign, and between two.
  private static let pause: Int64 = 500

  private let dot: String
  private let isWanted = StandardStreams.errorIsTerminal
  private let start = Clock.now
  private var last: Timestamp
  private var isShown = false

  /// A line that shows nothing yet.
  init(dot: String) {
    self.dot = dot
    last = start
  }

  /// Shows how far it is, if the last sign was long enough ago.
  mutating func show(_ progress: ImportProgress) {
    guard isWanted else { return }
    let now = Clock.now
    guard now.elapsed(since: last) >= Self.pause else { return }
    last = now
    isShown = true
    let rate = Int64(progress.records) * 1000 / max(1, now.elapsed(since: start))
    let megabytes = progress.bytes >> 20
    StandardStreams.draw(
      "\r\u{1B}[K\(progress.records) records\(dot)\(megabytes) MB\(dot)\(rate) a second")
  }

  /// Takes the line away.
  mutating func clear() {
    if isShown { StandardStreams.draw("\r\u{1B}[K") }
    isShown = false
  }
}
