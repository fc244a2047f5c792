// SPDX-License-Identifier: MIT

private import Synchronization

extension FileStore {
  /// Checks every line, the chain, and every current document against its digest.
  ///
  /// It reads everything anew and believes nothing this process remembers but the line its user
  /// has seen.
  public func verify() throws(StoreError) -> Verification {
    var verifier = StoreVerifier(files: files, layout: layout, rules: rules, id: id)
    verifier.poisoned = closedReason
    state.withLock { state in
      verifier.remembered = state.remembered
      verifier.stray = state.formerStore == nil ? nil : state.fault
    }
    return try verifier.run()
  }

  /// Checks a store without opening it: of a long journal only what is checked is in memory.
  ///
  /// `remembered` gives, for the store's id, the line its user has seen and the store that was at
  /// this place.
  public static func verify(
    at path: String, options: StoreOptions,
    remembered: (String) -> (head: JournalHead?, store: String?)
  ) throws(StoreError) -> Verification {
    let files = PosixFileSystem()
    let layout = StoreLayout(root: path)
    var options = options
    options.isReadOnly = true
    let opening = try StoreOpening(layout, options, files)
    defer {
      opening.journal.close()
      files.close(opening.root)
    }
    let id = opening.identity.id
    var verifier = StoreVerifier(files: files, layout: layout, rules: opening.rules, id: id)
    let lock = try? files.open(layout.lock, .read, by: opening.rules)
    defer { if let lock { files.close(lock) } }
    verifier.poisoned = PoisonMarker(files, layout, opening.rules, lock: lock).closedReason
    let known = remembered(id)
    verifier.remembered = known.head
    if let former = known.store, former != id { verifier.stray = layout.replaced(former) }
    return try verifier.run()
  }
}
