// SPDX-License-Identifier: MIT

import Incidents
import TestSupport

@testable import IncidentStore

/// Looks at a store after a crash and holds it to what was promised.
struct Survivor {
  let machine: SimulatedMachine
  /// What must be there.
  var promised: Promised
  /// The journal as it would have become: what is there must be a beginning of it.
  let lines: [JournalEntry]

  /// Opens the store and checks everything in it; `nil` if there lawfully is none yet.
  func examine() throws -> FileStore? {
    var options = StoreOptions.short
    options.remembered = promised.head
    let store: FileStore
    do throws(StoreError) {
      store = try FileStore(at: storePath, options: options, files: machine.process())
    } catch {
      guard case .absent = error, !promised.isCreated else { throw error }
      return nil
    }
    if let reason = store.readOnlyReason { throw Complaint("it cannot be written: \(reason)") }
    let found = try store.entries(after: 0)
    guard found.count >= promised.lines else {
      throw Complaint("\(found.count) lines are left of \(promised.lines) promised")
    }
    guard found == Array(lines.prefix(found.count)) else {
      throw Complaint("the lines are not those that were written")
    }
    let verification = try store.verify()
    if case .broken(let place) = verification.state { throw Complaint("broken: \(place)") }
    guard verification.damagedDocuments.isEmpty else {
      throw Complaint("documents are damaged: \(verification.damagedDocuments)")
    }
    guard verification.quarantined >= promised.quarantined else {
      throw Complaint("a record in quarantine is lost")
    }
    if let imported = promised.imported {
      guard let stamp = try store.lastImport(), stamp.at >= imported else {
        throw Complaint("the time of the last import is lost")
      }
    }
    try checkQuarantine()
    return store
  }

  /// What is said to be in quarantine is whole.
  private func checkQuarantine() throws {
    let files = machine.process()
    let layout = StoreLayout(root: storePath)
    let names = try files.names(in: layout.quarantine)
    guard names.count(where: { $0.hasSuffix(".json") }) >= promised.quarantined,
      promised.quarantined > 0
    else { return }
    for name in names where name.hasSuffix(".raw") {
      let file = try files.open(layout.quarantine + "/" + name, .read)
      let bytes = try files.read(file, at: 0, count: 1 << 20)
      guard name == documentDigest(bytes) + ".raw" else {
        throw Complaint("a record in quarantine is not whole")
      }
    }
  }

  /// Goes on working, for which what is left must be good enough, and tells what is promised now.
  func goOn(_ ids: [String]) throws -> (promised: Promised, lines: [JournalEntry]) {
    let store =
      try examine()
      ?? FileStore.create(
        at: storePath, group: nil, options: .short, files: machine.process()
      ).store
    let before = store.head.seq
    let later = Timestamp(milliseconds: noon.milliseconds + 120_000)
    try take(
      ids.map { incidentJSON($0, title: String(repeating: "after ", count: 90)) }
        + ["{\"id\":}"], into: store, by: "survivor", at: later)
    let commit = try store.commit(
      Proposal(.commented(text: "goes on"), on: ids.map { id($0) }), by: author("survivor"))
    guard commit.entry?.seq == before + 3 else { throw Complaint("it does not go on") }
    let verification = try store.verify()
    guard verification.state == .sound, verification.lines == before + 3,
      verification.damagedDocuments.isEmpty
    else { throw Complaint("going on left it \(verification)") }
    var now = promised
    now.isCreated = true
    now.lines = before + 3
    now.quarantined = max(1, now.quarantined)
    now.imported = later
    now.head = store.durableHead
    return (now, try store.entries(after: 0))
  }
}
