// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Reports
import Testing

@testable import tocsin

@Suite struct OutputTests {
  @Test func `a page reads from the heading to the notes`() throws {
    let session = try FixedStore.ransomware().session()
    let id = try #require(IncidentID("2972395"))
    let page = try IncidentPage(of: id, in: session)
    #expect(
      PageText(page, style: session.settings.style).text
        // It lies with the experts until now.
        .replacing(/experts [0-9]+[dy],/, with: "experts AGE,") == """
          2972395 · High · Awaiting your action
          Multi-stage incident on FIN-SRV-04
          done here, not sent to Defender
          Acknowledge: Stopped 2026-03-02 09:02Z: alice acknowledged it (line 2), 1h32m
          after it was due (by 2026-03-02 07:30Z).
          Act: Stopped 2026-03-02 09:03Z: alice set "Isolate device FIN-SRV-04" to
          completed (line 3), 1h57m before it was due (by 2026-03-02 11:00Z).
          Lay with the experts AGE, you 2h03
          Owner alice (Defender: nobody) · acknowledged by alice 2026-03-02 09:02Z
          Tags Finance

          Summary
            A loader ran from a lure; FIN-SRV-04 must be isolated now, because the
            operator is on it and has removed its shadow copies.

          Recommended by Defender
            Isolate FIN-SRV-04.

          Impact
            devices    FIN-SRV-04
            activity   2026-03-02 06:10Z – 2026-03-02 06:40Z

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

          Notes
            2026-03-02 06:50Z  Defender Experts (in Defender)
              Called twice.
            2026-03-02 09:04Z  alice
              Site IT confirms.

          Could not be read
            tasks[0].x: not a date that exists: 2026-02-30

          """)
  }

  @Test func `an indicator is whole, with its kind, and the name of what its hash is of`() throws {
    var incident = try Samples.incident()
    let hash = String(repeating: "0123456789abcdef", count: 4)
    var file = Evidence(kind: .file, type: "fileEvidence")
    file.name = "invoice\u{202E}fdp.exe"
    file.identifier = hash
    file.verdict = .malicious
    incident.alerts[0].evidence.append(file)
    var store = FixedStore()
    store.observe(incident)
    let session = try store.session()
    let page = try IncidentPage(of: incident.id, in: session)
    let text = PageText(page, style: session.settings.style).text
    #expect(
      text.contains(
        """

        Indicators
          address  203.0.113.7
          file     \(hash)
                   invoice\\u{202E}fdp.exe

        """))
  }

  @Test func `a row fits in 80 columns and its title gives way`() throws {
    var store = FixedStore()
    var incident = try Samples.incident()
    incident.title = String(repeating: "Very long title ", count: 10)
    incident.owner = "somebody.with.a.long.name@contoso.com"
    store.observe(incident)
    for isASCII in [false, true] {
      let session = try store.session(isASCII: isASCII)
      let rows = Array(try session.queue().rows)
      let now = try #require(Timestamp(iso8601: "2026-03-02T09:05:30Z"))
      let table = QueueTable(rows, style: session.settings.style, now: now)
      let lines = [table.heading] + rows.map(table.line)
      #expect(
        lines.joined()
          == (isASCII
            ? """
               DUE       SEV   ID       INCIDENT                         RESP   OWNER
            !  a -1:35   HIGH  2972395  Very long title Very long ti...  0/2    somebody....

            """
            : """
               DUE       SEV   ID       INCIDENT                         RESP   OWNER
            !  a −1:35   HIGH  2972395  Very long title Very long titl…  0/2    somebody.wi…

            """))
      #expect(lines.allSatisfy { $0.unicodeScalars.count <= 81 })
    }
  }

  @Test func `the JSON of a page is as documented`() throws {
    let session = try FixedStore.ransomware().session()
    let page = try IncidentPage(of: try #require(IncidentID("2972395")), in: session)
    let json = try JSONDocument(bytes: PageJSON(page).bytes).root
    #expect(try Schema(named: "show").faults(in: json) == [])
    #expect(
      json["responses"]?.elements.map { $0["defenderStatus"]?.string?.text } == ["open", nil])
    #expect(json["acknowledged"]?["by"]?.string?.text == "alice")
  }

  @Test func `a Markdown page keeps names in code spans`() throws {
    let session = try FixedStore.ransomware().session()
    let page = try IncidentPage(of: try #require(IncidentID("2972395")), in: session)
    let text = PageReport(page).document.encoded(as: .markdown)
    #expect(text.hasPrefix("# 2972395: Multi\\-stage incident on FIN\\-SRV\\-04\n"))
    #expect(text.contains("- Address: `203[.]0[.]113[.]7`\n"))
    #expect(
      text.contains(
        "- [x] Isolate device FIN\\-SRV\\-04, target `160cf11f77b65a155cd7a7194ba11a92e3729de8` "
          + "(you, completed here; Defender: open; note: by phone)"))
  }
}
