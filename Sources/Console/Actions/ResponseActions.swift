// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let responses: Action.Scope = .panes([.responses])

  static let responseActions: [Action] = [
    Action(
      "response.complete", .response, "Mark done", hint: "mark done",
      help: "Record that the response has been carried out; tocsin does not carry it out.",
      keys: ["x"], scope: responses, danger: .grave, reads: ["response status"],
      disabled: { $0.reasonAgainst(step: .completed) }, perform: { $0.take(.completed) }),
    Action(
      "response.acknowledge", .response, "Acknowledge response", hint: "acknowledge",
      help: "Say that you have seen the response and take care of it.",
      keys: ["a"], scope: responses, reads: ["response acknowledgement"],
      disabled: { $0.reasonAgainst(step: .acknowledged) }, perform: { $0.take(.acknowledged) }),
    Action(
      "response.skip", .response, "Skip", hint: "skip",
      help: "Record that the response is not to be carried out, and why.",
      keys: ["s"], scope: responses, danger: .hard, reads: ["response status"],
      disabled: { $0.reasonAgainst(step: .skipped) }, perform: { $0.take(.skipped) }),
    Action(
      "response.start", .response, "Begin", hint: "in progress",
      help: "Record that work on the response has begun.",
      keys: ["i"], scope: responses, reads: ["response status"],
      disabled: { $0.reasonAgainst(step: .started) }, perform: { $0.take(.started) }),
    Action(
      "response.fail", .response, "Mark failed", hint: "fail",
      help: "Record that the response was tried without success, and why.",
      keys: ["f"], scope: responses, reads: ["response status"],
      disabled: { $0.reasonAgainst(step: .failed) }, perform: { $0.take(.failed) }),
    Action(
      "response.reopen", .response, "Reopen response", hint: "reopen",
      help: "Put the response back to open.",
      keys: ["o"], scope: responses, reads: ["response status"],
      disabled: { $0.reasonAgainst(step: .reopened) }, perform: { $0.take(.reopened) }),
  ]
}
