// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Why the selected incident's open responses cannot be skipped; `nil` if they can.
  var reasonAgainstSkippingOpen: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let view = selectedView else { return Self.nothingSelected }
    if view.isReadOnly { return Refusal.newerVersion.sentence }
    return view.responses.contains(where: \.isOpenForCustomer)
      ? nil : "No response of yours is open in it."
  }

  /// Asks why the selected incident's open responses are not carried out.
  mutating func skipOpen() -> [Effect] {
    guard let view = selectedView else { return [] }
    let responses = view.responses.filter(\.isOpenForCustomer).map(\.id)
    askReasons(.skipped, on: responses, of: view)
    return []
  }

  /// Asks why what is open in marked incidents is not carried out, if anything is.
  mutating func askSkipping(about targets: Targets) -> [Effect] {
    let open = targets.ids.filter { id in
      book.view(of: book.current(id))?.responses.contains(where: \.isOpenForCustomer) ?? false
    }
    guard open.isEmpty else { return ask(.skip, about: targets) }
    return skipOpen("", on: targets)
  }

  /// Proposes to skip, for one reason, what is open for the customer in marked incidents.
  mutating func skipOpen(_ reason: String, on targets: Targets) -> [Effect] {
    var responses: [ResponseReference] = []
    var left: [LeftOut] = []
    var seen: [IncidentID: Int] = [:]
    for named in targets.ids {
      let id = book.current(named)
      guard seen[id] == nil, let view = book.view(of: id) else { continue }
      let open = view.responses.filter(\.isOpenForCustomer)
      if open.isEmpty {
        left.append(LeftOut(label: named.text, reason: "No response of yours is open in it."))
      }
      seen[id] = targets.seen[named]
      responses += open.map { ResponseReference(id, $0.id) }
    }
    return propose(
      .skipped, note: reason, on: responses, seen: seen, of: .marks(targets), left: left)
  }
}
