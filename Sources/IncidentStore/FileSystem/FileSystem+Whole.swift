// SPDX-License-Identifier: MIT

extension FileSystem {
  /// Opens a file and checks it by the opening rules.
  func open(
    _ path: String, _ access: FileAccess, by rules: OpeningRules
  ) throws(StoreError) -> OpenFile {
    let file: OpenFile
    do { file = try open(path, access) } catch {
      if error.isLink { throw .untrusted(path: path, reason: "It is a symbolic link.") }
      if error.isOtherKind { throw .untrusted(path: path, reason: "It is not a regular file.") }
      throw error
    }
    do { try rules.checkFile(status(of: file), at: path) } catch {
      close(file)
      throw error
    }
    return file
  }

  /// Reads a whole file that obeys the opening rules, up to a limit.
  func contents(
    of path: String, by rules: OpeningRules, limit: Int = .max
  ) throws(StoreError) -> [UInt8] {
    let file = try open(path, .read, by: rules)
    defer { close(file) }
    return try read(file, at: 0, count: min(limit, status(of: file).size))
  }

  /// Writes a new file and gives it its name only when it is whole; a name in use is replaced.
  ///
  /// Nothing is flushed unless asked: documents are flushed together, a batch at a time.
  func write(
    _ bytes: [UInt8], to path: String, mode: UInt32, isSynced: Bool
  ) throws(StoreError) {
    let temporary = path + temporarySuffix()
    let file = try create(temporary, mode: mode)
    do {
      defer { close(file) }
      try append(bytes, to: file)
      if isSynced { try sync(file) }
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
    if isSynced { try syncDirectory(of: path) }
  }

  /// Makes the names in a path's directory durable.
  func syncDirectory(of path: String) throws(StoreError) {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    let directory = try open(end == path.startIndex ? "/" : String(path[..<end]), .directory)
    defer { close(directory) }
    try sync(directory)
  }

  /// The end of a name nobody else uses, for a file that is not whole yet.
  func temporarySuffix() -> String {
    "." + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
  }
}
