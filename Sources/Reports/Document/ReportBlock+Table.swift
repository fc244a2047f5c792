// SPDX-License-Identifier: MIT

/// The rows and columns behind every block of values: what CSV and JSON write.
extension ReportBlock {
  /// The block as a table; `nil` for running text.
  var table: ReportTable? {
    switch self {
    case .heading, .paragraph, .warning, .list, .pageBreak: nil
    case .table(let table): table
    case .facts(let facts): facts.table
    case .bars(let bars): bars.table
    case .split(let split): split.table
    case .series(let series): series.table
    case .heat(let heat): heat.table
    case .checklist(let checklist): checklist.table
    }
  }
}

extension ReportFacts {
  var table: ReportTable {
    let columns: [ReportColumn] = [
      .text("key", "Key"), .text("label", "Fact"), .text("value", "Value"), .text("unit", "Unit"),
      .text("remark", "Remark"),
    ]
    let rows = facts.map { fact in
      ReportRow(
        [
          .text(ReportText(words: fact.key)), .text(ReportText(words: fact.label)), fact.value,
          fact.value.unit.map { .text(ReportText(words: $0)) } ?? .none, .optional(fact.remark),
        ], incidents: fact.incidents)
    }
    return ReportTable(name: name, caption: "", columns: columns, rows: rows)
  }
}

extension ReportBars {
  var table: ReportTable {
    let kind: ReportColumn.Kind =
      switch bars.first?.value {
      case .share: .share
      case .duration: .duration
      default: .number
      }
    let key = kind == .duration ? "valueSeconds" : "value"
    return ReportTable(
      name: name, caption: caption,
      columns: [
        .text("label", "Of"), ReportColumn(key, "Value", kind), .text("remark", "Remark"),
      ],
      rows: bars.map {
        ReportRow([.text($0.label), $0.value, .optional($0.remark)], incidents: $0.incidents)
      })
  }
}

extension ReportSplit {
  var table: ReportTable {
    ReportTable(
      name: name, caption: caption, columns: [.text("label", "Of"), first, second],
      rows: bars.map {
        ReportRow([.text($0.label), $0.first, $0.second], incidents: $0.incidents)
      })
  }
}

extension ReportSeries {
  var table: ReportTable {
    ReportTable(
      name: name, caption: caption, columns: [.text("label", "At")] + lines.map(\.column),
      rows: points.enumerated().map { index, point in
        let values = lines.map { index < $0.values.count ? $0.values[index] : .none }
        return ReportRow(
          [.text(ReportText(words: point.label))] + values, incidents: point.incidents)
      })
  }
}

extension ReportHeat {
  var table: ReportTable {
    let hours = (0..<24).map { hour in
      let text = hour < 10 ? "0\(hour)" : "\(hour)"
      return ReportColumn.number("h\(text)", text)
    }
    return ReportTable(
      name: name, caption: caption, columns: [.text("day", "Day")] + hours,
      rows: zip(Self.days, counts).map { day, counts in
        ReportRow([.text(ReportText(words: day))] + counts.map { .number($0) })
      })
  }
}

extension ReportChecklist {
  var table: ReportTable {
    ReportTable(
      name: name, caption: caption,
      columns: [.text("state", "State"), .text("item", "Item"), .text("remark", "Remark")],
      rows: items.map {
        ReportRow(
          [
            .text(ReportText(words: $0.state.rawValue)), .text($0.text), .optional($0.remark),
          ], incidents: $0.incidents)
      })
  }
}

extension ReportValue {
  /// Text, or none where it says nothing.
  static func optional(_ text: ReportText) -> ReportValue { text.isEmpty ? .none : .text(text) }
}
