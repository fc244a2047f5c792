// SPDX-License-Identifier: MIT

public import IncidentStore
private import Incidents

extension Store {
  /// Imports what the service says.
  public func take(_ incidents: [SampleIncident], clock: FixedClock) {
    let importer = Importer(
      into: self, by: Author(name: "import", uid: 0), clock: { clock.now })
    let lines = incidents.map(\.json).joined(separator: [UInt8(ascii: "\n")])
    _ = try? importer.run([.bytes(Array(lines), name: "sample")])
  }
}

extension MemoryStore {
  /// A store that holds some incidents.
  public convenience init(holding incidents: [SampleIncident], clock: FixedClock) {
    self.init { clock.now }
    if !incidents.isEmpty { take(incidents, clock: clock) }
  }
}
