// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

extension Session {
  /// The most incidents about a target whose responses are looked at.
  private static let othersLimit = 40

  /// The excluded groups in which the targets of some responses are, by what their incidents say;
  /// documents are read only where anything is excluded.
  func excluded(_ responses: [ResponseReference]) throws -> [ResponseReference: [Exclusion]] {
    let exclusions = book.records(.exclusion).map(Exclusion.init)
    guard !exclusions.isEmpty else { return [:] }
    var found: [ResponseReference: [Exclusion]] = [:]
    for (id, responses) in Dictionary(grouping: responses, by: \.incident) {
      guard let document = try store.incident(id) else { continue }
      for response in responses {
        let described = document.responses.first {
          $0.id.utf8.elementsEqual(response.response.utf8)
        }
        let groups = exclusions.filter { group in
          described.map { group.isNamed(for: $0, in: document) } ?? false
        }
        if !groups.isEmpty { found[response] = groups }
      }
    }
    return found
  }

  /// What responses of an incident touch, each with the response.
  func reach(of ids: [String], on view: Case) throws -> [(response: ResponseCase, BlastRadius)] {
    let document = try store.incident(view.id)
    return ids.compactMap { view.response($0) }.map { response in
      (
        response,
        book.blastRadius(
          of: response, on: view, document: document, limit: Self.othersLimit,
          about: book.incidents(about:))
      )
    }
  }
}

extension [Exclusion] {
  /// The groups, and what that means.
  var sentence: String {
    map { "\($0.kind.title) \($0.name)" }.joined(separator: ", ")
      + ": by what is recorded here, the experts only guide"
  }
}
