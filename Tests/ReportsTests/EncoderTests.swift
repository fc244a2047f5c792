// SPDX-License-Identifier: MIT

import Incidents
import Reports
import Testing

@Suite struct EncoderTests {
  private let report = SampleReport.holding("j.doe at a@evil.example")

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\u{FF1D}1", "'\u{FF1D}1"),
    ("a\u{202E}b", #"a\u{202E}b"#), ("a;=1", "\"a;'=1\""), ("a;b", "\"a;b\""), (" =1", " '=1"),
    ("\t=1", #"'\u{9}=1"#),
  ])
  func `a CSV field is never a formula and never hides anything`(raw: String, field: String) {
    #expect(CSVText.field(raw) == field)
  }

  @Test(arguments: [
    (
      "[x](http://e.com) <b> *y* `z` a|b",
      #"\[`x]([http]://e[.]com`\) \<b\> \*y\* \`z\` a\|b"#
    ),
    ("Called j.doe, 10:15.", #"Called `j.doe`, 10\:15\."#),
    ("(evil.com) a.b 1.5", #"\(`evil.com`\) a\.b 1\.5"#),
    ("//localhost a/b", "`//localhost` a/b"),
    ("a@b.c www.d.e", #"a\[\@\]b\[\.\]c www\[\.\]d\[\.\]e"#),
  ])
  func `Markdown data can only be text`(raw: String, markdown: String) {
    let report = ReportDocument(title: "", blocks: [.paragraph("\(prose: raw)")])
    #expect(report.encoded(as: .markdown) == markdown + "\n")
  }

  @Test(arguments: [
    ("http://evil.example/a", "`[http]://evil[.]example/a`"), ("a``b", "```a``b```"),
    ("`", "`` ` ``"),
  ])
  func `Markdown indicators are code that cannot be left`(raw: String, markdown: String) {
    let report = ReportDocument(title: "", blocks: [.paragraph("\(indicator: raw)")])
    #expect(report.encoded(as: .markdown) == markdown + "\n")
  }

  private func page(columns: Int) throws -> String {
    let id = try #require(IncidentID("4711"))
    let table = ReportTable(
      name: "t", caption: "c",
      columns: [.text("id", "Id")] + (2...columns).map { .text("c\($0)", "C\($0)") },
      rows: [
        ReportRow([.text("\(id: id)")] + (2...columns).map { .number($0) }, incidents: [id])
      ])
    return ReportDocument(title: "", blocks: [.table(table)]).encoded(as: .html)
  }

  @Test func `a table too wide for a page is a list, and each row says all it has`() throws {
    #expect(try page(columns: 6).contains("<table>"))
    #expect(try page(columns: 7).contains(#"<table class="many">"#))
    #expect(try page(columns: 10).contains("<table"))
    let wide = try page(columns: 11)
    #expect(!wide.contains("<table"))
    #expect(wide.contains("<dt>C11</dt><dd>11</dd>"))
  }

  @Test func `a row that names its incident does not name it again`() throws {
    #expect(try !page(columns: 6).contains("<details>"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `the remark on a bar is never cut`(columns: Int) {
    let bars = ReportBars(
      name: "b", caption: "",
      bars: [
        .init("Devices", .share(1840, of: 2000), remark: "1840 of 2000 on 2026-11-20, +40"),
        .init("Identities", .share(1, of: 1), remark: ""),
      ])
    let text = ReportDocument(title: "", blocks: [.bars(bars)])
      .encoded(as: .text, ReportOptions(columns: columns))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= columns }, "\(text)")
    let words = text.split { " \n".contains($0) }
    #expect(words.contains("2026-11-20,") && words.last == "%" && words.contains("+40"))
  }

  @Test func `raw is raw where it is asked for, and never a link`() {
    let report = ReportDocument(title: "t", blocks: [.paragraph("\(indicator: "a@b.c")")])
    #expect(report.encoded(as: .html).contains("<code><bdi>a[@]b[.]c</bdi></code>"))
    #expect(
      report.encoded(as: .html, ReportOptions(isRaw: true)).contains(
        "<code><bdi>a@b.c</bdi></code>")
    )
    #expect(report.encoded(as: .markdown, ReportOptions(isRaw: true)) == "# t\n\n`a@b.c`\n")
  }

  @Test func `no time at all is 0, and the incidents behind a row are listed where none has any`() {
    let table = ReportTable(
      name: "t", caption: "", columns: [.duration("tookSeconds", "Took")],
      rows: [ReportRow([.duration(milliseconds: 0)]), ReportRow([.duration(milliseconds: 1)])])
    var report = ReportDocument(title: "T", blocks: [.table(table)])
    #expect(report.encoded(as: .markdown).contains("| 0 |"))
    #expect(report.encoded(as: .markdown).contains("1m |"))
    #expect(!report.encoded(as: .json).contains("incidents"))
    report.listsIncidents = true
    #expect(report.encoded(as: .json).contains(#""incidents":[]"#))
    #expect(report.encoded(as: .csv).contains("tookSeconds,incidents"))
  }
}
