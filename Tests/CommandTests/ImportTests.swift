// SPDX-License-Identifier: MIT

import Testing

@Suite struct ImportTests {
  let sandbox = Result { try Sandbox() }

  @Test func `a page makes a private store, and again changes nothing`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(Samples.page, to: "page.json")
    #expect(
      try sandbox.run("import", file)
        == .said(
          "imported 2 · unchanged 0 · older 0 · quarantined 0",
          "tocsin: made a private store at \(sandbox.store)"))
    let again = try sandbox.run("--ascii", "import", file)
    #expect(again == .said("imported 0 - unchanged 2 - older 0 - quarantined 0"))
  }

  @Test func `a dry run says what would happen and makes nothing`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(Samples.page, to: "page.json")
    let names = try sandbox.names(in: sandbox.path)
    #expect(
      try sandbox.run("import", "--dry-run", "--read-only", file)
        == .said("dry run: imported 2 · unchanged 0 · older 0 · quarantined 0"))
    #expect(
      try sandbox.names(in: sandbox.path).filter { !$0.hasPrefix(".") }
        == names.filter { !$0.hasPrefix(".") })
  }

  @Test func `standard input takes lines of JSON, responses beside incidents`() throws {
    let sandbox = try sandbox.get()
    let lines = [Samples.spray, Samples.isolate].map { $0.replacing("\n", with: " ") }
    let run = try sandbox.run("import", "-", input: lines.joined(separator: "\n"))
    #expect(run.out == "imported 2 · unchanged 0 · older 0 · quarantined 0\n")
    #expect(run.status == 0)
    #expect(try sandbox.data("list", "--format", "ids") == "2972395\n2972400\n")
    #expect(try sandbox.run("list", "\"not received\"").out == "")
  }

  @Test func `a record that cannot be read is kept apart and costs no neighbour`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(
      "[\(Samples.spray),\n{\"id\":\"7\",\"status\":\"active\",,}\n,\(Samples.closed)]",
      to: "broken.json")
    let run = try sandbox.run("import", file)
    #expect(run.out == "imported 2 · unchanged 0 · older 0 · quarantined 1\n")
    #expect(run.error.contains("tocsin: \(file):5 (byte "))
    #expect(run.error.hasSuffix("; kept in quarantine\n"))
    #expect(run.status == 1)
    #expect(
      try sandbox.data("verify").hasSuffix("quarantine  1 record that could not be read\n"))
  }

  @Test func `what is in quarantine is told wherever the queue is read`() throws {
    let sandbox = try sandbox.get()
    let broken = "{\"id\":\"7\",\"status\":\"active\",,}"
    _ = try sandbox.run("import", "-", input: "[\(Samples.spray),\n\(broken)]")
    let one = "tocsin: 1 record of the last import could not be read; it is in quarantine.\n"
    #expect(try sandbox.run("list").error.hasSuffix("1 open\n" + one))
    #expect(try sandbox.run().error == one)
    #expect(try sandbox.data("list", "--format", "ids") == "2972400\n")
    _ = try sandbox.run("import", "-", input: "[\(broken),\n\(Samples.spray),\n{,}]")
    #expect(
      try sandbox.run().error
        == "tocsin: 2 records of the last import could not be read; they are in quarantine.\n")
    _ = try sandbox.run("import", "-", input: Samples.spray)
    #expect(try sandbox.run().error == "")
  }

  @Test func `a status the service did not tell is told once, with what to do`() throws {
    let sandbox = try sandbox.get()
    let hidden = Samples.ransomware.replacing("awaitingAction", with: "unknownFutureValue")
    let run = try sandbox.run(
      "import", "-",
      input:
        "[\(hidden),\(hidden),\(Samples.spray.replacing("active", with: "UnknownFutureValue"))]")
    #expect(run.status == 0)
    #expect(
      run.error.hasSuffix(
        """
        tocsin: 2 incidents say status unknownFutureValue: fetch them with the header 'Prefer: \
        include-unknown-enum-members', or awaitingAction stays hidden.\n
        """))
    #expect(try sandbox.run("import", "-", input: Samples.ransomware).error == "")
  }

  @Test func `of what is hardly JSON only so much is kept`() throws {
    let sandbox = try sandbox.get()
    let text = (1...1002).map { "{\"id\":\"\($0)\",,}\n" }.joined()
    let run = try sandbox.run("import", "-", input: text + Samples.spray)
    #expect(run.out == "imported 1 · unchanged 0 · older 0 · quarantined 1002\n")
    #expect(run.error.contains("tocsin: 2 more fragments of - were not kept: it is hardly JSON\n"))
    #expect(try sandbox.names(in: "\(sandbox.store)/quarantine").count == 2000)
  }

  @Test func `an empty page is no error`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(#"{"@odata.context":"x","value":[]}"#, to: "empty.json")
    let run = try sandbox.run("import", file)
    #expect(run.out == "imported 0 · unchanged 0 · older 0 · quarantined 0\n")
    #expect(run.error.hasSuffix("tocsin: \(file): an empty page\n"))
    #expect(run.status == 0)
  }

  @Test(arguments: ["", "hello", #"{"foo":1}"#, #"{"error":{"code":"Forbidden"}}"#])
  func `input without anything of ours ends with 65`(text: String) throws {
    let run = try sandbox.get().run("import", "-", input: text)
    #expect(run.status == 65)
    #expect(
      run.error.hasSuffix(
        "tocsin: No incident, alert or response was recognised; nothing was imported.\n"))
  }

  @Test func `a missing file ends with 66 before anything is read`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(Samples.page, to: "page.json")
    #expect(
      try sandbox.run("import", file, "/no/such.json")
        == .said("", "tocsin: /no/such.json: No such file or directory.", status: 66))
    #expect(
      try sandbox.run("import", sandbox.path)
        == .said("", "tocsin: \(sandbox.path): Is a directory.", status: 66))
    #expect(try sandbox.run("list").status == 66)
  }

  @Test func `a page that names a next one says so`() throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(
      #"{"@odata.nextLink":"https://graph.microsoft.com/next","value":[\#(Samples.spray)]}"#,
      to: "first.json")
    let run = try sandbox.run("import", file)
    #expect(run.status == 0)
    #expect(
      run.error.hasSuffix(
        "tocsin: \(file): it names a next page, so this is not all there is\n"))
  }

  @Test func `reading only, nothing is imported`() throws {
    #expect(
      try sandbox.get().run("import", "-", "--read-only", input: Samples.page)
        == .said("", "tocsin: --read-only was given; nothing was written.", status: 77))
  }
}
