// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The numbers of the last days, worked out when the board is opened.
enum MetricsBoard: BoardSource {
  /// The most incidents listed, and opened, of one number.
  static let incidentLimit = 40

  static let figures: BoardFigures.Kind? = .metrics
  static let followsNews = false

  static func content(_ state: State) -> BoardContent {
    guard let figures = figures(state) else { return .nothing }
    let metrics = figures.metrics
    let rows = MetricFigure.all(figures, plan(state)).map { figure in
      BoardRow(
        figure.id, under: figure.heading,
        [
          [indicator(figure.name)], [own(figure.value)],
          figure.part.map { bar($0, isASCII: state.isASCII || state.isPlain) } ?? [],
        ])
    }
    let weeks = metrics.byWeekStarted
    let span =
      "\(state.times.day(metrics.period.start)) to \(state.times.dayAndTime(metrics.period.end))"
    let spark = weeks.count > 1 && !state.isPlain
    return BoardContent(
      summary: [
        [own("\(span), as it was then", .muted)]
          + (spark
            ? [own("\(state.dot)new by week ", .muted)]
              + Shape.spark(weeks.map(\.items.count), isASCII: state.isASCII) : [])
      ],
      columns: [BoardColumn(""), BoardColumn("", 34), BoardColumn("", 12, from: 72)], rows: rows,
      empty: "There is no incident yet.")
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let figure = figure(id, state) else { return }
    page.line(indicator(figure.name, Style(.title, .bold)))
    page.line(own(figure.value, .accent))
    page.blank()
    page.paragraph(VisibleText(figure.meaning, .typed))
    page.blank()
    let count = figure.incidents.count
    guard count > 0 else { return page.line(own("No incident is behind it.", .muted)) }
    page.line(own(count == 1 ? "1 incident" : "\(count) incidents", .title))
    for id in figure.incidents.prefix(incidentLimit) {
      let row = state.queue[id]
      page.line(own("\(id)  "), prose(row?.title ?? ""))
    }
    if count > incidentLimit { page.line(own("and \(count - incidentLimit) more", .muted)) }
  }

  private static func plan(_ state: State) -> ShiftPlan {
    ShiftPlan(state.book.policy.hours, in: state.teamZone)
  }

  /// The selected number.
  static func selected(_ state: State) -> MetricFigure? {
    state.board?.selection.flatMap { figure($0, state) }
  }

  /// The query for the incidents behind a number, as many as are opened.
  static func query(_ figure: MetricFigure) -> String {
    let ids = figure.incidents.prefix(incidentLimit).map { "id:\($0)" }
    return "is:any (\(ids.joined(separator: " or ")))"
  }

  private static func figure(_ id: String, _ state: State) -> MetricFigure? {
    figures(state).flatMap { MetricFigure.all($0, plan(state)).first { $0.id == id } }
  }

  private static func figures(_ state: State) -> MetricFigures? {
    if case .metrics(let figures) = state.boardFigures { figures } else { nil }
  }

  private static func bar(_ part: Int, isASCII: Bool) -> [StyledText] {
    let cells = part > 0 ? min(12, max(1, part * 12 / 1000)) : 0
    return [own(String(repeating: isASCII ? "#" : "▆", count: cells), .accent)]
  }
}
