// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct ListTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test func `the table shows what is open and tells what is hidden`() throws {
    let run = try sandbox.get().run("list")
    #expect(run.status == 0)
    let lines = run.out.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "   DUE       SEV   ID       INCIDENT                                RESP   OWNER")
    #expect(
      lines.dropFirst().map { $0.prefix(3) + $0.dropFirst(12) } == [
        "!   HIGH  2972395  Multi-stage incident on FIN-SRV-04      0/2    —",
        "○   MED   2972400  Password spray against 12 accounts      —      carol",
      ])
    #expect(
      run.error
        == "tocsin: 1 your move · 1 overdue · 2 open · 1 hidden (closed; --all shows them)\n")
  }

  @Test(arguments: [
    ([], "2972395\n2972400\n"), (["--all"], "2972395\n2972400\n2972300\n"),
    (["fin-srv"], "2972395\n"), (["PASSWORD", "carol"], "2972400\n"),
    (["spray", "finance"], ""), (["Finance"], "2972395\n"), (["unwanted"], ""),
    (["unwanted", "--all"], "2972300\n"), (["r", "isolate device"], "2972395\n"),
    (["MEDIUM"], "2972400\n"), (["is:any"], "2972395\n2972400\n2972300\n"),
    (["IS:Closed"], "2972300\n"), (["is:closed", "spray"], ""),
    (["is:closed", "--all"], "2972300\n"), (["awaitingAction"], "2972395\n"),
  ])
  func `all words must occur, in any case`(arguments: [String], ids: String) throws {
    let run = try sandbox.get().run(["list", "--format", "ids"] + arguments)
    #expect(run == Sandbox.Run(out: ids, error: "", status: 0))
  }

  @Test(arguments: [
    ("triage", "2972395\n2972400\n"), ("severity", "2972395\n2972400\n"),
    ("-severity", "2972400\n2972395\n"), ("title", "2972395\n2972400\n"),
    ("-id", "2972400\n2972395\n"), ("owner", "2972400\n2972395\n"),
  ])
  func `it can be had in the order of any column`(column: String, ids: String) throws {
    let run = try sandbox.get().run("list", "--format", "ids", "--sort=\(column)")
    #expect(run == Sandbox.Run(out: ids, error: "", status: 0))
  }

  @Test func `what is no column is refused with all that are`() throws {
    let run = try sandbox.get().run("list", "--sort", "colour")
    #expect(run.status == 64)
    #expect(run.error.contains("the columns are triage, due, waiting, severity,"))
  }

  @Test func `the JSON is as documented, as an array and line by line`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("ack", "2972395")
    let schema = try Schema(named: "list")
    let text = try sandbox.data("list", "--all", "--format", "json")
    let json = try JSONDocument(bytes: Array(text.utf8)).root
    #expect(schema.faults(in: json) == [])
    let rows = Array(json.elements)
    #expect(rows.map { $0["id"]?.string?.text } == ["2972395", "2972400", "2972300"])
    let first = try #require(rows.first)
    #expect(first["status"]?.string?.text == "awaitingAction")
    #expect(first["severity"]?.string?.text == "high")
    #expect(first["yourMove"]?.bool == true)
    #expect(first["why"]?.string?.text == "Defender Experts await your action, 1 response to do")
    #expect(first["owner"]?.string?.text == Sandbox.me)
    #expect(first["acknowledged"]?["by"]?.string?.text == Sandbox.me)
    #expect(first["openResponses"]?.integer == 2)
    #expect(first["awaitingSince"]?.string?.text == "2026-03-02T06:58:00.000Z")
    #expect(first["clocks"]?["startedAt"]?.string?.text == "2026-03-02T06:58:00.000Z")
    #expect(first["clocks"]?["acknowledgeBy"]?.string?.text == "2026-03-02T07:28:00.000Z")
    #expect(first["clocks"]?["acknowledgeState"]?.string?.text == "metLate")
    #expect(first["clocks"]?["actBy"]?.string?.text == "2026-03-02T10:58:00.000Z")
    #expect(first["clocks"]?["actState"]?.string?.text == "overdue")
    #expect(first["clocks"]?["actStoppedAt"]?.isNull == true)
    #expect(first["clocks"]?["pausedMinutes"]?.integer == 0)
    #expect(rows[1]["clocks"]?.isNull == true)
    #expect(first["version"]?.integer == 4)
    #expect(rows[2]["owner"]?.isNull == true)
    let lines = try sandbox.data("list", "--all", "--format", "ndjson")
    #expect("[\n" + lines.split(separator: "\n").joined(separator: ",\n") + "\n]\n" == text)
    #expect(try sandbox.data("list", "nothing", "--format", "json") == "[]\n")
  }

  @Test func `the CSV has a heading and one record a row`() throws {
    let text = try sandbox.get().data("list", "--format", "csv")
    #expect(
      text == """
        id,title,severity,status,yourMove,why,owner,acknowledgedBy,acknowledgedAt,\
        openResponses,totalResponses,createdAt,updatedAt,awaitingSince,version,snoozedUntil\r
        2972395,Multi-stage incident on FIN-SRV-04,high,awaitingAction,true,\
        "Defender Experts await your action, 1 response to do",,,,2,2,\
        2026-03-02T06:12:00.000Z,2026-03-02T07:00:00.000Z,2026-03-02T06:58:00.000Z,1,\r
        2972400,Password spray against 12 accounts,medium,active,false,\
        nothing is asked of you,carol,,,0,0,\
        2026-03-01T10:00:00.000Z,2026-03-01T11:00:00.000Z,,2,\r\n
        """)
  }

  @Test func `a hostile title cannot reach the terminal`() throws {
    let sandbox = try sandbox.get()
    let title = #"a\u001b]0;x\u0007b\u202e c\u009b31m"#
    _ = try sandbox.run(
      "import", "-",
      input:
        #"{"id":"5","displayName":"\#(title)","status":"active","severity":"high","alerts":[]}"#
    )
    for arguments in [
      ["list", "--all"], ["list", "--format", "csv"], ["list", "--format", "json"], ["show", "5"],
      ["show", "5", "--format", "markdown"], ["show", "5", "--format", "json"], ["journal"], [],
    ] {
      let run = try sandbox.run(arguments)
      let isPlain = (run.out + run.error).unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\r"
          || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
            && !$0.properties.isBidiControl
      }
      #expect(isPlain && run.status == 0, "\(arguments)")
      if arguments.first == "show" { #expect(run.out.contains("x")) }
    }
  }
}
