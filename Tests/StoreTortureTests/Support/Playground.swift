// SPDX-License-Identifier: MIT

import Glibc
import Incidents

@testable import IncidentStore

/// A store on the real disk that ``Writer``s work on, removed with it.
final class Playground {
  let directory: String
  let store: String

  init() throws {
    var template = Array("/tmp/tocsin-torture-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Complaint("no directory") }
    directory = String(cString: made)
    store = directory + "/store"
    let first = try FileStore.create(at: store, options: Self.options).store
    try take((0..<40).map { incidentJSON("4\($0)") }, into: first, by: "first")
  }

  deinit { Self.remove(directory) }

  static var options: StoreOptions {
    var options = StoreOptions { noon }
    options.lockLimit = .seconds(30)
    return options
  }

  private static func remove(_ path: String) {
    let files = PosixFileSystem()
    if (try? files.status(at: path))??.kind == .directory {
      for name in (try? files.names(in: path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
