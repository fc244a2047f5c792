// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport

@testable import IncidentStore

/// A directory of its own for one test, removed with it.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/tocsin-store-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { remove(path) }

  var store: String { path + "/store" }

  private func remove(_ path: String) {
    let files = PosixFileSystem()
    if (try? files.status(at: path))??.kind == .directory {
      chmod(path, 0o700)
      for name in (try? files.names(in: path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// The moment every test lives in.
let noon = Timestamp(milliseconds: 1_795_435_200_000)

let alice = Author(name: "alice", uid: 1007)
let bob = Author(name: "bob", uid: 1008)

extension StoreOptions {
  static var test: StoreOptions { StoreOptions { noon } }
}

/// The id, which is known to be good.
func id(_ text: String) -> IncidentID { IncidentID(text) ?? unknown }
private let unknown = IncidentID("0").unsafelyUnwrapped

/// Reads a whole file.
func contents(of path: String) -> [UInt8] {
  let files = PosixFileSystem()
  guard let file = try? files.open(path, .read) else { return [] }
  defer { files.close(file) }
  return (try? files.read(file, at: 0, count: files.status(of: file).size)) ?? []
}

/// Writes a whole file in place, as an editor or an attacker would.
func overwrite(_ path: String, with bytes: [UInt8]) {
  let descriptor = open(path, O_WRONLY | O_TRUNC)
  _ = write(descriptor, bytes, bytes.count)
  close(descriptor)
}

/// An incident with managed responses as Graph writes it.
func incidentJSON(
  _ id: String, title: String = "Hands-on-keyboard attack", status: String = "awaitingAction",
  updated: String = "2026-11-23T10:00:00Z", tasks: [String] = [], redirect: String? = nil
) -> String {
  let redirect = redirect.map { #","redirectIncidentId":"\#($0)""# } ?? ""
  return """
    {"id":"\(id)","displayName":"\(title)","severity":"high","status":"\(status)",\
    "createdDateTime":"2026-11-23T09:00:00Z","lastUpdateDateTime":"\(updated)"\(redirect),\
    "tasks":[\(tasks.map { taskJSON($0, of: id) }.joined(separator: ","))]}
    """
}

/// A managed response as Graph writes it.
func taskJSON(_ task: String, of incident: String, status: String = "open") -> String {
  """
  {"@odata.type":"#microsoft.graph.security.incidentTask","id":"\(task)",\
  "displayName":"Isolate device","status":"\(status)",\
  "source":"defenderExpertsGuidedResponse","actionType":"isolateDevice",\
  "createdDateTime":"2026-11-23T09:30:00Z","lastModifiedDateTime":"2026-11-23T09:30:00Z",\
  "incident":{"id":"\(incident)"}}
  """
}

/// Imports records into a store.
@discardableResult
func take(_ records: String..., into store: any Store, by author: Author = alice) throws
  -> ImportReport
{
  try Importer(into: store, by: author) { noon }.run([
    .bytes(Array(records.joined(separator: "\n").utf8), name: "test")
  ])
}
