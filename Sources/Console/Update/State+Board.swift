// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Where keys go.
  var place: Place { board.map { .board($0.kind) } ?? .pane(focus) }

  /// Gives the screen to a board.
  mutating func open(_ kind: BoardKind) -> [Effect] {
    let source = kind.source
    board = Board(kind, source.figures == nil ? source.content(self) : .nothing)
    return askForFigures()
  }

  /// Gives the screen back to the panes.
  mutating func leaveBoard() { board = nil }

  /// Brings the board up to date with what the state says now.
  mutating func refreshBoard(after entries: [JournalEntry]) -> [Effect] {
    guard let board, !entries.isEmpty else { return [] }
    let source = board.kind.source
    if source.figures == nil {
      show(source.content(self))
      return []
    }
    guard source.followsNews else { return [] }
    // While news pour in, what is being worked out is asked for anew only when it has come.
    if board.isReading {
      self.board?.isStale = true
      return []
    }
    return askForFigures()
  }

  /// Brings what ages on the board up to date.
  mutating func ageBoard() {
    guard let board, !board.isReading else { return }
    let source = board.kind.source
    show(source.content(self))
  }

  private mutating func askForFigures() -> [Effect] {
    guard let board, let kind = board.kind.source.figures else { return [] }
    self.board?.isReading = true
    return [.figures(kind)]
  }

  /// Takes over what was worked out, unless another board has the screen by now.
  mutating func take(_ kind: BoardFigures.Kind, _ figures: BoardFigures?) -> [Effect] {
    guard let source = board?.kind.source, source.figures == kind else { return [] }
    board?.isReading = false
    let isStale = board?.isStale == true
    board?.isStale = false
    guard let figures else { return [] }
    let next = source.next(after: boardFigures, figures)
    boardFigures = figures
    if let next { board?.selection = next }
    show(source.content(self))
    return isStale ? askForFigures() : []
  }

  private mutating func show(_ content: BoardContent) {
    board?.show(content)
    keepBoardVisible()
  }

  mutating func moveOnBoard(by step: Step) -> [Effect] {
    guard var board else { return [] }
    if board.showsDetail {
      let rows = BoardScreen.detailRows(self)
      let count = BoardScreen.detail(self).lines.count
      // A page is scrolled, so its last place is the one that shows the last line.
      let last = max(0, count - rows)
      board.detailTop = min(step.place(from: board.detailTop, count: count, page: rows), last)
    } else {
      let shown = board.rows
      guard !shown.isEmpty else { return [] }
      let page = BoardScreen.listRows(self)
      let place = step.place(from: board.place ?? 0, count: shown.count, page: page)
      board.selection = shown[place].id
      board.detailTop = 0
    }
    self.board = board
    keepBoardVisible()
    return []
  }

  /// Keeps the selected row on the screen, its heading with it.
  mutating func keepBoardVisible() {
    guard let board else { return }
    let lines = BoardScreen.lines(board)
    let rows = BoardScreen.listRows(self)
    guard rows > 0, let line = lines.firstIndex(where: { $0.row?.id == board.selection }) else {
      return
    }
    var top = board.top
    let first = line > 0 && lines[line - 1].row == nil ? line - 1 : line
    if first < top { top = first }
    if line >= top + rows { top = line - rows + 1 }
    self.board?.top = min(top, max(0, lines.count - rows))
  }

  /// One step back on a board; at the end of the way, to the incidents.
  mutating func goBackOnBoard() -> [Effect] {
    guard var board else { return [] }
    if board.showsDetail {
      board.showsDetail = false
      board.detailTop = 0
    } else if !board.words.isEmpty {
      board.words = ""
    } else {
      leaveBoard()
      return []
    }
    self.board = board
    keepBoardVisible()
    return []
  }

  /// Reads the selected row on the whole screen, or goes back to the list.
  mutating func toggleDetail() -> [Effect] {
    board?.showsDetail.toggle()
    board?.detailTop = 0
    return []
  }

  /// Shows the rows that hold every word.
  mutating func filterBoard(_ words: String) {
    board?.words = words
    let first = board?.rows.first?.id
    if board?.place == nil { board?.selection = first }
    board?.showsDetail = false
    keepBoardVisible()
  }
}
