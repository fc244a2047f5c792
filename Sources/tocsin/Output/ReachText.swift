// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

/// What a response touches beside its target, as lines and as JSON.
enum ReachText {
  /// The most incidents named on a line.
  private static let limit = 8

  /// A line each, without line feeds; the first names the target.
  static func lines(_ response: ResponseCase, _ radius: BlastRadius) -> [String] {
    let target = radius.target.title
    var lines = [
      "\(response.title) (\(response.id))"
        + (target.isEmpty ? "" : ": \(radius.target.kind.rawValue) \(target)")
    ]
    func add(_ label: String, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      let more = texts.count > limit ? " and \(texts.count - limit) more" : ""
      lines.append("  \(label): \(texts.prefix(limit).joined(separator: ", "))\(more)")
    }
    if !radius.excluded.isEmpty { lines.append("  excluded: \(radius.excluded.sentence)") }
    add("Defender's evidence says", radius.remediation)
    add("done already in", radius.alreadyDone.map { "\($0.incident) response \($0.response)" })
    add("open incidents about it too", radius.others.map(\.text))
    add("logged on", radius.loggedOn)
    add("it is", radius.traits.map { $0.label == "role" ? $0.value : "\($0.label) \($0.value)" })
    switch radius.undo {
    case .possible(let way): lines.append("  to undo the effect: \(way)")
    case .impossible: lines.append("  the effect cannot be undone")
    case .unknown: break
    }
    return lines
  }

  /// One object for all of a step.
  static func json(
    _ step: ResponseStep, of id: IncidentID, _ reach: [(response: ResponseCase, BlastRadius)],
    refused: [String]
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("incident", id.text)
      writer.member("step", step.rawValue)
      writer.member("recorded", false)
      writer.member("refused", refused)
      writer.objects("responses", reach) { writer, part in
        let (response, radius) = part
        writer.member("response", response.id)
        writer.member("title", response.title)
        writer.member("action", response.action)
        writer.member("target", radius.target)
        writer.member("excluded", radius.excluded.map(\.name))
        writer.member("remediation", radius.remediation)
        writer.objects("alreadyDone", radius.alreadyDone) { writer, done in
          writer.member("incident", done.incident.text)
          writer.member("response", done.response)
        }
        writer.member("openIncidents", radius.others.map(\.text))
        writer.member("loggedOn", radius.loggedOn)
        writer.objects("traits", radius.traits) { writer, trait in
          writer.member("name", trait.label)
          writer.member("value", trait.value)
        }
        switch radius.undo {
        case .possible(let way): writer.member("undo", way)
        case .impossible: writer.member("undo", "")
        case .unknown: writer.member("undo", String?.none)
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
