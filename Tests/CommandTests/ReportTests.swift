// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct ReportTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private func report(_ arguments: String...) throws -> Sandbox.Run {
    try sandbox.get().run(["report", "--since", "2026-01-01T00:00Z"] + arguments)
  }

  @Test func `the JSON has every number and the incidents behind it`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("ack", "2972395")
    let run = try report("--format", "json")
    #expect(run.status == 0 && run.error.isEmpty)
    let json = try JSONDocument(bytes: Array(run.out.utf8)).root
    let blocks = Array(try #require(json["blocks"]).elements)
    func rows(_ name: String) throws -> [JSONValue] {
      let block = try #require(blocks.first { $0["name"]?.string?.text == name })
      return Array(try #require(block["rows"]).elements)
    }
    let counts = try rows("counts")
    func count(_ key: String) -> Int64? {
      counts.first { $0["key"]?.string?.text == key }?["value"]?.integer
    }
    #expect(count("incidents") == 3)
    #expect(count("yourMove") == 1)
    #expect(count("resolved") == 1)
    let yours = try #require(counts.first { $0["key"]?.string?.text == "yourMove" })
    #expect(yours["incidents"]?.elements.map { $0.string?.text } == ["2972395"])
    let times = try rows("times")
    #expect(times.first?["measure"]?.string?.text == "to acknowledge")
    #expect(times.first?["count"]?.integer == 1)
    #expect(times.first?["incidents"]?.elements.map { $0.string?.text } == ["2972395"])
    #expect(try rows("callsByHour").count == 7)
    for (name, key) in [
      ("timesBySeverity", "severity"), ("timesBySource", "source"), ("timesByWeek", "week"),
    ] {
      let row = try rows(name).first { $0["measure"]?.string?.text == "to acknowledge" }
      #expect(row?[key]?.string != nil && row?["p95Seconds"]?.isNull == false, "\(name)")
      #expect(row?["incidents"]?.elements.map { $0.string?.text } == ["2972395"], "\(name)")
    }
    let weeks = try rows("turnsByWeek").map { $0["incidents"]?.elements.map { $0.string?.text } }
    #expect(weeks.contains { $0?.contains("2972395") == true })
  }

  @Test func `text, Markdown, HTML and CSV say the same numbers`() throws {
    #expect(try report().out.contains("Your move                    1 (at the end)\n"))
    #expect(try report("--format", "markdown").out.contains("- Your move: 1 (at the end)\n"))
    let html = try report("--format", "html").out
    #expect(html.hasPrefix("<!DOCTYPE html>\n") && html.hasSuffix("</html>\n"))
    #expect(html.contains("<dt>Your move</dt><dd>1</dd>"))
    #expect(
      try report("--format", "csv", "--table", "counts").out
        .contains("yourMove,Your move,1,,at the end,2972395\r\n"))
  }

  @Test(arguments: [
    ["--since", "soon"], ["--until", "2020-01-01"], ["--format", "pdf"], ["--table", "counts"],
    ["--format", "csv", "--table", "nothing"],
  ])
  func `what cannot be is a usage error`(arguments: [String]) throws {
    let run = try sandbox.get().run(["report"] + arguments)
    #expect(run.status == 64 && run.out.isEmpty && !run.error.isEmpty)
  }

  @Test func `an empty store has a report, too, and a read-only one`() throws {
    let empty = try Sandbox()
    _ = try empty.run("init", empty.store)
    for format in ["text", "markdown", "html", "csv", "json"] {
      let run = try sandbox.get().run(["report", "--read-only", "--format", format])
      #expect(run.status == 0 && !run.out.isEmpty, "\(format)")
      let none = try empty.run(["report", "--format", format])
      #expect(none.status == 0 && !none.out.isEmpty, "\(format)")
    }
  }

  @Test func `a control character in a category shows in HTML`() throws {
    let sandbox = try sandbox.get()
    let page = #"""
      {"id":"77","status":"active","severity":"low","displayName":"A",
       "lastUpdateDateTime":"2026-03-03T07:00:00Z",
       "alerts":[{"id":"a77","title":"A","category":"Malware\t"}]}
      """#
    #expect(try sandbox.run("import", "-", input: page).status == 0)
    let html = try sandbox.data("report", "--since", "30d", "--format", "html")
    #expect(html.contains(#"Malware<span class="t">\u{9}</span>"#))
  }
}
