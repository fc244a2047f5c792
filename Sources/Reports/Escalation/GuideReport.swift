// SPDX-License-Identifier: MIT

public import Incidents

/// The questions whether it is an emergency, as a report.
public struct GuideReport {
  private let guide: EscalationGuide

  /// The report of a guide.
  public init(_ guide: EscalationGuide) { self.guide = guide }

  /// The document.
  public var document: ReportDocument {
    ReportDocument(
      title: "Escalation guide",
      subtitle: "Defender Experts for XDR is not an incident response service.",
      blocks: [.table(steps), .table(answers), .table(links)])
  }

  private var steps: ReportTable {
    ReportTable(
      name: "steps", caption: "Steps",
      columns: [
        .text("step", "Step"), .text("question", "Question"), .text("details", "What it means"),
        .text("record", "Write down"),
      ],
      rows: guide.steps.map { step in
        ReportRow([
          .text("\(exact: step.id)"), words(step.question), words(step.details),
          words(step.record),
        ])
      })
  }

  private var answers: ReportTable {
    ReportTable(
      name: "answers", caption: "Answers",
      columns: [
        .text("step", "Step"), .text("answer", "Answer"), .text("title", "Which means"),
        .text("next", "Then"),
      ],
      rows: guide.steps.flatMap { step in
        step.answers.map { answer in
          ReportRow([
            .text("\(exact: step.id)"), .text("\(exact: answer.value)"), words(answer.title),
            answer.next.map { .text("\(exact: $0)") } ?? .none,
          ])
        }
      })
  }

  private var links: ReportTable {
    ReportTable(
      name: "links", caption: "Where to go",
      columns: [.text("step", "Step"), .text("title", "What"), .text("url", "Address")],
      rows: guide.steps.flatMap { step in
        step.links.map { link in
          ReportRow([
            .text("\(exact: step.id)"), words(link.title), .text("\(exact: link.url)"),
          ])
        }
      })
  }

  private func words(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text(ReportText(words: text))
  }
}
