// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport

@testable import IncidentStore

/// How long the runs of `make torture` shall be: how many ways of losing power are tried at each
/// call; `nil` in the check.
let longRun = getenv("TOCSIN_TORTURE").flatMap { UInt64(String(cString: $0)) }
let isLongRun = longRun != nil

/// The moment every test lives in.
let noon = Timestamp(milliseconds: 1_795_435_200_000)

/// The id, which is known to be good.
func id(_ text: String) -> IncidentID { IncidentID(text) ?? unknown }
private let unknown = IncidentID("0").unsafelyUnwrapped

/// An author by name.
func author(_ name: String) -> Author { Author(name: name, uid: 1000) }

extension StoreOptions {
  /// At noon, with segments so short that they are often full.
  static var short: StoreOptions {
    var options = StoreOptions { noon }
    options.segmentLimit = 3000
    options.lockLimit = .zero
    return options
  }
}

/// An incident as Graph writes it; `version` is how often the service changed it.
func incidentJSON(_ id: String, version: Int = 0, title: String = "Hands on keyboard") -> String {
  """
  {"id":"\(id)","displayName":"\(title) \(version)","severity":"high","status":"awaitingAction",\
  "createdDateTime":"2026-11-23T09:00:00Z",\
  "lastUpdateDateTime":"\(Timestamp(milliseconds: noon.milliseconds + Int64(version) * 1000).iso8601)"}
  """
}

/// Imports records.
@discardableResult
func take(
  _ records: [String], into store: any Store, by name: String = "import", at time: Timestamp = noon
) throws(StoreError) -> ImportReport {
  try Importer(into: store, by: author(name)) { time }.run([
    .bytes(Array(records.joined(separator: "\n").utf8), name: "test")
  ])
}

/// A disk with one directory in which a store can be made, all of it durable.
func emptyMachine() -> SimulatedMachine {
  let machine = SimulatedMachine(at: noon)
  let process = machine.process()
  try? process.makeDirectory("/srv", mode: 0o755)
  if let root = try? process.open("/", .directory) { try? process.sync(root) }
  return machine
}

/// Where the store is on a simulated disk.
let storePath = "/srv/store"
