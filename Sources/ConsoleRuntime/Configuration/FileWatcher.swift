// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore

/// Tells that one file may have changed, also when another is put in its place.
///
/// The directory is watched, not the file: editors write a new one and rename it.
final class FileWatcher: Sendable {
  /// How long what happens together is gathered, in microseconds: some editors move the old file
  /// away before they write the new one.
  private static let gathering: UInt32 = 50_000

  private let path: String
  private let hints: InotifyHints

  init(path: String, usesHints: Bool) {
    self.path = path
    hints = InotifyHints(isAllowed: usesHints)
  }

  /// Says each time that the file may have changed, until ``stop()``: once at the beginning.
  ///
  /// Keeps the calling thread until then.
  func run(_ changed: () -> Void) {
    var isArmed = hints.arm(directories)
    changed()
    while true {
      switch hints.wait(milliseconds: isArmed ? nil : interval) {
      case .stopped: return
      case .changed:
        usleep(Self.gathering)
        if hints.wait(milliseconds: 0) == .stopped { return }
      case .lost, .nothing: break
      }
      // A link may lead elsewhere now. Armed before it is told, so that nothing falls between.
      isArmed = hints.arm(directories)
      changed()
    }
  }

  /// Ends ``run(_:)``, wherever it is; may be called from any thread.
  func stop() { hints.stop() }

  /// The file's own directory and, where the file is a link, the one it leads to.
  private var directories: [String] {
    let own = Self.directory(of: path)
    guard let found = realpath(path, nil) else { return [own] }
    defer { free(found) }
    return Array(Set([own, Self.directory(of: String(cString: found))]))
  }

  /// Milliseconds between two looks without hints: few where there is no directory yet.
  private var interval: Int32 { access(Self.directory(of: path), F_OK) == 0 ? 1000 : 60_000 }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
