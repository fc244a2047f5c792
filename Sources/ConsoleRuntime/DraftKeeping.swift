// SPDX-License-Identifier: MIT

internal import Console
import Dispatch
import Synchronization

/// Keeps drafts on the disk a second after they changed, on a thread of its own, and at once when
/// the console must go.
final class DraftKeeping: Sendable {
  /// Milliseconds from the first change that is not kept yet until it is.
  static let delay: Int64 = 1_000

  private let environment: Environment
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "drafts", qos: .utility)
  private let pending = Mutex<(drafts: [Draft: String], due: Int64)?>(nil)
  /// What could not be kept was said once; saying it with every key helps nobody.
  private let hasFailed = Mutex(false)

  init(environment: Environment, mailbox: Mailbox) {
    self.environment = environment
    self.mailbox = mailbox
  }

  /// Looks for drafts of consoles that are gone.
  func begin() {
    queue.async { [self] in
      let found = environment.adoptDrafts()
      if !found.isEmpty { mailbox.post([.draftsFound(found)]) }
    }
  }

  /// Asks for drafts to be kept.
  func note(_ drafts: [Draft: String], at now: Int64) {
    pending.withLock { $0 = (drafts, $0?.due ?? now + Self.delay) }
  }

  /// Milliseconds until drafts must be kept; `nil` if there are none that are not.
  func wait(at now: Int64) -> Int? { pending.withLock { $0.map { max(0, Int($0.due - now)) } } }

  /// Keeps what is due.
  func keepDue(at now: Int64) {
    guard let wait = wait(at: now), wait == 0 else { return }
    queue.async { [self] in keepPending() }
  }

  /// Keeps what is not kept yet, and waits until it is.
  func flush() { queue.sync { keepPending() } }

  private func keepPending() {
    let drafts = pending.withLock { pending in
      defer { pending = nil }
      return pending?.drafts
    }
    guard let drafts else { return }
    let failure = environment.keepDrafts(drafts)
    let isNews = hasFailed.withLock { known in
      defer { known = failure != nil }
      return failure != nil && !known
    }
    if let failure, isNews {
      mailbox.post([.noticed(.failure, "What you type is not kept on the disk: \(failure)")])
    }
  }
}
