// SPDX-License-Identifier: MIT

import Testing

/// The backlog of recommendations from the command line.
@Suite struct RecommendationsCommandTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test func `one is written down, decided, assigned, made due, done and verified`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run(
      "recommendations", "add", "Block USB processes", "--incident", "2972395", "--source",
      "review")
    #expect(run.status == 0 && run.out.hasPrefix("recommendation/block-usb-processes-"))
    #expect(
      try sandbox.run("recommendations", "add", "block usb PROCESSES!").error
        .contains("is known already."))
    let steps = [
      ["accept", "block"], ["assign", "block", "bob"], ["due", "block", "2030-01-01T00:00Z"],
      ["done", "block"], ["verify", "block", "--evidence", "policy export"],
    ]
    for step in steps {
      #expect(try sandbox.run(["recommendations"] + step).status == 0, "\(step)")
    }
    let list = try sandbox.data("recommendations", "--format", "csv")
    #expect(list.contains("verified") && list.contains("policy export") && list.contains("bob"))
    #expect(list.contains("2972395"))
    #expect(
      try sandbox.data("recommendations", "--state", "new", "--format", "csv").contains("bob")
        == false)
    #expect(try sandbox.run("recommendations", "reopen", "block").status == 0)
    #expect(
      try sandbox.data("recommendations", "--format", "csv").contains("policy export") == false)
  }

  @Test func `a version that is to come is refused, on recommendations and on readiness`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("recommendations", "add", "Block USB")
    _ = try sandbox.run("readiness", "add", "Set up the channel")
    for command in [
      ["recommendations", "accept", "block-usb"],
      ["recommendations", "assign", "block-usb", "bob"],
      ["readiness", "set", "set-up", "--checked"],
      ["approval", "rule", "--closing", "yes"],
    ] {
      let run = try sandbox.run(command + ["--if-version", "99"])
      #expect(run.status == 64, "\(command) \(run)")
      #expect(run.error.contains("is at version "), "\(run.error)")
    }
  }

  @Test func `a beginning that fits two is refused with both; a short one may be enough`() throws {
    let sandbox = try sandbox.get()
    for text in ["Block", "Block USB", "Zed"] {
      _ = try sandbox.run("recommendations", "add", text)
    }
    for name in ["b", "block"] {
      let run = try sandbox.run("recommendations", "accept", name)
      #expect(run.status == 64, "\(name)")
      #expect(run.error.matches(of: /block-[a-z0-9-]+/).count == 2, "\(run.error)")
    }
    let run = try sandbox.run("recommendations", "accept", "ze")
    #expect(run.status == 0 && run.out.hasPrefix("recommendation/zed-"))
    #expect(try sandbox.run("recommendations", "accept", "").status == 66)
  }

  @Test func `declining needs a reason, verifying evidence, and a name must be one`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("recommendations", "add", "Block USB")
    #expect(
      try sandbox.run("recommendations", "decline", "block-usb").error
        == "tocsin: Declining needs --reason: say why.\n")
    #expect(
      try sandbox.run("recommendations", "verify", "block-usb").error
        == "tocsin: Verifying needs --evidence: say what shows it.\n")
    #expect(try sandbox.run("recommendations", "accept", "nothing").status == 66)
    #expect(
      try sandbox.run("recommendations", "decline", "block-usb", "--reason", "none here").status
        == 0)
    let verified = try sandbox.run("recommendations", "verify", "block-usb", "--evidence", "seen")
    #expect(verified.status == 77 && verified.error.contains("It is declined; accept it first."))
    #expect(try sandbox.run("recommendations", "link", "block-usb", "999").status == 66)
    #expect(try sandbox.run("recommendations", "link", "block-usb", "2972400").status == 0)
    #expect(
      try sandbox.run("recommendations", "link", "block-usb", "2972400", "--remove").status == 0)
  }

  @Test func `every row carries its incidents, and no two columns have one name`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("recommendations", "add", "Block USB")
    let csv = try sandbox.data("recommendations", "--format", "csv", "--table", "recommendations")
    let names = csv.split(whereSeparator: \.isNewline).first?.split(separator: ",") ?? []
    #expect(names.contains("incidentCount") && names.last == "incidents")
    #expect(Set(names).count == names.count)
    #expect(try sandbox.data("recommendations", "--format", "json").contains(#""incidents":[]"#))
  }

  @Test(arguments: ["text", "markdown", "html", "csv", "json"])
  func `the review says what came in, and was decided`(format: String) throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("recommendations", "add", "Block USB", "--incident", "2972395")
    _ = try sandbox.run("recommendations", "add", "Call <b>them</b>")
    _ = try sandbox.run("recommendations", "decline", "call", "--reason", "done by phone")
    let text = try sandbox.data("recommendations", "review", "--format", format)
    #expect(text.contains("Block USB") && text.contains("done by phone"))
    #expect(format != "html" || !text.contains("<b>them"))
  }
}
