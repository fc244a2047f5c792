// SPDX-License-Identifier: MIT

import FoundationEssentials
import Resources
import Testing

/// The incidents, alerts and tasks of all demo files, at a fixed moment.
struct DemoRecords: Sendable {
  /// 2026-11-24T06:55:00.123Z.
  static let now: Int64 = 1_795_503_300_123
  static let nowText = "2026-11-24T06:55:00.1230000Z"

  var incidents: [JSONValue] = []
  var olderIncidents: [JSONValue] = []
  var tasks: [JSONValue] = []

  var alerts: [JSONValue] { incidents.flatMap { $0["alerts"]?.elements ?? [] } }

  static func read() throws -> DemoRecords {
    var records = DemoRecords()
    for file in Resources.demo(now: now) {
      let value = try JSONDecoder().decode(JSONValue.self, from: Data(file.bytes))
      let page = value["value"] ?? value
      for record in page.isObject ? [page] : page.elements {
        if record["actionType"] != nil {
          records.tasks.append(record)
        } else if record["incidentName"] != nil {
          records.olderIncidents.append(record)
        } else {
          records.incidents.append(record)
        }
      }
    }
    return records
  }

  func texts(_ member: String, of records: [JSONValue]) -> Set<String> {
    Set(records.compactMap { $0[member]?.text })
  }
}

extension JSONValue {
  /// A time member cut to whole seconds, so that times of different precision compare as text.
  func second(_ member: String) throws -> String {
    let text = try #require(self[member]?.text, "no \(member)")
    return String(text.prefix(19))
  }
}
