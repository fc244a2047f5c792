// SPDX-License-Identifier: MIT

import DefenderWire
import Glibc
import Incidents
import Resources
import Settings
import TestSupport
import Testing

/// Where the limits of response clocks come from, and what they do.
@Suite struct ClockSettingsTests {
  private static let knowsZones = access("/usr/share/zoneinfo/Europe/Berlin", R_OK) == 0

  @Test func `the resource, the settings and the rules have the same defaults`() throws {
    let bytes = try #require(Resources.bytes(named: "response-clocks.json"))
    let root = try JSONDocument(bytes: bytes).root
    let clocks = Array(try #require(root["clocks"]).elements)
    #expect(clocks.count == 4)
    for entry in clocks {
      let name = try #require(entry["severity"]?.string?.text)
      let limits = ClockPolicy.standard.limits(for: Severity(graphName: name))
      for (kind, minutes) in [("acknowledge", limits.acknowledge), ("act", limits.act)] {
        let text = entry[kind]?.string?.text
        #expect(text.flatMap(Setting.minutes(of:)) == minutes)
        #expect(Setting.named("clocks.\(name).\(kind)")?.standard == text.map { .text($0) })
      }
    }
    #expect(
      ClockPolicy.standard.limits(for: .unknown) == ClockPolicy.standard.limits(for: .high))
  }

  private func sandbox(_ text: String) throws -> Sandbox {
    let sandbox = try Sandbox.withSamples()
    for directory in ["config", "config/tocsin"] { mkdir("\(sandbox.path)/\(directory)", 0o700) }
    chmod(try sandbox.write(text, to: "config/tocsin/config.json5"), 0o600)
    return sandbox
  }

  private func clocks(_ sandbox: Sandbox) throws -> [String: String] {
    let json = try JSONDocument(
      bytes: Array(sandbox.data("list", "--format", "json", "id:2972395").utf8)
    ).root
    let clocks = try #require(Array(json.elements).first)["clocks"]
    return Dictionary(
      uniqueKeysWithValues: ["startedAt", "acknowledgeBy", "actBy", "actState"].map {
        ($0, clocks?[$0]?.string?.text ?? "")
      })
  }

  @Test func `what the configuration says counts, the rest is as usual`() throws {
    #expect(
      try clocks(sandbox("{'clocks.high.acknowledge': '1h15m'}")) == [
        "startedAt": "2026-03-02T06:58:00.000Z", "acknowledgeBy": "2026-03-02T08:13:00.000Z",
        "actBy": "2026-03-02T10:58:00.000Z", "actState": "overdue",
      ])
  }

  @Test(.enabled(if: knowsZones))
  func `business hours are those of the team's zone, its summer time included`() throws {
    // Monday 07:58 CET: from 08:00. 201 hours are 20 days of ten and one hour of Monday 30 March.
    #expect(
      try clocks(
        sandbox(
          """
          {businessHours: 'Mon-Fri 08:00-18:00', timeZone: 'Europe/Berlin',
           "clocks.high.act": "201h"}
          """)) == [
          "startedAt": "2026-03-02T06:58:00.000Z", "acknowledgeBy": "2026-03-02T07:30:00.000Z",
          "actBy": "2026-03-30T07:00:00.000Z", "actState": "overdue",
        ])
  }

  @Test(arguments: [
    ("{'clocks.high.act': '4 h'}", "1:21: '4 h' is no length of time from 1m to 90d"),
    ("{'clocks.high.act': '91d'}", "1:21: '91d' is no length of time from 1m to 90d"),
    ("{'clocks.high.act': 240}", "1:21: 'clocks.high.act' is a number here; a length of time"),
    (
      "{'clocks.high.ack': '1h'}", "1:2: There is no setting 'clocks.high.ack'. Did you mean clocks"
    ),
    ("{businessHours: 'Mo-Fr 8-18'}", "1:2: 'Mo-Fr 8-18' are no days and hours, such as Mon-Fri"),
    ("{timeZone: 'Europe/Berlyn'}", "1:2: There is no time zone 'Europe/Berlyn' here"),
    ("{timeZone: '../../etc/passwd'}", "1:2: There is no time zone '../../etc/passwd' here"),
    ("{timeZone: 'Europe'}", "1:2: There is no time zone 'Europe' here"),
  ])
  func `a mistake is told with its place`(text: String, sentence: String) throws {
    guard Self.knowsZones || !text.contains("timeZone") else { return }
    let run = try sandbox(text).run("config")
    #expect(run.status == 65 && run.error.contains("config.json5:" + sentence), "\(run.error)")
  }

  @Test func `another policy puts the queue in another order`() throws {
    let usual = try sandbox("{}")
    #expect(try usual.data("list", "--format", "ids", "is:overdue") == "2972395\n")
    let patient = try sandbox("{'clocks.high.acknowledge': '90d', 'clocks.high.act': '90d'}")
    let run = try patient.run("list", "--format", "json", "2972395")
    #expect(run.out.contains(#""acknowledgeBy":"2026-05-31T06:58:00.000Z""#))
  }
}
