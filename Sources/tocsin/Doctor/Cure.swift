// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// What `doctor` changes when it is told to.
struct Cure {
  private let settings: Settings

  /// A cure for the store of some settings.
  init(_ settings: Settings) { self.settings = settings }

  /// Modes first, because nothing can be opened without them; then the disk, then the chain.
  func repair() throws {
    for mode in try StoreInspection(of: settings.place.path).mendModes() {
      Failure.tell("set the mode of \(mode.path) to \(String(mode.mode, radix: 8))")
    }
    if try open().clearPoison(by: settings.author) {
      Failure.tell("wrote the journal's last segment anew, and read it back")
    }
    if let entry = try open().reanchor(by: settings.author) {
      Failure.tell("line \(entry.seq): \(entry.phrase())")
    }
  }

  /// Records that the store is accepted as it is, and remembers it so.
  func acceptHead() throws {
    let store = try open()
    guard store.strayReason != nil else {
      Failure.tell("The store holds all you remember; there is nothing to accept.")
      return
    }
    guard let entry = try store.acceptHead(by: settings.author),
      let head = store.durableHead
    else { return }
    do { try Memory.current?.replace(store, head) } catch {
      Failure.tell("\(error.path): \(error.reason)")
    }
    Failure.tell("line \(entry.seq): \(entry.phrase())")
  }

  private func open() throws(StoreError) -> FileStore {
    try settings.place.open(isReadOnly: false, remembers: false)
  }
}
