// SPDX-License-Identifier: MIT

import DefenderWire
import HostileText
import Reports
import SafeText
import Testing

private let corpus = HostileText.corpus + HostileText.markup

@Suite struct HostileReportTests {
  @Test(arguments: [40, 80, 200], [false, true])
  func `text never leaves its width and never holds a control`(columns: Int, isASCII: Bool) {
    for data in corpus {
      let options = ReportOptions(columns: columns, isASCII: isASCII)
      let text = SampleReport.holding(data).encoded(as: .text, options)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        // A token would be taken for data that imitates one.
        let plain = String(line).replacing("\\u{", with: "\\u(")
        #expect(VisibleText(plain, .typed).width <= columns, "\(data.debugDescription): \(line)")
      }
      #expect(text.unicodeScalars.allSatisfy(isHarmless), "\(data.debugDescription)")
    }
  }

  @Test(arguments: [false, true])
  func `in HTML data is text and nothing else`(isRaw: Bool) throws {
    let options = ReportOptions(isRaw: isRaw)
    let plain = try HTMLOutline(SampleReport.holding("x").encoded(as: .html, options))
    for data in corpus where !data.isEmpty {
      let html = SampleReport.holding(data).encoded(as: .html, options)
      let outline = try HTMLOutline(html)
      // What is set off or begins a line is ours; all other tags must be those of a harmless text.
      #expect(outline.tags == plain.tags, "\(data.debugDescription)")
      #expect(html.unicodeScalars.allSatisfy(isHarmless), "\(data.debugDescription)")
    }
    let forbidden: Set<String> = [
      "script", "a", "img", "link", "iframe", "object", "embed", "form", "input", "base", "use",
    ]
    for tag in plain.tags {
      #expect(!forbidden.contains(tag.name))
      #expect(!tag.attributes.contains { $0.hasPrefix("on") || $0 == "href" || $0 == "src" })
    }
    #expect(!plain.style.contains("url(") && !plain.style.contains("@import"))
  }

  @Test func `HTML reads back to what was written`() throws {
    for data in corpus {
      let html = ReportDocument(title: "t", blocks: [.paragraph("\(exact: data)")])
        .encoded(as: .html)
      let text = try HTMLOutline(html).text(between: "<p><code><bdi>", "</bdi></code></p>")
      let read = VisibleText.decode(text ?? "-")
      #expect(Array(read.unicodeScalars) == Array(data.unicodeScalars))
    }
  }

  @Test(arguments: [false, true])
  func `in CSV every record has its fields and none is a formula`(isRaw: Bool) {
    let options = ReportOptions(isRaw: isRaw)
    let sizes = csvRecords(SampleReport.holding("x").encoded(as: .csv, options)).map(\.count)
    for data in corpus {
      let text = SampleReport.holding(data).encoded(as: .csv, options)
      let records = csvRecords(text)
      #expect(records.map(\.count) == sizes, "\(data.debugDescription)")
      for field in records.joined() where Int(field) == nil {
        #expect(!isFormula(field), "\(field.debugDescription) of \(data.debugDescription)")
      }
      // A spreadsheet of another country divides at semicolons, and sees quotes elsewhere.
      for line in text.unicodeScalars.split(separator: "\n") {
        for field in line.dropLast().split(separator: ";").dropFirst() {
          #expect(!isFormula(String(field)), "\(data.debugDescription)")
        }
      }
    }
  }

  @Test func `JSON keeps data as it was written, in ASCII`() throws {
    for data in corpus {
      let text = SampleReport.holding(data).encoded(as: .json)
      #expect(text.utf8.dropLast().allSatisfy { (0x20...0x7E).contains($0) })
      let root = try JSONDocument(bytes: Array(text.utf8)).root
      let blocks = Array(try #require(root["blocks"]).elements)
      let table = try #require(blocks.first { $0["name"]?.string?.text == "table" })
      let row = try #require(table["rows"]?.elements.first { _ in true })
      for key in ["title", "name"] {
        let found = Array(row[key]?.string?.text.unicodeScalars ?? "".unicodeScalars)
        #expect(found == Array(data.unicodeScalars), "\(data.debugDescription)")
      }
      #expect(row["count"]?.integer == 12)
      #expect(row["at"]?.string?.text == "2026-11-23T10:15:00.123Z")
      #expect(row["incidents"]?.elements.map { $0.string?.text } == ["2972395", "2972400"])
    }
  }

  @Test(arguments: [false, true])
  func `in Markdown data is text and nothing else`(isRaw: Bool) {
    for data in corpus {
      let text = SampleReport.holding(data).encoded(as: .markdown, ReportOptions(isRaw: isRaw))
      let faults = markdownFaults(in: text, isRaw: isRaw)
      #expect(faults.isEmpty, "\(faults) of \(data.debugDescription)")
      #expect(text.unicodeScalars.allSatisfy(isHarmless), "\(data.debugDescription)")
    }
  }

  @Test(arguments: [ReportFormat.text, .markdown, .html, .csv])
  func `no address is left that opens, but where it was asked for`(format: ReportFormat) {
    for data in corpus {
      let text: ReportText = "\(prose: data) \(indicator: data) \(lines: data) \(name: data)"
      let column = ReportColumn.text("text", "Text")
      let table = ReportTable(
        name: "t", caption: "", columns: [column], rows: [ReportRow([.text(text)])])
      let report = ReportDocument(title: text, blocks: [.paragraph(text), .table(table)])
      let shown = report.encoded(as: format).lowercased().replacing("\\", with: "")
      for sign in ["http://evil", "https://evil", "ftp://evil", "www.evil", "me@evil"] {
        #expect(!shown.contains(sign), "\(data.debugDescription)")
      }
    }
  }

  @Test func `every table row of Markdown has its cells`() {
    let plain = cellCounts("x")
    for data in corpus where !data.isEmpty {
      #expect(cellCounts(data) == plain, "\(data.debugDescription)")
    }
  }

  private func cellCounts(_ data: String) -> [Int] {
    let text = SampleReport.holding(data).encoded(as: .markdown)
    return text.unicodeScalars.split(separator: "\n").filter { $0.first == "|" }.map { line in
      var count = 0
      var isEscaped = false
      for scalar in line {
        if scalar == "|" && !isEscaped { count += 1 }
        isEscaped = scalar == "\\" && !isEscaped
      }
      return count
    }
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n"
      || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !scalar.properties.isBidiControl && !["\u{2028}", "\u{2029}"].contains(scalar)
  }

  private func isFormula(_ field: String) -> Bool {
    let start = field.unicodeScalars.first { $0 != " " && $0 != "\"" }
    return start.map { "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
      ?? false
  }
}
