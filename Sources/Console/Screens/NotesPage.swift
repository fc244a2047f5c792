// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The note, then comments: Defender's first, then those written here.
enum NotesPage {
  static func write(
    _ opened: Opened, _ view: Case, _ times: ScreenTimes, on page: inout Page
  ) {
    writeNote(view.written, times, on: &page)
    if opened.incident.comments.isEmpty && view.remarks.isEmpty {
      page.line(own("No comments yet. c writes one.", .muted))
    }
    if view.written.hasNote { page.heading("Comments") }
    for comment in opened.incident.comments {
      page.blank()
      page.line(
        own(comment.createdAt.map(times.dayAndTime) ?? "undated", .muted), own("  "),
        indicator(comment.author), own("  in Defender", .muted))
      page.paragraph(VisibleText(comment.text, .multiline), indent: 2)
    }
    for remark in view.remarks {
      page.blank()
      page.line(
        own(times.dayAndTime(remark.at), .muted), own("  "), indicator(remark.by.title),
        own(remark.isWithdrawn ? "  here, withdrawn" : "  here, not sent to Defender", .muted))
      page.paragraph(
        VisibleText(remark.text, .multiline), remark.isWithdrawn ? .muted : .text, indent: 2)
    }
  }

  private static func writeNote(
    _ written: Written, _ times: ScreenTimes, on page: inout Page
  ) {
    guard written.hasNote else { return }
    write("Hypothesis", written.hypothesis, { $0 }, times, on: &page)
    write("Next step", written.nextStep, { $0 }, times, on: &page)
    write("Blocker", written.blocker, { $0 }, times, on: &page)
    write("Due", written.due, { $0.map(times.dayAndTime) ?? "" }, times, on: &page)
  }

  /// A part of the note, and who wrote it when.
  private static func write<Value>(
    _ label: String, _ ledger: Ledger<Value>, _ text: (Value) -> String, _ times: ScreenTimes,
    on page: inout Page
  ) {
    let value = text(ledger.value)
    guard !value.isEmpty else { return }
    page.labelled(label, VisibleText(value, .multiline), labelColumns: 12)
    if case .person(let author) = ledger.current.origin {
      let at = ledger.current.at.map(times.dayAndTime) ?? ""
      page.line(own("".padded(to: 12)), indicator(author.title, .muted), own("  \(at)", .muted))
    }
  }
}
