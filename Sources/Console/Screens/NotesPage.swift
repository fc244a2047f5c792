// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Comments: Defender's first, then those written here.
enum NotesPage {
  static func write(_ opened: Opened, _ view: Case, on page: inout Page) {
    if opened.incident.comments.isEmpty && view.remarks.isEmpty {
      page.line(own("No comments yet. c writes one.", .muted))
    }
    for comment in opened.incident.comments {
      page.blank()
      page.line(
        own(comment.createdAt?.dayAndTime ?? "undated", .muted), own("  "),
        indicator(comment.author), own("  in Defender", .muted))
      page.paragraph(VisibleText(comment.text, .multiline), indent: 2)
    }
    for remark in view.remarks {
      page.blank()
      page.line(
        own(remark.at.dayAndTime, .muted), own("  "), indicator(remark.by.title),
        own(remark.isWithdrawn ? "  here, withdrawn" : "  here, not sent to Defender", .muted))
      page.paragraph(
        VisibleText(remark.text, .multiline), remark.isWithdrawn ? .muted : .text, indent: 2)
    }
  }
}
