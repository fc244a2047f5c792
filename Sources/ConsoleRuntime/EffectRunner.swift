// SPDX-License-Identifier: MIT

import Console
import Dispatch
import IncidentStore
import Incidents
import Synchronization

/// Does what effects ask on a thread of its own, one after the other, so that no key waits.
final class EffectRunner: Sendable {
  private struct Progress {
    /// The last line the console was told of.
    var seq = 0
    /// The incident asked for last; an earlier one is not read any more.
    var wanted: IncidentID?
    /// What this console wrote itself.
    var own = OwnWrites()
    /// Whether the journal's news were asked for and are not being read yet.
    var isRefreshAsked = false
    /// What the console was told last of whether the store can be written.
    var writability: Message?
    /// What the console was told last of why the store cannot be read; `nil` if it can.
    var failure: Message?
    /// When an index was last written.
    var indexedAt: ContinuousClock.Instant?
    /// Whether the console was told of the journal at all.
    var isTold = false
    /// The last import the console was told of.
    var imported: Timestamp?

    /// Takes note of some answers, and gives those that are news, so that nothing is painted for
    /// nothing.
    mutating func news(in messages: [Message]) -> [Message] {
      messages.filter { message in
        switch message {
        case .journalGrew(let entries):
          failure = nil
          defer { isTold = true }
          seq = max(seq, entries.last?.seq ?? 0)
          return !entries.isEmpty || !isTold
        case .loaded(let book, _, _):
          isTold = true
          seq = max(seq, book.seq)
          return true
        case .imported(let at, _):
          defer { imported = at }
          return at != imported
        case .becameReadOnly, .becameWritable:
          defer { writability = message }
          return message != writability
        case .noticed(.failure, _):
          // A store that is gone is gone with every look; saying so once is enough.
          defer { failure = message }
          return message != failure
        case .committed(_, _, let entry?):
          own.record(entry)
          return true
        default: return true
        }
      }
    }
  }

  private let environment: Environment
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "effects", qos: .userInitiated)
  /// Saves the index, which nobody waits for.
  private let indexing = DispatchQueue(label: "index", qos: .background)
  /// Works out what boards show, which may take long: what is recorded must not wait for that.
  private let figuring = DispatchQueue(label: "figures", qos: .utility)
  private let progress = Mutex(Progress())

  init(environment: Environment, mailbox: Mailbox) {
    self.environment = environment
    self.mailbox = mailbox
  }

  /// Asks for an effect; the answer arrives in the mailbox.
  func perform(_ effect: Effect) {
    if case .open(let id) = effect { progress.withLock { $0.wanted = id } }
    if case .figures = effect {
      figuring.async { [self] in settle(environment.answer(to: effect, after: 0)) }
      return
    }
    queue.async { [self] in
      let (seq, wanted, own) = progress.withLock { ($0.seq, $0.wanted, $0.own) }
      switch effect {
      case .open(let id) where id != wanted: settle([])
      case .commit(let proposal):
        settle(environment.answer(to: .commit(own.caughtUp(proposal)), after: seq))
      default: settle(environment.answer(to: effect, after: seq))
      }
    }
  }

  /// What the first frame can show; where there is nothing yet, reading begins.
  func start() -> [Message] {
    let ready = environment.ready
    if ready.isEmpty {
      queue.async { [self] in
        environment.load(settle)
        settle(environment.lookedBefore)
        index()
      }
    } else {
      queue.async { [self] in settle(environment.lookedBefore) }
      index()
    }
    return progress.withLock { $0.news(in: ready) }
  }

  /// Asks for the journal's news; asking again before they are read is asking once.
  func refresh() {
    let isFirst = progress.withLock { progress in
      defer { progress.isRefreshAsked = true }
      return !progress.isRefreshAsked
    }
    guard isFirst else { return }
    queue.async { [self] in
      let seq = progress.withLock { progress in
        progress.isRefreshAsked = false
        return progress.seq
      }
      settle(environment.news(after: seq))
      index()
    }
  }

  private func index() {
    indexing.async { [self] in
      // While somebody imports, the index falls behind faster than it is worth making anew.
      if let last = progress.withLock({ $0.indexedAt }), .now - last < .seconds(60) { return }
      guard environment.store.saveIndex() else { return }
      progress.withLock { $0.indexedAt = .now }
      queue.async { [self] in
        settle(environment.rebased(after: progress.withLock { $0.seq }))
      }
    }
  }

  /// Remembers what was looked at, which nobody waits for.
  func keep(_ looks: Looks) { queue.async { [self] in environment.keepLooks(looks) } }

  /// Waits until everything asked was answered: nothing that was begun is left behind.
  func finish() { queue.sync {} }

  private func settle(_ messages: [Message]) {
    mailbox.post(progress.withLock { $0.news(in: messages) })
  }
}
