// SPDX-License-Identifier: MIT

/// Everything that is checked and opened before a store can be used.
struct StoreOpening {
  let identity: StoreIdentity
  let rules: OpeningRules
  let root: OpenFile
  let lockFile: OpenFile?
  let journal: JournalReader
  /// Why nothing can be written; `nil` if it can.
  let refusal: String?

  init(
    _ layout: StoreLayout, _ options: StoreOptions, _ files: any FileSystem
  ) throws(StoreError) {
    guard let found = try files.status(at: layout.root) else { throw .absent(path: layout.root) }
    guard found.kind == .directory else {
      throw .untrusted(
        path: layout.root,
        reason: found.kind == .symbolicLink
          ? "It is a symbolic link; name the directory itself." : "It is not a directory.")
    }
    root = try files.open(layout.root, .directory)
    var lockFile: OpenFile?
    do throws(StoreError) {
      rules = OpeningRules(user: files.user, root: try files.status(of: root))
      try rules.checkRoot(at: layout.root)
      if !options.allowsUnsafeFileSystem {
        try OpeningRules.checkPlace(root, at: layout.root, files)
      }
      identity = try Self.identity(layout, rules, files)
      for directory in identity.directories(of: layout) {
        let status = try files.status(at: directory)
        if status == nil { throw Self.missing(directory, layout) }
        try rules.checkDirectory(status, at: directory)
      }
      var refusal = options.isReadOnly ? "It was opened read-only." : nil
      if refusal == nil {
        do { lockFile = try files.open(layout.lock, .write, by: rules) } catch {
          guard error.isRefusal else { throw error }
          refusal = "You may not write to \(layout.lock)."
        }
      }
      do throws(StoreError) {
        journal = try JournalReader(
          files, layout, rules: rules, store: identity.id,
          access: refusal == nil ? .append : .read)
      } catch {
        if error.isAbsence { throw Self.missing(layout.segment(startingAt: 1), layout) }
        guard refusal == nil, error.isRefusal else { throw error }
        refusal = "You may not write to the journal."
        journal = try JournalReader(
          files, layout, rules: rules, store: identity.id, access: .read)
      }
      self.refusal = refusal
      self.lockFile = lockFile
    } catch {
      if let lockFile { files.close(lockFile) }
      files.close(root)
      throw error
    }
  }

  private static func identity(
    _ layout: StoreLayout, _ rules: OpeningRules, _ files: any FileSystem
  ) throws(StoreError) -> StoreIdentity {
    do throws(StoreError) {
      return try StoreIdentity(
        files.contents(of: layout.identity, by: rules, limit: 65_536), at: layout.identity)
    } catch {
      guard error.isAbsence else { throw error }
      guard layout.isHoldingLines(files) else { throw .absent(path: layout.root) }
      throw missing(layout.identity, layout)
    }
  }

  /// The error for a part without which a store cannot be used.
  private static func missing(_ path: String, _ layout: StoreLayout) -> StoreError {
    let loss: String
    switch path {
    case layout.identity: loss = "so nobody can tell which store this is"
    case layout.journal: loss = "and the journal with it"
    case layout.incidents: loss = "and every document with it"
    case layout.quarantine, layout.approvals:
      return .incomplete(
        path: path, reason: "It is missing; 'tocsin doctor --repair' makes it, empty.")
    default: loss = "and the journal's beginning with it"
    }
    return .incomplete(
      path: path,
      reason: "It is missing, \(loss). Put it back from a backup or an export of this store.")
  }
}

extension StoreLayout {
  /// Whether there is a journal with anything in it, with or without a `store.json`.
  func isHoldingLines(_ files: any FileSystem) -> Bool {
    ((try? files.names(in: journal)) ?? []).contains { name in
      guard Self.firstSeq(ofSegment: name) != nil else { return false }
      return ((try? files.status(at: journal + "/" + name)) ?? nil).map { $0.size > 0 } ?? false
    }
  }
}
