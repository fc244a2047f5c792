// SPDX-License-Identifier: MIT

public import Cells

extension State {
  /// The whole screen, as a value; `last` is the screen before it, of which the panes beside the
  /// queue are kept while the selection moves on.
  public func view(after last: Grid? = nil) -> Grid {
    let kept = keepsOtherPanes && last?.size == size ? last : nil
    var grid = Grid(size, isASCII: isASCII)
    grid.isPlain = isPlain
    grid.theme = theme
    let frame = Frame(self)
    guard !frame.isTooSmall else {
      SmallScreen.draw(self, on: &grid)
      return grid
    }
    HeaderScreen.draw(self, in: frame.header, on: &grid)
    if let history { HistoryScreen.draw(history, self, frame, on: &grid) }
    if let board, history == nil { BoardScreen.draw(board, self, on: &grid) }
    for pane in Pane.allCases where history == nil && board == nil {
      guard let rect = frame.panes[pane] else { continue }
      if pane != .queue, let kept {
        grid.copy(rect, of: kept)
        continue
      }
      PaneScreen.drawFrame(of: pane, self, frame, on: &grid)
      switch pane {
      case .queue: QueueScreen.draw(self, frame, on: &grid)
      case .summary: SummaryScreen.draw(self, frame, on: &grid)
      case .responses: ResponsesScreen.draw(self, frame, on: &grid)
      }
    }
    FooterScreen.draw(self, frame, on: &grid)
    switch overlay {
    case .help(let list): HelpScreen.draw(list, self, on: &grid)
    case .palette(let list): PaletteScreen.draw(list, self, on: &grid)
    case .messages(let list): MessagesScreen.draw(list, self, on: &grid)
    case .order(let selected): OrderScreen.draw(selected, self, on: &grid)
    case .copy: CopyScreen.draw(self, on: &grid)
    case .entities(let list): EntitiesScreen.draw(list, self, on: &grid)
    case .views(let selected): ViewsScreen.draw(self, selected, on: &grid)
    case .report(let report): ReportScreen.draw(report, self, on: &grid)
    case .prompt(let prompt): PromptScreen.draw(prompt, self, frame, on: &grid)
    case .snooze(let form): SnoozeScreen.draw(form, self, on: &grid)
    case .resolve(let form): ResolveScreen.draw(form, self, on: &grid)
    case .record(let form): RecordFormScreen.draw(form, self, on: &grid)
    case .confirm(let question): ConfirmScreen.draw(question, self, on: &grid)
    case nil: WhichKeyScreen.draw(self, frame, on: &grid)
    }
    if isPlain { grid.showsCursor = grid.cursor != nil }
    return grid
  }
}
