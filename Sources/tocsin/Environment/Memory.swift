// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Incidents

/// What the person at this login remembers of stores, in their own state directory.
struct Memory {
  /// The files.
  let heads: RememberedHeads

  /// The memory of this login; `nil` if there is no place for one.
  static var current: Memory? {
    if let state = Variables["XDG_STATE_HOME"], state.hasPrefix("/") {
      return Memory(heads: RememberedHeads(in: state + "/tocsin"))
    }
    guard let home = Variables["HOME"], home.hasPrefix("/") else { return nil }
    return Memory(heads: RememberedHeads(in: home + "/.local/state/tocsin"))
  }

  /// Takes a store for broken if it is not what is remembered; says so if a memory is of no use.
  func hold(_ store: FileStore) throws(StoreError) {
    let known = recall(ofStore: store.id, at: store.place)
    if let former = known.store { store.hold(toStore: former) }
    if let head = known.head { try store.hold(to: head) }
  }

  /// The newest line seen in the store at a place, and the store that was seen there; says so if
  /// that memory is of no use.
  func recall(ofStore id: String, at path: String) -> (head: JournalHead?, store: String?) {
    do throws(RememberedHeads.Unusable) {
      return try heads.recall(ofStore: id, atPlace: Self.absolute(path))
    } catch {
      if error.isNoteworthy { Failure.tell("\(error.path) is ignored: \(error.reason)") }
      return (nil, nil)
    }
  }

  /// Remembers the newest line of a store that is known to be on the disk.
  func remember(_ store: FileStore) {
    guard store.strayReason == nil else { return }
    // What cannot be remembered is seen by `doctor`; it is no matter of the command's.
    try? heads.remember(
      store.settledHead(), ofStore: store.id, atPlace: Self.absolute(store.place), time: Clock.now)
  }

  /// Remembers a store as it is, whatever was remembered before.
  func replace(_ store: FileStore, _ head: JournalHead) throws(RememberedHeads.Unusable) {
    try heads.replaceHead(
      head, ofStore: store.id, atPlace: Self.absolute(store.place), time: Clock.now)
  }

  /// A path without links, so that one place has one name; what is not there yet keeps its name.
  static func absolute(_ path: String) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    let parent = parts.dropLast().joined(separator: "/")
    let base = path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent
    // A directory that is not there ends in one that is: the root or the working directory.
    let above = base == path ? base : absolute(base)
    return above == "/" ? "/\(last)" : "\(above)/\(last)"
  }
}
