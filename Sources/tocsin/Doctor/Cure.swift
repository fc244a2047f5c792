// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// What `doctor` changes when it is told to.
struct Cure {
  private let settings: Settings

  /// A cure for the store of some settings.
  init(_ settings: Settings) { self.settings = settings }

  /// Mends what can be mended, and tells it; the answer is whether that was anything.
  ///
  /// Modes first, because nothing can be opened without them; then the disk, then the chain.
  func repair() throws -> Bool {
    var isDone = false
    func tell(_ sentence: String) {
      isDone = true
      Failure.tell(sentence)
    }
    let inspection = StoreInspection(of: settings.place.path)
    for mode in try inspection.mendModes() {
      tell("set the mode of \(mode.path) to \(String(mode.mode, radix: 8))")
    }
    let swept = inspection.sweepUnfinished(at: Clock.now)
    for path in swept.gone { tell("removed \(path), which was never finished") }
    for path in swept.kept { Failure.tell("\(path) is another's to remove") }
    if try open().clearPoison(by: settings.author) {
      tell("wrote the journal's last segment anew, and read it back")
    }
    let store = try open()
    if let entry = try store.reanchor(by: settings.author) {
      tell("line \(entry.seq): \(entry.phrase())")
      let named = try store.incidentsPassedOver(by: entry)
      tell(
        named.isEmpty
          ? "What was passed over names no incident that can be read; import anew what was current."
          : "What was passed over names \(ChainBreak.list(named)): import them again, and look at "
            + "what was done on them. No document was removed.")
      // Whoever puts back what was there before must be noticed.
      _ = try settings.place.open(isReadOnly: false)
    }
    return isDone
  }

  /// What a repair did not mend, so that it never seems to have been silent.
  static func tellRest(of findings: [Finding], isDone: Bool) {
    let left = findings.filter { $0.level == .problem }
    guard left.isEmpty else {
      var subjects: [String] = []
      for finding in left where !subjects.contains(finding.subject) {
        subjects.append(finding.subject)
      }
      Failure.tell(
        "--repair does not help with: \(subjects.joined(separator: ", ")). "
          + "Each of these lines says what does.")
      return
    }
    if !isDone { Failure.tell("Nothing had to be repaired.") }
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
