// SPDX-License-Identifier: MIT

/// Why a store could not do what was asked: causes, which the command line turns into sentences
/// and exit codes.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store at this place.
  case absent(path: String)
  /// A part of the store is missing, so that it cannot be used, and what to do.
  case incomplete(path: String, reason: String)
  /// A store is there already.
  case exists(path: String)
  /// The place or a file in it cannot be trusted, and why: owner, mode, link, file system.
  case untrusted(path: String, reason: String)
  /// A newer tocsin made it.
  case newerFormat(path: String, format: Int)
  /// Another process held the lock for the whole limit.
  case busy(holder: String)
  /// It can only be read, and why.
  case readOnly(reason: String)
  /// A flush to disk failed earlier; nothing may be written until that was looked into.
  case poisoned(reason: String)
  /// The journal is broken at a line: nothing may be written.
  case broken(path: String, line: Int, reason: String)
  /// A document is missing or does not match its digest.
  case damagedDocument(path: String, reason: String)
  /// A system call failed.
  case system(call: String, path: String, errno: Int32)
  /// What was asked would not fit in one line of the journal.
  case tooLarge(reason: String)
}
