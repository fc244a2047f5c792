// SPDX-License-Identifier: MIT

import DefenderWire
import FoundationEssentials
import IncidentStore
import Incidents
import Testing

@testable import tocsin

@Suite struct EscalateTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private func json(_ sandbox: Sandbox, _ arguments: String...) throws -> JSONValue {
    let run = try sandbox.run(arguments + ["--format", "json"])
    #expect(run.error == "")
    return try JSONDocument(bytes: Array(run.out.utf8)).root
  }

  /// The rows of a table of a report.
  private func rows(_ report: JSONValue, _ name: String) -> [JSONValue] {
    let block = report["blocks"]?.elements.first { $0["name"]?.string?.text == name }
    return Array(block?["rows"]?.elements.map { $0 } ?? [])
  }

  private func texts(_ report: JSONValue, _ table: String, _ column: String) -> [String?] {
    rows(report, table).map { $0[column]?.string?.text }
  }

  @Test func `the guide that is compiled in leads from every step to an end`() {
    let guide = GuideFile.guide
    #expect(
      guide.steps.map(\.id)
        == ["major", "managed", "provider", "engage", "support", "request", "form"])
    for step in guide.steps {
      #expect(!step.answers.isEmpty && !step.details.isEmpty && !step.record.isEmpty)
      for answer in step.answers {
        if let next = answer.next { #expect(guide.step(next) != nil, "\(step.id)") }
      }
    }
    let way = ["major": "yes", "provider": "no", "support": "yes", "request": "done"]
    #expect(guide.way { way[$0] }.map(\.id) == ["major", "provider", "support", "request"])
    let other = ["major": "yes", "provider": "no", "support": "no"]
    #expect(guide.way { other[$0] }.last?.id == "form")
    #expect(guide.way { ["major": "no"][$0] }.last?.id == "managed")
  }

  @Test func `a run is begun, answered step by step, and closed`() throws {
    let sandbox = try sandbox.get()
    let begun = try sandbox.run("escalate", "begin", "2972395", "--reason", "files encrypted")
    #expect(begun.status == 0)
    #expect(begun.error == Sandbox.notDefender + "\n")
    #expect(begun.out.hasPrefix("escalation/2"))
    #expect(begun.out.hasSuffix(" begun · version 4\n"))
    let answered = try sandbox.run(
      "escalate", "answer", "major", "yes", "--note", "the CISO decided")
    #expect(answered.status == 0)
    #expect(answered.error.contains("next: provider: "))
    #expect(try sandbox.run("escalate", "call", "Site IT: cable is out").status == 0)
    #expect(try sandbox.run("escalate", "question", "-", input: "backup clean?\n").status == 0)
    let report = try json(sandbox, "escalate")
    #expect(texts(report, "steps", "step") == ["major", "provider"])
    #expect(
      texts(report, "steps", "answer") == ["Yes, recovery or crisis management is needed", nil])
    #expect(texts(report, "steps", "note") == ["the CISO decided", nil])
    #expect(texts(report, "calls", "text") == ["Site IT: cable is out"])
    #expect(texts(report, "questions", "text") == ["backup clean?"])
    #expect(try sandbox.run("escalate", "close", "provider", "--note", "PO 7").status == 0)
    #expect(try sandbox.data("escalate").contains("No run was begun.") == true)
    #expect(try sandbox.data("escalate", "--all").contains("handed to the provider (PO 7)"))
  }

  @Test func `what cannot be is refused, and nothing is written`() throws {
    let sandbox = try sandbox.get()
    #expect(try sandbox.run("escalate", "answer", "major", "yes").status == 66)
    #expect(try sandbox.run("escalate", "answer", "nothing", "yes").status == 64)
    #expect(try sandbox.run("escalate", "answer", "major", "perhaps").status == 64)
    #expect(try sandbox.run("escalate", "begin", "404", "--reason", "x").status == 66)
    #expect(try sandbox.run("escalate", "begin", "--reason", " ").status == 64)
    #expect(
      try sandbox.run("escalate", "begin", "--reason", "x", "--read-only").status == 77)
    #expect(try sandbox.run("escalate", "packet", "404").status == 66)
    #expect(!(try sandbox.data("journal").contains("escalation")))
  }

  @Test func `two open runs must be told apart`() throws {
    let sandbox = try sandbox.get()
    let begun = try ["ann", "bob"].map { name in
      try sandbox.run("escalate", "begin", "--reason", name, "--as", name).out
    }
    let run = try sandbox.run("escalate", "call", "x")
    #expect(run.status == 64)
    #expect(run.error.contains("Say which with --run."))
    let name = try #require(begun.last?.split(separator: " ").first)
    #expect(try sandbox.run("escalate", "call", "x", "--run", String(name.suffix(7))).status == 0)
  }

  @Test func `who begins a second run is told of the first, and a packet has both`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("escalate", "begin", "2972395", "--reason", "one", "--as", "ann")
    let again = try sandbox.run("escalate", "begin", "2972395", "--reason", "two", "--as", "bob")
    #expect(again.status == 0)
    #expect(again.error.contains("is open, too: begun "))
    #expect(again.error.contains("by ann"))
    #expect(again.error.contains(" about 2972395: one\n"))
    let packet = try json(sandbox, "escalate", "packet", "2972395")
    let reasons = ["run", "run2"].map { name in
      rows(packet, name).first { $0["key"]?.string?.text == "reason" }?["value"]?.string?.text
    }
    #expect(reasons == ["two", "one"])
  }

  @Test func `what is switched off is named, an indicator by itself or by the step`() throws {
    let sandbox = try sandbox.get()
    func task(_ id: String, _ title: String, _ target: String) -> String {
      #"{"id": "\#(id)", "status": "completed", "displayName": "\#(title)", "#
        + #""actionType": "submitIocRule", "source": "defenderExpertsGuidedResponse", "#
        + #""responseAction": {"identifierValue": "\#(target)"}}"#
    }
    let tasks = [task("i1", "Block it", "203.0.113.9"), task("i2", "Block evil.example", "")]
    let file = try sandbox.write(
      #"{"id": "7", "status": "awaitingAction", "tasks": [\#(tasks.joined(separator: ","))]}"#,
      to: "seven.json")
    #expect(try sandbox.run("import", file).status == 0)
    let packet = try json(sandbox, "escalate", "packet", "7")
    #expect(
      Set(texts(packet, "containment", "target").compactMap(\.self))
        == ["203.0.113.9", "Block evil.example"])
  }

  @Test func `the runs say which incidents they are about`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("escalate", "begin", "2972395", "--reason", "one")
    let report = try sandbox.data("escalate", "show")
    #expect(
      report.split(separator: "\n").contains {
        $0.hasPrefix("Incidents ") && $0.hasSuffix("  2972395")
      })
    let facts = rows(try json(sandbox, "escalate"), "run")
    #expect(facts.contains { $0["value"]?.string?.text == "2972395" })
  }

  @Test func `a step the answers do not lead to takes no answer`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("escalate", "begin", "2972395", "--reason", "one")
    let off = try sandbox.run("escalate", "answer", "form", "done")
    #expect(off.status == 77)
    #expect(
      off.error == "tocsin: The answers given so far do not lead to 'form'; the next step is major."
        + " Nothing was recorded.\n")
    _ = try sandbox.run("escalate", "answer", "major", "no")
    #expect(try sandbox.run("escalate", "answer", "managed", "done").status == 0)
    let over = try sandbox.run("escalate", "answer", "provider", "yes")
    #expect(over.status == 77)
    #expect(over.error.contains("do not lead to 'provider'. Nothing was recorded."))
    // An early step can be answered anew, and opens another way.
    #expect(try sandbox.run("escalate", "answer", "major", "yes").status == 0)
    #expect(try sandbox.run("escalate", "answer", "provider", "yes").status == 0)
  }

  @Test func `the guide comes in every format`() throws {
    let sandbox = try sandbox.get()
    let report = try json(sandbox, "escalate", "guide")
    #expect(texts(report, "steps", "step") == GuideFile.guide.steps.map(\.id))
    #expect(texts(report, "answers", "next").first == "provider")
    #expect(try sandbox.data("escalate", "guide").hasPrefix("major: "))
    for format in ["markdown", "html", "csv"] {
      #expect(try sandbox.data("escalate", "guide", "--format", format).contains("provider"))
    }
  }

  @Test func `the provider of the configuration stands on top, also read-only`() throws {
    let sandbox = try sandbox.get()
    try FileManager.default.createDirectory(
      atPath: "\(sandbox.path)/config/tocsin", withIntermediateDirectories: true)
    try sandbox.write(
      #"""
      { "provider.name": "Example IR", "provider.phone": "+49 30 555 0100",
        "provider.contract": "IR-7", "provider.customer": "premier" }
      """#, to: "config/tocsin/config.json5")
    let text = try sandbox.data("escalate", "--read-only")
    for part in ["Example IR", "+49 30 555 0100", "IR-7", "Premier Support"] {
      #expect(text.contains(part))
    }
  }

  @Test func `a packet has indicators raw and defanged, digests, and the journal's head`() throws {
    let sandbox = try sandbox.get()
    let report = try json(sandbox, "escalate", "packet", "2972395")
    #expect(texts(report, "indicators", "raw") == ["203.0.113.7"])
    #expect(texts(report, "indicators", "defanged") == ["203[.]0[.]113[.]7"])
    #expect(texts(report, "documents", "incident") == ["2972395"])
    #expect(texts(report, "documents", "sha256").first??.utf8.count == 64)
    let facts = rows(report, "packet")
    let hash = facts.first { $0["key"]?.string?.text == "journalHash" }?["value"]?.string?.text
    #expect(hash?.utf8.count == 43)
    #expect(!rows(report, "timeline").isEmpty)
    let html = try sandbox.data("escalate", "packet", "2972395", "--format", "html")
    #expect(!html.contains("<script") && !html.contains("href="))
  }

  @Test func `a packet's folder has its hashes, and nothing is overwritten`() throws {
    let sandbox = try sandbox.get()
    let folder = "\(sandbox.path)/packet"
    let run = try sandbox.run("escalate", "packet", "2972395", "-o", folder)
    #expect(run.status == 0)
    #expect(
      try sandbox.names(in: folder) == ["SHA256SUMS", "packet.html", "packet.json", "packet.md"])
    let sums = String(
      decoding: try Data(contentsOf: URL(filePath: "\(folder)/SHA256SUMS")), as: UTF8.self)
    for line in sums.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(parts[1])"))
      #expect(documentDigest(Array(bytes)) == String(parts[0]))
    }
    let again = try sandbox.run("escalate", "packet", "2972395", "-o", folder)
    #expect(again.status == 73)
    #expect(again.error.contains("is there already; nothing was written."))
  }
}
