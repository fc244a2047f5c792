// SPDX-License-Identifier: MIT

internal import Incidents
private import Synchronization

extension FileStore {
  /// Makes the index anew if it is missing or has fallen behind, and goes on from the new one.
  ///
  /// What fails here costs only time at the next start, so nothing is thrown; the answer is
  /// whether an index was written.
  @discardableResult
  public func saveIndex() -> Bool {
    guard let cache else { return false }
    let content = state.withLock { state -> IndexContent? in
      guard state.isChecked, state.fault == nil, (try? catchUp(&state)) != nil, state.fault == nil,
        let position = state.journal.position, position.seq == state.book.seq,
        !state.index.hasBreaks
      else { return nil }
      let tail = state.book.seq - state.book.archivedSeq
      guard tail > options.indexTail.lines || tail > 0 && state.tailBytes > options.indexTail.bytes
      else { return nil }
      return IndexContent(store: id, book: state.book, lines: state.index, position: position)
    }
    guard let content, let image = content.image(), (try? cache.write(image)) != nil,
      let index = openIndex(cache)
    else { return false }
    state.withLock { state in try? rebase(&state, on: index) }
    return true
  }

  /// Lets the book start from a newer index; what came after it is folded once more.
  private func rebase(_ state: inout State, on index: QueueIndex) throws(StoreError) {
    let last = state.book.seq
    guard index.seq <= last else { return }
    var book = CaseBook(index, options.clockPolicy)
    var bytes = 0
    if index.seq < last {
      try lines(from: index.seq + 1, to: last, state) { buffer, range, frame in
        bytes += range.count
        book.apply(JournalEntry(buffer, in: range, frame: frame))
      }
    }
    guard book.seq == last else { return }
    state.book = book
    state.tailBytes = bytes
  }

  /// Starts from the index, if there is a good one and the journal still holds its last line.
  func startFromIndex(_ state: inout State) {
    guard let cache, let index = openIndex(cache),
      (try? state.journal.resume(after: index.header.position)) == true
    else { return }
    state.book = CaseBook(index, options.clockPolicy)
    state.index = LineIndex(index)
  }

  private func openIndex(_ cache: IndexCache) -> QueueIndex? {
    let files = files
    let layout = layout
    let rules = rules
    let id = id
    let policy = options.clockPolicy
    return cache.open(sortedBy: policy) { header in
      let content = IndexContent(
        foldedFrom: layout, to: header.position, store: id, policy: policy, rules: rules,
        files)
      guard let image = content?.image(),
        IndexHeader(page: Array(image[..<IndexPages.size])) == header
      else {
        // Neither the index nor the journal it was made from can be read: there is no right row.
        fatalError("The index in the cache is damaged, and the journal no longer tells the same.")
      }
      return image
    }
  }
}

extension IndexContent {
  /// Folds the journal from its first line up to another; `nil` if it does not come to it.
  init?(
    foldedFrom layout: StoreLayout, to position: JournalPosition, store: String,
    policy: ClockPolicy, rules: OpeningRules, _ files: any FileSystem
  ) {
    guard
      var journal = try? JournalReader(files, layout, rules: rules, store: store, access: .read)
    else { return nil }
    defer { journal.close() }
    var book = CaseBook(policy)
    var lines = LineIndex()
    var batch = LineBatch()
    func fold() {
      batch.take { found, entry in
        lines.note(entry, at: found.place) { book.case($0)?.version ?? 0 }
        book.apply(entry)
      }
    }
    _ = try? journal.readOn { found throws(StoreError) in
      guard found.frame.seq <= position.seq else { return }
      batch.add(found)
      if batch.isFull { fold() }
    }
    fold()
    guard book.seq == position.seq else { return nil }
    self.init(store: store, book: book, lines: lines, position: position)
  }
}
