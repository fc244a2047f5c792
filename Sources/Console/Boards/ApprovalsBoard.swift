// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What waits for a second person, and what became of it.
enum ApprovalsBoard: BoardSource {
  static let figures: BoardFigures.Kind? = .approvals

  static func content(_ state: State) -> BoardContent {
    let requests = state.book.approvalRequests
    return BoardContent(
      summary: [[own(state.book.approvalRule.words, .muted)], []],
      columns: [
        BoardColumn("State", 22), BoardColumn("By", 12), BoardColumn("Until", 17, from: 90),
        BoardColumn("What"),
      ],
      // Headings stand once each.
      rows: requests.filter { !isOver($0, state) }.map { row($0, state) }
        + requests.filter { isOver($0, state) }.map { row($0, state) },
      empty: "Nobody asked for an approval.")
  }

  private static func isOver(_ request: ApprovalRequest, _ state: State) -> Bool {
    let standing = request.state(at: state.now)
    return standing != .pending && standing != .approved
  }

  private static func row(_ request: ApprovalRequest, _ state: State) -> BoardRow {
    let standing = request.state(at: state.now)
    let style: Style =
      switch standing {
      case .pending: Style(.yourMove, .bold)
      case .approved: Style(.done)
      case .done, .withdrawn, .expired: .muted
      }
    let isOver = isOver(request, state)
    return BoardRow(
      request.subject.text, under: isOver ? "Over" : "Open",
      [
        [own(standing.title, style)], [indicator(request.by.name)],
        [own(request.expires.map(state.times.dayAndTime) ?? state.dash, .muted)],
        [prose(request.words, isOver ? .muted : .text)],
      ])
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let request = state.book.approvalRequests.first(where: { $0.subject.text == id }) else {
      return
    }
    page.labelled("What", VisibleText(request.words, .prose))
    if let content = state.content(of: request) {
      for part in content.parts() {
        page.labelled(part.label, VisibleText(part.value, .multiline))
      }
    } else {
      page.labelled("What", VisibleText(State.unreadRequest, .typed), Style(.warning))
    }
    page.labelled("State", VisibleText(request.state(at: state.now).title, .typed))
    page.labelled(
      "Asked by", VisibleText("\(request.by.title), user \(request.by.uid)", .indicator))
    page.labelled("Asked", VisibleText(request.askedAt.map(state.times.dayAndTime) ?? "", .typed))
    page.labelled("Until", VisibleText(request.expires.map(state.times.dayAndTime) ?? "", .typed))
    page.labelled(
      "Approved", VisibleText(request.approvers.joined(separator: ", "), .indicator))
    page.labelled("Digest", VisibleText(request.digest, .indicator), .muted)
  }
}
