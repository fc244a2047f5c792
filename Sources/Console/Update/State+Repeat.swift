// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// Remembers what can be repeated.
  mutating func remember(_ event: Event) {
    if event.isRepeatable { lastEvent = event }
  }

  /// Why nothing can be repeated here; `nil` if something can.
  var reasonAgainstRepeating: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let lastEvent else { return "Nothing was done yet that can be repeated." }
    switch lastEvent {
    case .response(let record):
      guard focus == .responses else {
        return "\(record.step.verb) is repeated on a response, in pane 3."
      }
      if !responsesPane.marks.isEmpty { return nil }
      guard let view = selectedView, let response = selectedResponse else {
        return "No response is selected."
      }
      if let reason = reasonAgainst(.response(again(record, on: [response.id]))) { return reason }
      return Event.response(again(record, on: [response.id])).danger(on: view) == .reversible
        ? nil : "\(record.step.verb) asks first here, so it is not repeated."
    default:
      if focus == .responses {
        return "\(lastEvent.verb) is repeated on incidents, in pane 1 or 2."
      }
      return actsOnMarks ? nil : reasonAgainst(lastEvent)
    }
  }

  /// Does once more what was done last, here.
  mutating func repeatLast() -> [Effect] {
    guard let lastEvent else { return [] }
    switch lastEvent {
    case .response(let record):
      guard let id = selectedID, let view = selectedView, let response = selectedResponse else {
        return []
      }
      guard responsesPane.marks.isEmpty else {
        return propose(
          record.step, note: record.note, on: markedResponses.map(\.id), of: id,
          seen: view.version)
      }
      return propose(.response(again(record, on: [response.id])))
    default:
      guard actsOnMarks else { return propose(lastEvent) }
      settleRange()
      return propose(lastEvent, on: targets)
    }
  }

  private func again(_ record: ResponseRecord, on responses: [String]) -> ResponseRecord {
    ResponseRecord(responses: responses, step: record.step, note: record.note)
  }
}

extension Event {
  /// Whether the event can be repeated on something else: what is always taken back with one key.
  fileprivate var isRepeatable: Bool {
    switch self {
    case .acknowledged, .assigned, .commented, .tagged, .snoozed, .woken, .classified, .reopened,
      .response:
      true
    case .resolved, .noted, .recorded, .undone, .observed, .reanchored, .headAccepted, .other:
      false
    }
  }
}
