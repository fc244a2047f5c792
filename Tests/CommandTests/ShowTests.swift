// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct ShowTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test func `a page reads like a page`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("response", "done", "2972395", "r1", "--note", "by phone")
    _ = try sandbox.run("comment", "2972395", "-", input: "Site IT confirms.\n\nNext: patch.\n")
    #expect(
      try sandbox.run("show", "2972395").timeless.out
        // How late it is depends on when the test runs.
        .replacing(/Acknowledge: Stopped TIME(?s:.*?)(?=Nobody owns it)/, with: "") == """
          2972395 · High · Awaiting your action
          Multi-stage incident on FIN-SRV-04
          done here, not sent to Defender
          Nobody owns it · not acknowledged
          Tags Finance, Defender Experts (set by Defender)

          Summary
            A loader ran from a lure; FIN-SRV-04 must be isolated now.

            Hands on keyboard.

          Recommended by Defender
            Isolate FIN-SRV-04.

          Impact
            devices    FIN-SRV-04
            activity   TIME – TIME

          Indicators
            address  203.0.113.7

          ATT&CK
            T1059.001  PowerShell

          Responses · 1 of 2 done or skipped
            ▣   Isolate device FIN-SRV-04
                r1 · you · completed here · Defender: open
                target 160cf11f77b65a155cd7a7194ba11a92e3729de8
                note: by phone
            ▢   Reset password for j.doe
                r2 · experts · open
                target u-17

          Notes
            TIME  Defender Experts (in Defender)
              Called twice.
            TIME  \(Sandbox.me)
              Site IT confirms.

              Next: patch.

          """)
  }

  @Test func `the JSON is as documented`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("response", "done", "2972395", "r1", "--note", "by phone")
    _ = try sandbox.run("comment", "2972395", "mistaken")
    _ = try sandbox.run("undo")
    let schema = try Schema(named: "show")
    for id in ["2972395", "2972400", "2972300"] {
      let text = try sandbox.data("show", id, "--format", "json")
      #expect(schema.faults(in: try JSONDocument(bytes: Array(text.utf8)).root) == [], "\(id)")
    }
    let text = try sandbox.data("show", "2972395", "--format", "json")
    let json = try JSONDocument(bytes: Array(text.utf8)).root
    let response = try #require(json["responses"]?.elements.first { _ in true })
    #expect(response["status"]?.string?.text == "completed")
    #expect(response["defenderStatus"]?.string?.text == "open")
    #expect(response["performer"]?.string?.text == "you")
    #expect(response["note"]?.string?.text == "by phone")
    // Created 06:12, the customer's move since 06:58; then it lay with them until now.
    #expect(try #require(json["clocks"]?["expertsMinutes"]?.integer) >= 46)
    #expect(try #require(json["clocks"]?["yourMinutes"]?.integer) > 60)
    #expect(try sandbox.run("show", "2972395").out.contains("\nLay with the experts "))
    let summary = try #require(json["summary"])
    #expect(summary["verdicts"]?["malicious"]?.integer == 2)
    #expect(summary["firstActivityAt"]?.string?.text == "2026-03-02T06:10:00.000Z")
    let technique = try #require(summary["techniques"]?.elements.first { _ in true })
    #expect(technique["name"]?.string?.text == "PowerShell")
    let notes = try #require(json["notes"]).elements.map { note in
      [note["source"]?.string?.text, note["withdrawn"]?.bool.map(String.init)]
    }
    #expect(notes == [["defender", "false"], ["tocsin", "true"]])
  }

  @Test func `a merge into what is not here, and one in a circle, say so`() throws {
    let sandbox = try sandbox.get()
    func merged(_ id: String, into target: String) -> String {
      """
      {"id":"\(id)","displayName":"Merged","status":"redirected","severity":"low",\
      "redirectIncidentId":"\(target)","lastUpdateDateTime":"2026-03-02T08:00:00Z","alerts":[]}
      """
    }
    let lines = [("11", "12"), ("12", "13"), ("21", "22"), ("22", "21")].map(merged)
    _ = try sandbox.run("import", "-", input: lines.joined(separator: "\n"))
    let absent = try sandbox.run("show", "11").out
    #expect(absent.hasPrefix("11 · Low · Merged into 13, which is not here\n"))
    let circle = try sandbox.run("show", "21").out
    #expect(circle.hasPrefix("21 · Low · Merged in a circle\n"))
    #expect(try sandbox.run("list", "is:closed").out.contains("\n◌  "))
  }

  @Test func `an id that is not here ends with 66`() throws {
    #expect(
      try sandbox.get().run("show", "99")
        == .said("", "tocsin: There is no incident 99 here.", status: 66))
  }

  @Test func `without a terminal the console is the queue and its first incident`() throws {
    let sandbox = try sandbox.get()
    let queue = try sandbox.run("list").out
    let page = try sandbox.run("show", "2972395").out
    #expect(try sandbox.run() == Sandbox.Run(out: queue + "\n" + page, error: "", status: 0))
    #expect(try sandbox.run("console").out == queue + "\n" + page)
  }

  @Test func `the demo needs no store and leaves none`() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.run("demo")
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(run.out.hasPrefix("   DUE       SEV   ID "))
    #expect(run.out.contains("\nResponses · "))
    #expect(
      try sandbox.names(in: sandbox.path).allSatisfy {
        $0.hasPrefix(".") && !$0.hasPrefix("tocsin")
      }
    )
  }
}
