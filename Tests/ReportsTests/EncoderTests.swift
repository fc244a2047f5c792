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

  @Test func `raw is raw where it is asked for, and never a link`() {
    let report = ReportDocument(title: "t", blocks: [.paragraph("\(indicator: "a@b.c")")])
    #expect(report.encoded(as: .html).contains("<code><bdi>a[@]b[.]c</bdi></code>"))
    #expect(
      report.encoded(as: .html, ReportOptions(isRaw: true)).contains(
        "<code><bdi>a@b.c</bdi></code>")
    )
    #expect(report.encoded(as: .markdown, ReportOptions(isRaw: true)) == "# t\n\n`a@b.c`\n")
  }
}
