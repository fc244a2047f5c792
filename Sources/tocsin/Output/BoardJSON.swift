// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

/// What responses have switched off, as one JSON object (`Documentation/containment.schema.json`).
struct ContainmentJSON {
  private let board: ContainmentBoard
  private let excluded: [ResponseReference: [Exclusion]]

  /// The JSON of a board, with the excluded groups of what is on it.
  init(_ board: ContainmentBoard, excluded: [ResponseReference: [Exclusion]]) {
    self.board = board
    self.excluded = excluded
  }

  /// The object, on one line.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.objects("inForce", board.rows, write)
      writer.member("unknownActions", board.unknown)
      writer.member("incompleteIncidents", board.incomplete)
    }
    return writer.bytes
  }

  private func write(_ writer: inout JSONWriter, _ row: Containment) {
    writer.member("action", row.action)
    writer.member("target", row.target)
    writer.member(row.response)
    writer.member("title", row.title)
    writer.member("since", row.since)
    switch row.origin {
    case .defender:
      writer.member("origin", "defender")
      writer.member("by", String?.none)
    case .here(let author):
      writer.member("origin", "tocsin")
      writer.member(by: author)
    }
    writer.member("inverse", row.inverse?.graphName)
    writer.member("undo", row.undo)
    writer.objects("askedToLift", row.lifts) { $0.member($1) }
    writer.member("excluded", (excluded[row.response] ?? []).map(\.name))
  }
}

/// What is to be done, as one JSON object (`Documentation/plan.schema.json`).
struct PlanJSON {
  private let plan: ResponsePlan
  private let excluded: [ResponseReference: [Exclusion]]

  /// The JSON of a plan, with the excluded groups of what is on it.
  init(_ plan: ResponsePlan, excluded: [ResponseReference: [Exclusion]]) {
    self.plan = plan
    self.excluded = excluded
  }

  /// The object, on one line.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.objects("targets", plan.groups) { writer, group in
        writer.member("target", group.target)
        writer.member("incident", group.incident?.text)
        writer.objects("steps", group.steps, write)
      }
      let batch = Dictionary(grouping: plan.batch, by: \.response.incident)
      writer.objects("batch", batch.sorted { $0.key < $1.key }) { writer, part in
        writer.member("incident", part.key.text)
        writer.member("version", part.value.first?.version)
        writer.member("responses", part.value.map(\.response.response))
      }
      writer.member("incompleteIncidents", plan.incomplete)
    }
    return writer.bytes
  }

  private func write(_ writer: inout JSONWriter, _ step: ResponsePlan.Step) {
    writer.member(step.response)
    writer.member("version", step.version)
    writer.member("severity", step.severity)
    writer.member("awaitingSince", step.awaitingSince)
    writer.member("action", step.action)
    writer.member("targetId", step.target.id)
    writer.member("title", step.title)
    writer.member("status", step.status)
    writer.member("performer", step.performer.name)
    writer.name("duplicateOf")
    if let first = step.duplicateOf { writer.object { $0.member(first) } } else { writer.null() }
    writer.objects("conflicts", step.conflicts) { $0.member($1) }
    writer.member("excluded", (excluded[step.response] ?? []).map(\.name))
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ response: ResponseReference) {
    member("incident", response.incident.text)
    member("response", response.response)
  }

  /// Writes a member that says what a response acts on.
  mutating func member(_ name: String, _ target: ResponseTarget) {
    self.name(name)
    object {
      $0.member("kind", target.kind.rawValue)
      $0.member("id", target.id)
      $0.member("name", target.name)
    }
  }
}
