// SPDX-License-Identifier: MIT

import CTerminal
import Cells
import Glibc

extension Terminal {
  /// Gives the terminal back and stops the job, as Control-Z does elsewhere.
  ///
  /// Returns, repainted, when the job goes on. In an orphaned process group, where nobody could
  /// continue it, it only repaints.
  public func suspend() {
    awaitAnswer()
    tocsin_release()
    tocsin_stop_job()
    retake(keepingModes: false, forgetting: [SIGTSTP, SIGCONT])
  }

  /// Takes the terminal again after a stop nobody announced.
  public func retake() {
    retake(keepingModes: true, forgetting: [SIGCONT])
  }

  /// Runs something else on the terminal, such as an editor, and takes it again afterwards.
  ///
  /// Control-C and Control-\ meanwhile are meant for that program, so they are forgotten.
  public func withTerminalReleased<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    awaitAnswer()
    tocsin_release()
    defer { retake(keepingModes: false, forgetting: [SIGTSTP, SIGCONT, SIGINT, SIGQUIT]) }
    return try body()
  }

  private func retake(keepingModes: Bool, forgetting signals: [Int32]) {
    tocsin_retake(keepingModes ? 1 : 0)
    collectSignals()
    for number in signals { caughtSignals &= ~bit(number) }
    hasQueuedInput = true
    pacing = pacing.map { _ in Pacing() }
    if let painted { show(painted, cells: painted.cells.count) }
  }
}
