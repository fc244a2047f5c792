// SPDX-License-Identifier: MIT

package import Incidents

/// What becomes of a document that is to be made current.
package enum Observing: Hashable, Sendable {
  /// The line that makes it so.
  case line(JournalEntry)
  /// It is current already.
  case current
  /// It was merged from a document that is no longer current.
  case stale
}

extension CaseBook {
  /// Judges a document against the current one and makes its line, the next of the journal being
  /// `seq`.
  package func observing(
    _ document: NewDocument, seq: Int, at time: Timestamp, by author: Author
  ) -> Observing {
    let known = self.case(document.id)
    let current = known.flatMap { $0.digest.isEmpty ? nil : $0.digest }
    let old = current == nil ? nil : known?.service
    if current == document.digest {
      guard document.base == current, let old, old.isUntold else { return .current }
      return addition(to: old, of: document, seq: seq, at: time, by: author)
    }
    guard current == document.base else { return .stale }
    for facts in document.facts.shorter {
      var observation = Observation(digest: document.digest, from: old, to: facts)
      observation.awaitingSince = awaitingSince(with: observation, of: document.id, at: time)
      let entry = JournalEntry(
        seq: seq, at: time, by: author, on: [Subject(document.id): known?.version ?? 0],
        event: .observed(observation))
      let most = facts.mostBytes + (old?.mostBytes ?? 0) + 2000
      if most <= JournalLine.limit
        || entry.line(after: .init(ofStore: "")).bytes.count <= JournalLine.limit
      {
        return .line(entry)
      }
    }
    var observation = Observation(digest: document.digest)
    observation.isReceived = Change(old: old?.isReceived, new: document.facts.isReceived)
    return .line(
      JournalEntry(
        seq: seq, at: time, by: author, on: [Subject(document.id): known?.version ?? 0],
        event: .observed(observation)))
  }
}

extension CaseBook {
  /// The line that adds what a document, though current, was not asked for when it became so.
  private func addition(
    to old: ServiceFacts, of document: NewDocument, seq: Int, at time: Timestamp, by author: Author
  ) -> Observing {
    var new = old
    new.sources = document.facts.sources
    new.entities = document.facts.entities
    new.responseCounts = document.facts.responseCounts
    new.systemTags = document.facts.systemTags
    new.edition = document.facts.edition
    // It is small without the responses, whatever is in it: no text of it is long, and there is no
    // old one.
    for facts in [new.tellingMore(of: document.facts.responses), new] {
      var observation = Observation(digest: document.digest, from: old, to: facts)
      observation.awaitingSince = awaitingSince(with: observation, of: document.id, at: time)
      // That there is nothing to add is not worth a line.
      var rest = observation
      rest.edition = nil
      guard rest != Observation(digest: document.digest) else { return .current }
      let entry = JournalEntry(
        seq: seq, at: time, by: author,
        on: [Subject(document.id): self.case(document.id)?.version ?? 0],
        event: .observed(observation))
      if entry.line(after: .init(ofStore: "")).bytes.count <= JournalLine.limit {
        return .line(entry)
      }
    }
    return .current
  }
}

extension ServiceFacts {
  /// Whether these were told by a version that did not yet say all that is said now.
  package var isUntold: Bool { edition < Self.currentEdition }

  /// The same, with what is known now of the responses they have.
  fileprivate func tellingMore(of responses: [ResponseFacts]) -> ServiceFacts {
    let known = Dictionary(responses.map { (Array($0.id.utf8), $0) }) { first, _ in first }
    var facts = self
    for place in facts.responses.indices {
      guard let more = known[Array(facts.responses[place].id.utf8)] else { continue }
      facts.responses[place].targetName = more.targetName
      facts.responses[place].otherIDs = more.otherIDs
      facts.responses[place].statusAt = more.statusAt
    }
    return facts
  }

  /// More bytes than the facts can take in a line: a byte of text takes six at most.
  fileprivate var mostBytes: Int {
    func most(_ texts: String...) -> Int { texts.reduce(0) { $0 + $1.utf8.count * 6 } }
    return 1000 + most(title, owner) + (tags + systemTags + sources).reduce(0) { $0 + most($1) + 3 }
      + entities.reduce(0) { $0 + most($1.name) + 3 }
      + responses.reduce(0) { sum, response in
        let texts = [response.id, response.title, response.target, response.targetName]
        return sum + (texts + response.otherIDs).reduce(0) { $0 + most($1) + 3 } + 420
      }
  }

  /// The facts with each response once, then with ever shorter texts, for the rare incident whose
  /// changes would not fit in one line; the document keeps everything.
  fileprivate var shorter: [ServiceFacts] {
    var once = self
    var seen: Set<String> = []
    once.responses = responses.filter { seen.insert($0.id).inserted }
    return [once]
      + [(80, 250), (30, 250), (30, 80), (30, 0)].map { bytes, count in
        var facts = once
        // A cut name would be another's: what has no room is left out.
        facts.keepEntities(count)
        facts.keepResponses(count)
        facts.title = facts.title.cut(bytes)
        facts.owner = facts.owner.cut(bytes)
        facts.tags = facts.tags.prefix(count).map { $0.cut(bytes) }
        facts.systemTags = facts.systemTags.map { $0.cut(bytes) }
        facts.responses = facts.responses.map { response in
          var response = response
          response.title = response.title.cut(bytes)
          response.target = response.target.cut(bytes)
          if response.targetName.utf8.count > bytes { response.targetName = "" }
          response.otherIDs.removeAll { $0.utf8.count > bytes }
          return response
        }
        return facts
      }
  }
}

extension String {
  /// At most so many bytes, cut between scalars.
  fileprivate func cut(_ limit: Int) -> String {
    var count = 0
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      count += UTF8.width(scalar)
      guard count <= limit else { break }
      result.append(scalar)
    }
    return String(result)
  }
}
