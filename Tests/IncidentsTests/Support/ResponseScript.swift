// SPDX-License-Identifier: MIT

import Incidents
import Testing

extension ServiceFacts {
  /// Asks for a response on a target, or changes one asked for before.
  mutating func ask(
    _ id: String, _ action: ResponseAction, on target: String, _ status: ResponseStatus = .open,
    by performer: Performer = .you, title: String? = nil, called name: String = "",
    otherIDs: [String] = [],
    at minute: Int? = nil, statusAt: Timestamp? = nil
  ) {
    let response = ResponseFacts(
      id: id, title: title ?? "Step \(id)", action: action, target: target, targetName: name,
      otherIDs: otherIDs,
      status: status, performer: performer, createdAt: minute.map(JournalScript.time(ofLine:)),
      statusAt: statusAt)
    if let place = responses.firstIndex(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
      responses[place] = response
    } else {
      responses.append(response)
    }
  }
}

extension JournalScript {
  /// What is switched off now.
  var board: ContainmentBoard { ContainmentBoard(book, TriageQueue(book)) }

  /// The same read from an archive.
  var archivedBoard: ContainmentBoard {
    let book = CaseBook(ScriptArchive(book))
    return ContainmentBoard(book, TriageQueue(book))
  }

  /// What is to be done now.
  var plan: ResponsePlan { ResponsePlan(book, TriageQueue(book)) }

  /// Records a step on a response.
  mutating func step(_ name: String, _ step: ResponseStep, _ response: String, of id: String) {
    by(name, .response(ResponseRecord(responses: [response], step: step, note: "why")), on: id)
  }
}

/// A response, briefly.
func reference(_ id: String, _ response: String) -> ResponseReference {
  ResponseReference(incident(id), response)
}

extension JournalScript {
  /// Records that what a response switched off was lifted by hand.
  mutating func lift(_ name: String, _ response: String, of id: String) {
    let row = board.rows.first { $0.response == reference(id, response) }
    if let edit = row?.lifting(note: "by hand") { keep(name, edit) }
  }
}
