// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct LawfulnessTests {
  static let statuses: [IncidentStatus] = [
    .active, .inProgress, .awaitingAction, .resolved, .redirected, .unrecognized("paused"),
  ]

  // L lawful, A already so, U unlawful; columns as in `statuses`.
  @Test(arguments: [
    (IncidentMove.acknowledge, "LLLULL"),
    (.assign, "LLLLUL"),
    (.comment, "LLLLLL"),
    (.classify, "LLLUUL"),
    (.snooze, "LLLUUL"),
    (.resolve, "LLLAUL"),
    (.reopen, "AAALUA"),
  ])
  func `a move is lawful as the table says`(move: IncidentMove, expected: String) {
    #expect(letters(Self.statuses.map(move.lawfulness(in:))) == expected)
  }

  static let responseStatuses: [ResponseStatus] = [
    .open, .inProgress, .completed, .failed, .notRelevant, .unrecognized("queued"),
  ]

  @Test(arguments: [
    // open, in progress, completed, failed, skipped, unknown
    (ResponseStep.acknowledged, "LLULUL", "UUULUU"),
    (.started, "LAULUL", "UUULUU"),
    (.completed, "LLALUL", "UUULUU"),
    (.failed, "LLUAUL", "UUUAUU"),
    (.skipped, "LLULAL", "UUULUU"),
    (.reopened, "ALLLLL", "UUULUU"),
  ])
  func `a step is lawful as the table says`(
    step: ResponseStep, customers: String, experts: String
  ) {
    func row(_ performer: Performer) -> String {
      letters(Self.responseStatuses.map { step.lawfulness(in: $0, performer: performer) })
    }
    #expect(row(.you) == customers)
    #expect(row(.unrecognized("defenderExpertsXDR")) == customers)
    #expect(row(.experts) == experts)
  }

  @Test func `the tables leave no move and no step out`() {
    #expect(
      Set(IncidentMove.allCases) == [
        .acknowledge, .assign, .comment, .classify, .snooze, .resolve, .reopen,
      ])
    #expect(
      Set(ResponseStep.allCases)
        == [.acknowledged, .started, .completed, .failed, .skipped, .reopened])
  }

  @Test func `a step that is not lawful says why in a sentence`() {
    for step in ResponseStep.allCases {
      for status in Self.responseStatuses {
        for performer in [Performer.you, .experts] {
          switch step.lawfulness(in: status, performer: performer) {
          case .lawful: continue
          case .alreadySo(let why), .unlawful(let why): #expect(why.hasSuffix("."))
          }
        }
      }
    }
  }

  private func letters(_ verdicts: [Lawfulness]) -> String {
    verdicts.map { verdict in
      switch verdict {
      case .lawful: "L"
      case .alreadySo: "A"
      case .unlawful: "U"
      }
    }.joined()
  }
}
