// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

@testable import tocsin

@Suite struct HandoverCommandTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private func rows(_ sandbox: Sandbox, _ table: String) throws -> [JSONValue] {
    let text = try sandbox.data("handover", "--format", "json")
    let report = try JSONDocument(bytes: Array(text.utf8)).root
    let block = report["blocks"]?.elements.first { $0["name"]?.string?.text == table }
    return Array(block?["rows"]?.elements.map { $0 } ?? [])
  }

  @Test func `it names your move, the last action, the next step and the unworked`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("note", "2972395", "stolen hash", "--next", "call site IT")
    let rows = try rows(sandbox, "incidents")
    let row = try #require(rows.first { $0["id"]?.string?.text == "2972395" })
    #expect(row["nextStep"]?.string?.text == "call site IT")
    #expect(row["hypothesis"]?.string?.text == "stolen hash")
    #expect(row["lastBy"]?.string?.text == Sandbox.me)
    #expect(row["unworked"]?.bool == false)
    let text = try sandbox.data("handover", "--since", "8h")
    #expect(text.hasPrefix("Handover\n"))
    #expect(text.contains("Next step: call site IT"))
  }

  @Test func `every open incident is named, the others with the same members as all`() throws {
    let sandbox = try sandbox.get()
    let open = try sandbox.data("list", "--format", "ids").split(separator: "\n").map(String.init)
    func ids(_ table: String) throws -> [String] {
      try rows(sandbox, table).compactMap { $0["id"]?.string?.text }
    }
    #expect(try (ids("incidents") + ids("others")).sorted() == open.sorted())
    let other = try #require(try rows(sandbox, "others").first)
    let line = try #require(try rows(sandbox, "incidents").first)
    #expect(other.members.map(\.name) == line.members.map(\.name))
    #expect(other["since"]?.string?.text.isEmpty == false)
    let text = try sandbox.data("handover")
    let id = try #require(other["id"]?.string?.text)
    #expect(text.contains("Other open incidents") && text.contains(id))
  }

  @Test func `what is not named in a long list is counted, with the way to all`() throws {
    let sandbox = try sandbox.get()
    let many = (1...120).map {
      #"{"id":"\#($0)","status":"active","severity":"low","displayName":"A","alerts":[],"#
        + #""lastUpdateDateTime":"2026-03-03T07:00:00Z"}"#
    }
    let page = "[\(many.joined(separator: ","))]"
    #expect(try sandbox.run("import", "-", input: page).status == 0)
    let count = try sandbox.data("list", "--format", "ids").split(separator: "\n").count
    let named = try rows(sandbox, "incidents").count + Handover.otherLimit
    #expect(
      try sandbox.data("handover").contains(
        "… and \(count - named) more; 'tocsin list' names every open incident"))
    #expect(try rows(sandbox, "others").count == count - named + Handover.otherLimit)
  }

  @Test(arguments: [["handover"], ["recommendations", "review"], ["report"]])
  func `a time to come is no time since when`(command: [String]) throws {
    let run = try sandbox.get().run(command + ["--since", "2099-01-01"])
    #expect(run.status == 64)
    #expect(run.error == "tocsin: --since '2099-01-01' is still to come.\n")
  }

  @Test func `signing lists what has no next step and needs --yes; the signature says so`() throws {
    let sandbox = try sandbox.get()
    let refused = try sandbox.run("handover", "sign")
    #expect(refused.status == 64)
    #expect(refused.error.contains("2972395 has no next step"))
    #expect(refused.error.contains("Nothing was signed."))
    let signed = try sandbox.run("handover", "sign", "--yes", "--comment", "quiet")
    #expect(signed.status == 0)
    #expect(signed.out.contains(" at line 3 "))
    #expect(try sandbox.data("journal").contains("without a next step: 2972395"))
    #expect(try rows(sandbox, "pending").count == 1)
  }

  @Test func `others acknowledge it, line by line or all; the signer does not`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("handover", "sign", "--yes")
    let own = try sandbox.run("handover", "acknowledge", "2972395")
    #expect(own.status == 66)
    #expect(own.error.contains("you signed it"))
    #expect(try sandbox.run("handover", "acknowledge").status == 64)
    #expect(try sandbox.run("handover", "acknowledge", "404", "--as", "bob").status == 66)
    let bob = try sandbox.run("handover", "acknowledge", "--all", "--as", "bob")
    #expect(bob.status == 0)
    #expect(bob.out.contains("acknowledged 2972395"))
    #expect(try rows(sandbox, "pending").isEmpty)
    let again = try sandbox.run("handover", "acknowledge", "--all", "--as", "carol")
    #expect(again.status == 0)
    #expect(again.error == "tocsin: Nothing that others handed over waits.\n")
  }

  @Test func `every format is written, and nothing can be signed read-only`() throws {
    let sandbox = try sandbox.get()
    #expect(try sandbox.data("handover", "--format", "markdown").hasPrefix("# Handover\n"))
    #expect(try sandbox.data("handover", "--format", "html").contains("<h1>"))
    #expect(
      try sandbox.data("handover", "--format", "csv", "--table", "incidents")
        .hasPrefix("id,severity,title,"))
    #expect(try sandbox.run("handover", "sign", "--yes", "--read-only").status == 77)
    #expect(try sandbox.run("handover", "--read-only").status == 0)
  }
}
