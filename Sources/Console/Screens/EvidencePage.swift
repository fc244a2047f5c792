// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The evidence, by kind, with what the service thinks of it.
enum EvidencePage {
  /// Wide enough for the longest label of a field.
  private static let labelColumns = 18

  static func write(_ opened: Opened, on page: inout Page) {
    let evidence = opened.incident.alerts.flatMap(\.evidence)
    if evidence.isEmpty { page.line(own("No evidence was received.", .muted)) }
    for kind in EvidenceKind.allCases {
      let items = EvidenceGroup.groups(of: evidence.filter { $0.kind == kind })
      guard !items.isEmpty else { continue }
      page.heading("\(kind.title)\(page.dot)\(items.count)")
      for item in items { write(item, on: &page) }
    }
  }

  private static func write(_ group: EvidenceGroup, on page: inout Page) {
    let item = group.evidence
    let name = item.name.isEmpty ? item.identifier : item.name
    page.line(
      indicator(name.isEmpty ? item.type : name), own("  "),
      indicator(item.verdict.title, style(of: item.verdict)),
      own(item.remediation.isEmpty || item.remediation == "none" ? "" : "  "),
      indicator(item.remediation == "none" ? "" : item.remediation, .muted),
      own(group.count > 1 ? "  in \(group.count) alerts" : "", .muted))
    if !item.roles.isEmpty {
      page.labelled(
        "  roles", VisibleText(item.roles.joined(separator: ", "), .typed),
        labelColumns: labelColumns)
    }
    for field in item.fields where !field.value.isEmpty {
      page.labelled(
        "  " + field.label, VisibleText(field.value, .indicator).warned, labelColumns: labelColumns)
    }
  }

  private static func style(of verdict: Verdict) -> Style {
    switch verdict {
    case .malicious: Style(.failure, .bold)
    case .suspicious: Style(.warning)
    case .noThreatsFound: Style(.done)
    case .unknown, .unrecognized: .muted
    }
  }
}
