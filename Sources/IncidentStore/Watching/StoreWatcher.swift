// SPDX-License-Identifier: MIT

/// Tells that a store changed, whoever changed it.
///
/// The kernel's hints make it quick; looking once a second makes it certain where there are none.
/// While hints come and nothing happens, it does not wake up at all.
public final class StoreWatcher: Sendable {
  /// How long what happens together is gathered, in microseconds.
  static let gathering: UInt32 = 20_000
  /// Milliseconds between two looks without hints.
  static let interval: Int32 = 1000
  /// Looks after which hints are tried again: whoever used them all up may have left.
  static let retry = 60

  private let layout: StoreLayout
  private let files: any FileSystem
  private let hints: any ChangeHints

  package init(root: String, files: any FileSystem, hints: any ChangeHints) {
    layout = StoreLayout(root: root)
    self.files = files
    self.hints = hints
  }

  /// Says that something may have changed, each time it may, until ``stop()``: once at the
  /// beginning, for what happened before.
  ///
  /// Keeps the calling thread until then. It never says less than what happened; it may say more.
  public func run(_ changed: () -> Void) {
    var isArmed = false
    var looks = 0
    var seen = StoreFootprint(layout, files)
    func arm() {
      isArmed = hints.arm([layout.root, layout.journal])
      // Looked at before it is told, so that whatever comes between is told again.
      seen = StoreFootprint(layout, files)
      changed()
    }
    arm()
    while true {
      switch hints.wait(milliseconds: isArmed ? nil : Self.interval) {
      case .stopped: return
      case .nothing:
        looks += 1
        let found = StoreFootprint(layout, files)
        if !isArmed, looks.isMultiple(of: Self.retry) {
          arm()
        } else if found != seen {
          seen = found
          changed()
        }
      case .changed:
        files.pause(microseconds: Self.gathering)
        switch hints.wait(milliseconds: 0) {
        case .stopped: return
        case .lost: arm()
        case .changed, .nothing: changed()
        }
      case .lost: arm()
      }
    }
  }

  /// Ends ``run(_:)``, wherever it is; may be called from any thread.
  public func stop() { hints.stop() }
}

extension FileStore {
  /// Something that tells when anybody changes the store.
  public func watcher() -> StoreWatcher? {
    StoreWatcher(
      root: place, files: files, hints: InotifyHints(isAllowed: !options.watchesByPolling))
  }
}
