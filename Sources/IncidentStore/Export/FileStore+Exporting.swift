// SPDX-License-Identifier: MIT

internal import Incidents
private import Synchronization

extension FileStore {
  /// Copies the store as it is at one line of its journal, while others go on writing, and checks
  /// the copy.
  ///
  /// The journal goes first, so that whatever it names is still there. `again` lets a place be used
  /// that holds an earlier copy of this store; nothing there is removed.
  public func export(to path: String, again: Bool = false) throws(StoreError) -> ExportReport {
    let target = StoreLayout(root: path)
    guard !(target.root + "/").hasPrefix(layout.root + "/") else {
      throw .untrusted(path: target.root, reason: "It is in the store itself.")
    }
    let (limit, digests) = try state.withLock { state throws(StoreError) in
      try catchUp(&state)
      let isBroken = state.fault != nil && !state.isStray
      let limit = LinePlace(segment: state.journal.segment, offset: state.journal.offset)
      let digests = state.book.cases.values.map { ($0.id, $0.digest) }
      return (isBroken ? nil : limit, Dictionary(digests) { first, _ in first })
    }
    if again { try checkAncestor(at: target) }
    var copying = StoreCopy(files: files, rules: rules, source: layout, target: target)
    try copying.prepareRoot(of: id, again: again, lock: lockFile)
    try copying.copyJournal(upTo: limit)
    try copying.copyDocuments(digests)
    // What a line that cannot be read makes current is not known; nothing must be lost with it.
    if limit == nil || isAnchored { try copying.copyAllDocuments() }
    try copying.copyRest()
    try copying.finish()
    var options = options
    options.isReadOnly = true
    options.remembered = nil
    let copy = try FileStore(at: target.root, options: options, files: files)
    return ExportReport(
      place: target.root, files: copying.count, leftOut: copying.leftOut,
      verification: try copy.verify())
  }

  /// Throws if an earlier copy holds a line this store does not: it may be the only one left.
  private func checkAncestor(at target: StoreLayout) throws(StoreError) {
    var options = options
    options.isReadOnly = true
    options.remembered = nil
    options.cacheDirectory = nil
    let earlier: FileStore
    do { earlier = try FileStore(at: target.root, options: options, files: files) } catch {
      if case .absent = error { return }
      throw error
    }
    guard earlier.id == id, earlier.head.seq > 0 else { return }
    let isHeld = try state.withLock { state throws(StoreError) in
      do throws(StoreError) { try check(earlier.head, state) } catch {
        guard case .broken = error else { throw error }
        return false
      }
      return true
    }
    guard isHeld else {
      throw .untrusted(
        path: target.root,
        reason: "The copy there holds line \(earlier.head.seq), which this store does not; "
          + "it may be the better one. Copy to another place.")
    }
  }
}
