// SPDX-License-Identifier: MIT

extension Case {
  /// Takes over one line that names this incident.
  ///
  /// An undo is not applied here: it concerns another line, which only the book knows.
  mutating func apply(_ entry: JournalEntry) {
    version = entry.seq
    switch entry.event {
    case .observed(let observation):
      observe(observation, entry)
    case .acknowledged:
      acknowledgement.record(
        Acknowledgement(by: entry.by, at: entry.at), seq: entry.seq, at: entry.at, by: entry.by)
      if !Owner.isSomebody(owner.value) {
        owner.record(Owner.name(entry.by.name), seq: entry.seq, at: entry.at, by: entry.by)
      }
    case .assigned(let name):
      owner.record(Owner.name(name), seq: entry.seq, at: entry.at, by: entry.by)
    case .commented(let text):
      remarks.append(Remark(seq: entry.seq, by: entry.by, at: entry.at, text: text))
    case .noted(let note): write(note, entry)
    case .tagged(let edit): write(edit, entry)
    case .snoozed(let snooze):
      written.snooze.record(snooze, seq: entry.seq, at: entry.at, by: entry.by)
    case .woken:
      written.snooze.record(nil, seq: entry.seq, at: entry.at, by: entry.by)
    case .classified(let classification, let determination):
      resolution.record(
        Resolution(classification: classification, determination: determination),
        seq: entry.seq, at: entry.at, by: entry.by)
    case .resolved(let resolution):
      status.record(
        .resolved, seq: entry.seq, at: entry.at, by: entry.by, note: resolution.comment)
      self.resolution.record(resolution, seq: entry.seq, at: entry.at, by: entry.by)
    case .reopened:
      // Back to what Defender says, unless Defender says closed: only it can set awaitingAction.
      let service = status.serviceEntry.value
      status.record(
        service.isClosed ? .active : service, seq: entry.seq, at: entry.at, by: entry.by)
    case .response(let record):
      for response in record.responses(of: id) { step(record, on: response, entry) }
    case .undone:
      break
    case .recorded, .reanchored, .headAccepted, .other:
      // What is about the store and yet names an incident is not understood either.
      isReadOnly = true
    }
  }

  private mutating func observe(_ observation: Observation, _ entry: JournalEntry) {
    service.apply(observation)
    digest = observation.digest
    if let since = observation.awaitingSince {
      awaitingSince = since
      awaitingLine = entry.seq
    }
    if let change = observation.status {
      status.observe(change.new, seq: entry.seq, at: entry.at)
    }
    if let change = observation.owner {
      owner.observe(change.new, seq: entry.seq, at: entry.at)
    }
    if observation.classification != nil || observation.determination != nil {
      resolution.observe(
        Resolution(classification: service.classification, determination: service.determination),
        seq: entry.seq, at: entry.at)
    }
    observeWritten(observation, entry)
    for change in observation.responses {
      let place = place(ofResponse: change.new.id)
      responses[place].service = change.new
      if change.old?.status != change.new.status {
        responses[place].status.observe(change.new.status, seq: entry.seq, at: entry.at)
      }
    }
  }

  private mutating func step(_ record: ResponseRecord, on id: String, _ entry: JournalEntry) {
    let place = place(ofResponse: id)
    if let status = record.step.status {
      responses[place].status.record(
        status, seq: entry.seq, at: entry.at, by: entry.by, note: record.note)
    } else {
      responses[place].acknowledgement.record(
        Acknowledgement(by: entry.by, at: entry.at), seq: entry.seq, at: entry.at, by: entry.by)
    }
  }

  private mutating func place(ofResponse id: String) -> Int {
    if let place = responses.firstIndex(where: { $0.id.hasSameBytes(as: id) }) { return place }
    responses.append(ResponseCase(id: id, service: nil))
    return responses.count - 1
  }

  /// Marks what a line set as undone, or as done again; `by` is the line that says so.
  mutating func setUndone(_ isUndone: Bool, seq: Int, by undoing: Int) {
    status.setUndone(isUndone, seq: seq, by: undoing)
    owner.setUndone(isUndone, seq: seq, by: undoing)
    resolution.setUndone(isUndone, seq: seq, by: undoing)
    acknowledgement.setUndone(isUndone, seq: seq, by: undoing)
    setWrittenUndone(isUndone, seq: seq, by: undoing)
    for place in responses.indices {
      responses[place].status.setUndone(isUndone, seq: seq, by: undoing)
      responses[place].acknowledgement.setUndone(isUndone, seq: seq, by: undoing)
    }
    for place in remarks.indices where remarks[place].seq == seq {
      remarks[place].isWithdrawn = isUndone
    }
  }

  /// The view of a merge's target: its own lines and those of a source.
  mutating func absorb(_ source: Case) {
    version = max(version, source.version)
    isReadOnly = isReadOnly || source.isReadOnly
    if source.hasOpenResponses, let since = source.awaitingSince {
      // What is asked now counts: the target's own time is old news unless it still asks.
      if !turn.isYours || awaitingSince.map({ $0 > since }) ?? true {
        awaitingSince = since
        awaitingLine = source.awaitingLine
      }
    }
    acknowledgement.absorb(source.acknowledgement)
    absorbed += source.unseen
    service.absorb(source.service)
    absorbWritten(source)
    let own = Set(remarks.map(\.seq))
    remarks = (remarks + source.remarks.filter { !own.contains($0.seq) })
      .sorted { $0.seq < $1.seq }
    for var response in source.responses {
      if let place = responses.firstIndex(where: { $0.id.hasSameBytes(as: response.id) }) {
        // The target holds only what was recorded on it; what the service says is the source's.
        let own = responses[place]
        if own.service == nil {
          response.status.absorb(own.status)
          response.acknowledgement.absorb(own.acknowledgement)
          response.source = response.source ?? source.id
          responses.remove(at: place)
          responses.append(response)
        } else {
          responses[place].status.absorb(response.status)
          responses[place].acknowledgement.absorb(response.acknowledgement)
        }
      } else {
        response.source = response.source ?? source.id
        responses.append(response)
      }
    }
  }
}

extension ServiceFacts {
  /// Adds what a merged incident is about; its alerts may not have come with the target yet.
  fileprivate mutating func absorb(_ source: ServiceFacts) {
    if !source.entities.isEmpty {
      entities = Entity.kept(unique(entities + source.entities).inOrder)
    }
    if !source.sources.isEmpty {
      sources = Array(unique(sources + source.sources).prefix(Self.sourceLimit))
    }
  }
}

/// Who counts as an owner.
enum Owner {
  /// The name as it is kept, cut like the service's; empty for nobody.
  static func name(_ name: String?) -> String {
    (name ?? "").prefix(bytes: ServiceFacts.textLimit)
  }

  /// Whether a name stands for a person or team of ours.
  ///
  /// The service writes its own labels where nobody in particular owns an incident; their exact
  /// spelling is not documented, so they are matched loosely.
  static func isSomebody(_ name: String) -> Bool {
    !name.isEmpty && !name.equalsIgnoringASCIICase("Unassigned")
      && !name.equalsIgnoringASCIICase("Customer")
  }
}
