// SPDX-License-Identifier: MIT

public import Incidents

/// How a store is opened.
public struct StoreOptions: Sendable {
  /// Whether nothing may be written.
  public var isReadOnly = false
  /// Whether network and user-space file systems are accepted, at the caller's risk.
  public var allowsUnsafeFileSystem = false
  /// The time lines are written with.
  public var clock: @Sendable () -> Timestamp
  /// The newest durable line this user has seen before; a journal that no longer holds it was cut
  /// or replaced, and is broken.
  public var remembered: JournalHead?
  /// The user's cache directory, for the index that makes start instant; `nil` keeps none.
  public var cacheDirectory: String?
  /// By which policy response clocks run.
  public var clockPolicy = ClockPolicy.standard
  /// Whether opening may leave most of a long journal to be read by ``FileStore/load(_:)``.
  public var readsLater = false
  /// How many lines or bytes behind the index's may be folded at every start before it is made
  /// anew.
  package var indexTail = (lines: 500, bytes: 1 << 19)
  /// Whether others' changes are noticed only by looking once a second, never by inotify.
  public var watchesByPolling = false
  /// How many bytes a segment of the journal may have before the next begins.
  package var segmentLimit = 64 << 20
  /// How long the lock is waited for.
  package var lockLimit = Duration.seconds(2)

  /// Makes options.
  public init(
    isReadOnly: Bool = false, allowsUnsafeFileSystem: Bool = false,
    remembered: JournalHead? = nil, cacheDirectory: String? = nil,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.isReadOnly = isReadOnly
    self.allowsUnsafeFileSystem = allowsUnsafeFileSystem
    self.remembered = remembered
    self.cacheDirectory = cacheDirectory
    self.clock = clock
  }
}
