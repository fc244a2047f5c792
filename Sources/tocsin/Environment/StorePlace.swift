// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// Where the store is: `--store`, else `$TOCSIN_STORE`, else as configured, else one in the home.
struct StorePlace {
  /// The directory.
  let path: String
  /// Whether a person or the environment named it; else it is the usual place.
  let isNamed: Bool

  /// By which policy its response clocks run.
  var clockPolicy = ClockPolicy.standard

  /// Whether the file system it is on is the person's own risk.
  let allowsUnsafeFileSystem: Bool

  /// The place an option names, or else the environment, or else the configuration.
  init(
    option: String?, configured: String? = nil, allowsUnsafeFileSystem: Bool = false
  ) throws(Failure) {
    self.allowsUnsafeFileSystem = allowsUnsafeFileSystem
    isNamed = option != nil || Variables["TOCSIN_STORE"] != nil || configured != nil
    if let option {
      // A shell's unset variable; the usual store is not what was meant.
      if option.isEmpty { throw .emptyPlace }
      path = option
    } else if let named = Variables["TOCSIN_STORE"] {
      path = named
    } else if let configured {
      guard configured.hasPrefix("~/") else {
        path = configured
        return
      }
      guard let home = Variables["HOME"] else { throw .noPlace }
      path = home + configured.dropFirst()
    } else if let data = Variables["XDG_DATA_HOME"], data.hasPrefix("/") {
      path = data + "/tocsin"
    } else if let home = Variables["HOME"] {
      path = home + "/.local/share/tocsin"
    } else {
      throw .noPlace
    }
  }

  /// The directory's own name, for the console's header.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Opens the store that is there, and holds it to what its user remembers of it.
  ///
  /// `remembers` is whether what is seen now is to be remembered when the program ends. The console
  /// shows what is known at once and lets the rest of a long journal be read later.
  func open(
    isReadOnly: Bool, remembers: Bool = true, readsLater: Bool = false
  ) throws(StoreError) -> FileStore {
    var options = options(isReadOnly: isReadOnly)
    options.readsLater = readsLater
    let store = try FileStore.open(at: path, options: options)
    try Memory.current?.hold(store)
    if remembers { OpenStores.note(store, isOurs: false) }
    return store
  }

  /// Checks the store that is there, also against what its user remembers of it.
  func verify() throws(StoreError) -> Verification {
    try FileStore.verify(at: path, options: options(isReadOnly: true)) { id in
      Memory.current?.recall(ofStore: id, at: path) ?? (nil, nil)
    }
  }

  /// Opens the store that is there, or makes a private one and says so.
  func openOrMake() throws(Failure) -> FileStore {
    do throws(StoreError) { return try open(isReadOnly: false) } catch {
      guard case .absent = error else { throw .store(error) }
    }
    let store = try make(group: nil).store
    OpenStores.note(store, isOurs: true)
    Failure.tell("made a private store at \(store.place)")
    return store
  }

  /// Makes a store, for a group or for one user.
  func make(group: String?) throws(Failure) -> (store: FileStore, modes: [PathMode]) {
    do throws(StoreError) {
      return try FileStore.create(
        at: path, group: group, options: options(isReadOnly: false))
    } catch {
      throw .noNewStore(error)
    }
  }

  private func options(isReadOnly: Bool) -> StoreOptions {
    var options = StoreOptions(
      isReadOnly: isReadOnly, allowsUnsafeFileSystem: allowsUnsafeFileSystem,
      cacheDirectory: Self.cacheDirectory, clock: { Clock.now })
    options.clockPolicy = clockPolicy
    // For tests and for hosts whose inotify is not to be trusted; nothing is lost but speed.
    options.watchesByPolling = Variables["TOCSIN_NO_INOTIFY"] != nil
    return options
  }

  /// Where what can be made anew is kept; `nil` where there is no home.
  static var cacheDirectory: String? {
    if let cache = Variables["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache }
    return Variables["HOME"].map { $0 + "/.cache" }
  }
}
