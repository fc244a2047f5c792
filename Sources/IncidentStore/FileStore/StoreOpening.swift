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
        try rules.checkDirectory(files.status(at: directory), at: directory)
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
      throw error.isAbsence ? .absent(path: layout.root) : error
    }
  }
}
