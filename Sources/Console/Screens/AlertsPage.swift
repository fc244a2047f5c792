// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The alerts, each with what it says.
enum AlertsPage {
  static func write(_ opened: Opened, _ times: ScreenTimes, on page: inout Page) {
    if opened.incident.alerts.isEmpty {
      page.line(own("No alerts were received.", .muted))
    }
    for alert in opened.incident.alerts {
      page.blank()
      page.line(
        indicator(alert.severity.shortTitle, alert.severity.style), own("  "),
        prose(alert.title, .title))
      var facts: [[StyledText]] = []
      if let at = alert.createdAt { facts.append([own(times.dayAndTime(at))]) }
      for text in [alert.status, alert.category, alert.detectionSource] where !text.isEmpty {
        facts.append([indicator(text)])
      }
      page.labelled("", facts)
      page.labelled(
        "ATT&CK",
        alert.techniques.map { id in
          [indicator(id), own(opened.techniqueNames[id].map { " " + $0 } ?? "", .muted)]
        })
      for (label, text) in [("Threat", alert.threat), ("Actor", alert.actor)] {
        page.labelled(label, VisibleText(text, .indicator).warned)
      }
      page.labelled("", VisibleText(alert.details, .multiline))
    }
  }
}
