// SPDX-License-Identifier: MIT

private import Dispatch
private import Synchronization

/// Does some work for so many items on all cores at once, and gives what each part of them made, in
/// order; `share` items are worth another core, and fewer than two shares are done right here.
func onAllCores<Part: Sendable>(
  _ count: Int, share: Int, _ work: @Sendable (Range<Int>) -> Part
) -> [Part] {
  guard count >= 2 * share else { return count > 0 ? [work(0..<count)] : [] }
  let parts = (count + share - 1) / share
  let made = Mutex([Part?](repeating: nil, count: parts))
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    let result = work(part * share..<min(count, (part + 1) * share))
    made.withLock { $0[part] = result }
  }
  return made.withLock { $0.compactMap(\.self) }
}
