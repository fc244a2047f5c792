// SPDX-License-Identifier: MIT

import Testing

/// What is refused before a store is looked at.
@Suite struct UsageTests {
  let sandbox = Result { try Sandbox() }

  @Test func `what is wrong with a command under another shows that command's usage`() throws {
    for (command, words) in [
      (["handover", "acknowledge"], "tocsin handover acknowledge"),
      (["escalate", "answer", "nothing", "yes"], "tocsin escalate answer"),
      (["report", "--since", "1d", "--until", "2d"], "tocsin report"),
    ] {
      let run = try sandbox.get().run(command)
      #expect(run.status == 64)
      #expect(run.error.contains("\nUsage: \(words) "), "\(run.error)")
      #expect(run.error.contains("See '\(words) --help'"), "\(run.error)")
    }
  }

  @Test(arguments: [
    ["escalate", "begin", "--reason"], ["readiness", "add", "x", "--source"],
    ["recommendations", "add", "x", "--source"],
  ])
  func `a text that is too long is a slip of whoever typed it`(command: [String]) throws {
    let sandbox = try Sandbox.withSamples()
    let run = try sandbox.run(command + [String(repeating: "a", count: 9000)])
    #expect(run.status == 64)
    #expect(run.error.contains("is longer than 8192 bytes. Nothing was recorded."))
  }

  @Test(arguments: [
    (
      ["list", "is:opne"],
      "tocsin: There is no `is:opne`; did you mean `is:open`?\n  is:opne\n     ^^^^\n"
    ),
    (["help", "bogus"], "tocsin: 'bogus' is no command. 'tocsin --help' lists them.\n"),
    (
      ["lst"], "tocsin: 'lst' is no command. Did you mean list? 'tocsin --help' lists them.\n"
    ),
    (
      ["--store", "", "list"],
      "tocsin: The store's directory has an empty name; give --store DIR.\n"
    ),
    (
      ["init", ""], "tocsin: The store's directory has an empty name; give --store DIR.\n"
    ),
    (["frobnicate"], "tocsin: 'frobnicate' is no command. 'tocsin --help' lists them.\n"),
    (
      ["ack"] + (1...11).map(String.init),
      "tocsin: 11 incidents named; more than 10 need --yes. Nothing was written.\n"
    ),
    (
      ["resolve", "1", "--classification", "bad", "--determination", "malware"],
      """
      tocsin: There is no classification 'bad'; choose truePositive, \
      informationalExpectedActivity or falsePositive.\n
      """
    ),
    (
      ["resolve", "1", "--classification", "FALSEPOSITIVE", "--determination", "apt"],
      """
      tocsin: falsePositive has no determination 'apt'; choose notMalicious, \
      notEnoughDataToValidate or other.\n
      """
    ),
    (
      ["response", "skip", "1", "r1"],
      "tocsin: A response that is skipped needs --note: say why.\n"
    ),
    (
      ["response", "fail", "1", "r1", "--note", " "],
      "tocsin: There is no text to write down.\n"
    ),
    (["comment", "1", ""], "tocsin: There is no text to write down.\n"),
    (["comment", "1", "-"], "tocsin: There is no text to write down.\n"),
    (["assign", "1"], "tocsin: Name an owner, or give --nobody.\n"),
    (["assign", "1", "bob", "--nobody"], "tocsin: Name an owner, or give --nobody.\n"),
    (
      ["assign", "1", "b\u{202E}ob"],
      "tocsin: 'b\\u{202E}ob': an owner is 1 to 120 bytes of printable text.\n"
    ),
    (
      ["--as", "e\u{1B}[31m", "ack", "1"],
      "tocsin: --as 'e\\u{1B}[31m': a name is 1 to 64 bytes of printable text.\n"
    ),
    (["ack", "1", "--if-version=-1"], "tocsin: --if-version -1: a version is 0 or more.\n"),
    (
      ["journal", "--since", "noon"],
      "tocsin: --since 'noon': write 8h, 2d, 2026-11-01 or 2026-11-01T08:00Z.\n"
    ),
  ])
  func `a wrong command line says what is wrong with it and ends with 64`(
    arguments: [String], sentence: String
  ) throws {
    let run = try sandbox.get().run(arguments)
    #expect(run == Sandbox.Run(out: "", error: sentence, status: 64))
  }

  @Test(arguments: [
    ["ack"], ["show"], ["show", "a/b"], ["list", "--format", "xml"], ["list", "--bogus"],
    ["response", "explode", "1", "r1"], ["resolve", "1"], ["import"], ["--color", "plaid"],
    ["--theme", "plaid"],
  ])
  func `what the parser refuses ends with 64 and shows the usage`(arguments: [String]) throws {
    let run = try sandbox.get().run(arguments)
    #expect(run.status == 64)
    #expect(run.out == "")
    #expect(run.error.hasPrefix("tocsin: "))
    #expect(run.error.contains("Usage: tocsin "))
  }

  @Test(arguments: [
    ["list"], ["show", "1"], ["ack", "1"], ["journal"], ["verify"], ["undo"], [], ["console"],
  ])
  func `without a store the way to one is shown, and none is made`(arguments: [String]) throws {
    let sandbox = try sandbox.get()
    let sentence = """
      tocsin: There is no store at \(sandbox.store). Import incidents with 'tocsin import FILE', \
      or look around with 'tocsin demo'.\n
      """
    #expect(try sandbox.run(arguments) == Sandbox.Run(out: "", error: sentence, status: 66))
    #expect(try sandbox.names(in: sandbox.path).contains("data") == false)
  }

  @Test func `global options stand before or after the command`() throws {
    let sandbox = try sandbox.get()
    let before = try sandbox.run("--store", "/nowhere/store", "--ascii", "list", "word")
    let after = try sandbox.run("list", "word", "--ascii", "--store=/nowhere/store")
    #expect(before == after)
    #expect(before.error.hasPrefix("tocsin: There is no store at /nowhere/store."))
    sandbox.environment["TOCSIN_STORE"] = "/elsewhere"
    #expect(try sandbox.run("list").error.hasPrefix("tocsin: There is no store at /elsewhere."))
    #expect(
      try sandbox.run("list", "--store", "/nowhere/store").error.hasPrefix(
        "tocsin: There is no store at /nowhere/store."))
  }

  @Test(arguments: [
    ["--store", "DIR"], ["--store=DIR"], ["console", "--store", "DIR"],
    ["--ascii", "--store", "DIR"], ["--ascii", "console", "--store=DIR"],
    ["--store", "DIR", "--read-only", "--as", "ann", "--plain"],
    ["--store=DIR", "--read-only", "--as=ann", "--plain"],
  ])
  func `however the console is asked for, it is the same`(arguments: [String]) throws {
    let sandbox = try Sandbox.withSamples()
    let words = arguments.map { $0.replacing("DIR", with: sandbox.store) }
    let expected = try sandbox.run(words.contains("--ascii") ? ["--ascii"] : [])
    let run = try sandbox.run(words)
    #expect(expected.out.contains("2972395"))
    // Below the table ages are told to the minute.
    #expect(
      run.out.split(separator: "\n").prefix(3) == expected.out.split(separator: "\n").prefix(3))
    #expect(run.error == expected.error && run.status == 0)
  }

  @Test(arguments: [
    ["--store"], ["--as", "--read-only"], ["--store", "a", "--store"], ["--reed-only"],
  ])
  func `what the console cannot be opened with is refused`(arguments: [String]) throws {
    let run = try sandbox.get().run(arguments)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.error.contains("--help' for more information."))
  }

  @Test func `help and version are data`() throws {
    let sandbox = try sandbox.get()
    let help = try sandbox.run("--help")
    #expect(help.status == 0)
    #expect(help.error == "")
    for command in [
      "console", "demo", "init", "import", "list", "show", "ack", "assign", "comment", "resolve",
      "reopen", "response", "undo", "journal", "verify", "config",
    ] { #expect(help.out.contains("\n  \(command) "), "\(command)") }
    #expect(try sandbox.run("help", "help").status == 0)
    #expect(try sandbox.run("--ascii", "help", "ack").out.contains("USAGE: tocsin ack <id>"))
    #expect(try sandbox.run("--version").status == 0)
    #expect(try sandbox.run("show", "--help").out.contains("USAGE: tocsin show <id>"))
  }
}
