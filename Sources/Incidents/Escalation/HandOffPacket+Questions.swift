// SPDX-License-Identifier: MIT

extension HandOffPacket {
  /// What is not known or not done, and where that was found.
  public struct OpenQuestion: Hashable, Sendable {
    /// Where it comes from, in our words.
    public var origin: String
    /// What is asked.
    public var text: String
    /// Whether the text is ours, and not data.
    public var isOurs: Bool
    /// The incident; `nil` for the run.
    public var incident: IncidentID?
  }

  /// The open questions: those written down in the runs, the steps that are not answered, and what
  /// the incidents leave open.
  public var openQuestions: [OpenQuestion] {
    var questions: [OpenQuestion] = []
    for run in runs {
      questions += run.questions.map {
        OpenQuestion(origin: "written down by \($0.by)", text: $0.text, isOurs: false)
      }
      if run.isOpen {
        questions += run.legs(guide).filter { $0.answer == nil }.map {
          OpenQuestion(origin: "decision not made", text: $0.step.question, isOurs: true)
        }
      }
    }
    for source in sources {
      let id = source.view.id
      func ask(_ origin: String, _ text: String, isOurs: Bool = false) {
        guard !text.isEmpty else { return }
        questions.append(
          OpenQuestion(origin: origin, text: text, isOurs: isOurs, incident: id))
      }
      if source.view.hasWritten {
        let written = source.view.written
        ask("hypothesis, not confirmed", written.hypothesis.value)
        ask("blocker", written.blocker.value)
        ask("next step", written.nextStep.value)
      }
      let failed = source.view.responses.filter { $0.status.value == .failed }
      for response in failed { ask("response that failed", response.title) }
      let unjudged = unjudged(source)
      if unjudged > 0 {
        ask("evidence", "\(unjudged) pieces of evidence have no verdict.", isOurs: true)
      }
    }
    return questions
  }
}
