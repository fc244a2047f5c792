// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

extension JSONWriter {
  /// Writes the members of an *observed* line's body.
  mutating func body(of observation: Observation) {
    member("document", observation.digest)
    if let since = observation.awaitingSince { member("awaitingSince", since.iso8601) }
    name("changes")
    object { $0.changes(of: observation) }
  }

  private mutating func changes(of observation: Observation) {
    change("title", observation.title) { $0.string($1) }
    change("severity", observation.severity) { $0.string($1.graphName) }
    change("status", observation.status) { $0.string($1.graphName) }
    change("owner", observation.owner) { $0.string($1) }
    change("classification", observation.classification) { $0.string($1.graphName) }
    change("determination", observation.determination) { $0.string($1.graphName) }
    change("tags", observation.tags) { writer, tags in
      writer.array { for tag in tags { $0.string(tag) } }
    }
    change("systemTags", observation.systemTags) { writer, tags in
      writer.array { for tag in tags { $0.string(tag) } }
    }
    change("createdAt", observation.createdAt) { $0.text($1?.iso8601) }
    change("updatedAt", observation.updatedAt) { $0.text($1?.iso8601) }
    change("redirect", observation.redirect) { $0.text($1?.text) }
    change("priorityScore", observation.priorityScore) { writer, score in
      if let score { writer.integer(score) } else { writer.null() }
    }
    change("alertCount", observation.alertCount) { $0.integer($1) }
    change("isReceived", observation.isReceived) { $0.bool($1) }
    change("sources", observation.sources) { writer, sources in
      writer.array { for source in sources { $0.string(source) } }
    }
    change("entities", observation.entities) { $0.entities($1) }
    change("responseCounts", observation.responseCounts) { $0.counts($1) }
    change("edition", observation.edition) { $0.integer($1) }
    guard !observation.responses.isEmpty else { return }
    name("responses")
    object { writer in
      for response in observation.responses {
        writer.change(response.new.id, response) { $0.facts($1) }
      }
    }
  }

  /// Writes `"name":[old,new]`, with `null` where nothing was known.
  private mutating func change<Value>(
    _ name: String, _ change: Change<Value>?,
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    guard let change else { return }
    self.name(name)
    array { writer in
      if let old = change.old { write(&writer, old) } else { writer.null() }
      write(&writer, change.new)
    }
  }

  private mutating func entities(_ entities: [Entity]) {
    object { writer in
      for kind in Entity.Kind.allCases {
        let names = entities.lazy.filter { $0.kind == kind }.map(\.name)
        if !names.isEmpty { writer.member(kind.rawValue, Array(names)) }
      }
    }
  }

  private mutating func counts(_ counts: ResponseCounts?) {
    guard let counts else {
      null()
      return
    }
    object { writer in
      writer.member("total", counts.total)
      writer.member("open", counts.open)
      writer.member("yours", counts.yours)
    }
  }

  private mutating func facts(_ facts: ResponseFacts) {
    object { writer in
      writer.member("title", facts.title)
      writer.member("action", facts.action.graphName)
      writer.member("target", facts.target)
      if !facts.targetName.isEmpty { writer.member("targetName", facts.targetName) }
      if !facts.otherIDs.isEmpty { writer.member("otherIds", facts.otherIDs) }
      writer.member("status", facts.status.graphName)
      writer.member("performer", facts.performer.graphName)
      writer.member("createdAt", facts.createdAt?.iso8601)
      if let at = facts.statusAt { writer.member("statusAt", at.iso8601) }
    }
  }

  private mutating func text(_ text: String?) {
    if let text { string(text) } else { null() }
  }
}
