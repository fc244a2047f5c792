// SPDX-License-Identifier: MIT

internal import Incidents
internal import Synchronization

/// A store that is a directory of JSON files, shared by everybody on one host.
public final class FileStore: Store {
  /// What changes while the store is open.
  struct State: Sendable {
    /// The journal, and how far it has been read.
    var journal: JournalReader
    /// What the journal says.
    var book: CaseBook
    /// Where its lines are.
    var index = LineIndex()
    /// Whether all of the journal was read and checked once.
    var isChecked = false
    /// How many bytes of lines came after those in the queue's index.
    var tailBytes = 0
    /// The newest line this process knows to be on the disk.
    var durable: JournalHead?
    /// Why nothing may be written any more.
    var fault: StoreError?
    /// Whether this process holds the poison lock, until it ends.
    var isHoldingPoison = false
    /// How the store looked when a way out of the fault was last looked for.
    var triedAt: StoreFootprint?
    /// Whether records were put in quarantine that have not been flushed.
    var isQuarantineUnflushed = false
    /// The line that must be in the journal, as its user remembers it.
    var remembered: JournalHead?
    /// The store that was here before, if it was another.
    var formerStore: String?
    /// Whether the fault is only that something remembered is not here.
    var isStray = false
    /// Shards whose directory has been checked.
    var shards: Set<String> = []
    /// Shards written to, to be swept.
    var unswept: Set<String> = []
  }

  /// The store's identity, a UUID.
  public let id: String
  /// The directory.
  public let place: String

  let files: any FileSystem
  let layout: StoreLayout
  let options: StoreOptions
  let rules: OpeningRules
  let modes: StoreModes
  /// Where the queue's index is kept; `nil` where none is.
  let cache: IndexCache?
  /// The directory, to flush its file system by.
  let root: OpenFile
  /// The file whose bytes are locked; `nil` where nothing may be written.
  let lockFile: OpenFile?
  /// Why nothing could be written from the start.
  private let refusal: String?
  let state: Mutex<State>

  /// Opens a store; reads its journal.
  public static func open(
    at path: String, options: StoreOptions
  ) throws(StoreError) -> FileStore {
    try FileStore(at: path, options: options, files: PosixFileSystem())
  }

  package init(
    at path: String, options: StoreOptions, files: any FileSystem
  ) throws(StoreError) {
    let layout = StoreLayout(root: path)
    let opening = try StoreOpening(layout, options, files)
    id = opening.identity.id
    place = layout.root
    self.files = files
    self.layout = layout
    self.options = options
    rules = opening.rules
    modes = StoreModes.matching(opening.rules.root)
    root = opening.root
    lockFile = opening.lockFile
    refusal = opening.refusal
    cache = options.cacheDirectory.flatMap { [id = opening.identity.id] in
      IndexCache(in: $0, store: id, files)
    }
    state = Mutex(State(journal: opening.journal, book: CaseBook(options.clockPolicy)))
    if opening.identity.isOld { try upgrade(opening.identity) }
    try state.withLock { state throws(StoreError) in
      state.remembered = options.remembered
      startFromIndex(&state)
      try catchUp(&state, most: options.readsLater ? Self.firstLines : .max)
    }
  }

  deinit {
    state.withLock { $0.journal.close() }
    // A poison lock must last until the process ends, and it lasts as long as the descriptor.
    if let lockFile, !state.withLock({ $0.fault?.isPoison ?? false }) { files.close(lockFile) }
    files.close(root)
  }

  /// Why nothing can be written, as a sentence; `nil` if it can.
  public var readOnlyReason: String? {
    if let refusal { return refusal }
    switch state.withLock({ $0.fault }) ?? poison() {
    case .poisoned(let reason): return reason
    case .broken(let path, let line, let reason):
      let next =
        strayReason != nil
        ? " If 'tocsin doctor --accept-head' accepts it, start again."
        : isReplaced ? " Another directory is there now: start again to go on with it." : ""
      return "The journal is broken: \(reason) (\(path)\(line > 0 ? ", line \(line)" : ""))\(next)"
    case .some, .none: return nil
    }
  }

  /// Throws if it is known beforehand that nothing can be written.
  func checkWritable(_ state: State) throws(StoreError) {
    if let refusal { throw .readOnly(reason: refusal) }
    if let fault = state.fault { throw fault }
  }

  /// Takes over what others wrote since; `false` if more than the most lines asked for are left.
  ///
  /// A broken journal is no error here: what precedes the break can still be read. Where somebody
  /// has mended it since, this process goes on by itself.
  @discardableResult
  func catchUp(_ state: inout State, most: Int = .max) throws(StoreError) -> Bool {
    if state.fault != nil { recover(&state) }
    if case .broken = state.fault { return true }
    var journal = state.journal
    var batch = LineBatch()
    do throws(StoreError) {
      defer {
        state.journal = journal
        // What precedes a break was read, too.
        fold(&batch, &state)
      }
      let isAtEnd = try journal.readOn(most: most) { found throws(StoreError) in
        batch.add(found)
        if batch.isFull { fold(&batch, &state) }
      }
      guard isAtEnd else { return false }
    } catch {
      guard case .broken = error else { throw error }
      state.fault = error
      // The file that was open may have been replaced by a repair; at the start it cannot.
      if state.isChecked { recover(&state) }
    }
    try checkOnce(&state)
    return true
  }

  private func fold(_ batch: inout LineBatch, _ state: inout State) {
    batch.take { found, entry in
      state.tailBytes += found.range.count
      take(entry, at: found.place, isAfterBreak: found.isAfterBreak, &state)
    }
  }

  /// Checks, after the first reading, that no line seen before is missing.
  private func checkOnce(_ state: inout State) throws(StoreError) {
    guard !state.isChecked, state.fault == nil else { return }
    state.isChecked = true
    if let remembered = state.remembered { try hold(to: remembered, &state) }
  }

  /// Takes over the next line.
  func take(
    _ entry: JournalEntry, at place: LinePlace, isAfterBreak: Bool = false, _ state: inout State
  ) {
    state.index.note(entry, at: place, isAfterBreak: isAfterBreak) {
      state.book.case($0)?.version ?? 0
    }
    state.book.apply(entry)
  }
}

extension StoreError {
  var isPoison: Bool { if case .poisoned = self { true } else { false } }
}
