// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

extension FileStore {
  private static let chunk = 1 << 20

  /// Clears a store that a failed flush has closed, once its journal is known to be on the disk.
  ///
  /// What the kernel still holds of the old file may not be what is on the disk, so the last
  /// segment is checked, copied to a new file, flushed, read back, compared, and only then put in
  /// its place. `false` if the store was not closed. This process must open the store again.
  public func clearPoison(by author: Author) throws(StoreError) -> Bool {
    try state.withLock { state throws(StoreError) in
      guard poison() != nil || state.fault?.isPoison == true else { return false }
      guard let lockFile else { throw .readOnly(reason: "It was opened read-only.") }
      return try files.withStopsHeld { () throws(StoreError) in
        _ = try lock(lockFile, for: author)
        defer { files.unlock(lockFile, .commit) }
        guard !files.isLocked(lockFile, .poison) else {
          throw .busy(holder: "the process that could not flush; end it first")
        }
        try rewriteLastSegment()
        do throws(StoreError) { try files.syncAll(root) } catch {
          throw poison(because: error, &state)
        }
        if try files.status(at: layout.poison) != nil {
          try files.remove(layout.poison)
          try files.syncDirectory(of: layout.poison)
        }
        return true
      }
    }
  }

  private func rewriteLastSegment() throws(StoreError) {
    var journal = try JournalReader(files, layout, rules: rules, store: id, access: .read)
    defer { journal.close() }
    try journal.readOn { _ in }
    let source = journal.file
    let status = try files.status(of: source)
    let temporary = source.path + ".copy.tmp"
    if try files.status(at: temporary) != nil { try files.remove(temporary) }
    let copy = try files.create(temporary, mode: status.mode)
    defer { files.close(copy) }
    do throws(StoreError) {
      if status.group != (try files.status(of: copy).group) {
        try files.setGroup(status.group, of: copy)
        try files.setMode(status.mode, of: copy)
      }
      try each(source, status.size) { bytes, _ throws(StoreError) in
        try files.append(bytes, to: copy)
      }
      try files.sync(copy)
      try each(source, status.size) { bytes, offset throws(StoreError) in
        guard try files.read(copy, at: offset, count: bytes.count) == bytes else {
          throw .system(call: "read back", path: temporary, errno: 5)
        }
      }
      try files.rename(temporary, to: source.path)
    } catch {
      try? files.remove(temporary)
      throw error
    }
    try files.syncDirectory(of: source.path)
  }

  private func each(
    _ file: OpenFile, _ size: Int, _ body: ([UInt8], Int) throws(StoreError) -> Void
  ) throws(StoreError) {
    var offset = 0
    while offset < size {
      let bytes = try files.read(file, at: offset, count: min(Self.chunk, size - offset))
      guard !bytes.isEmpty else { return }
      try body(bytes, offset)
      offset += bytes.count
    }
  }
}
