// SPDX-License-Identifier: MIT

import Terminal
import Testing

@Suite struct Notifications {
  @Test(arguments: [
    (NotificationSignal.bell, ClipboardRoute.direct, "\u{07}"),
    (.bell, .tmux, "\u{07}"),
    (.osc9, .direct, "\u{1B}]9;tocsin: your move\u{07}"),
    (.osc777, .direct, "\u{1B}]777;notify;tocsin;your move\u{07}"),
    (.osc9, .tmux, "\u{1B}Ptmux;\u{1B}\u{1B}]9;tocsin: your move\u{07}\u{1B}\\"),
    (.osc777, .screen, "\u{1B}P\u{1B}]777;notify;tocsin;your move\u{07}\u{1B}\\"),
  ])
  func `a signal is these bytes and no others`(
    signal: NotificationSignal, route: ClipboardRoute, bytes: String
  ) {
    #expect(NotificationSequence.bytes(signal, through: route) == Array(bytes.utf8))
  }
}
