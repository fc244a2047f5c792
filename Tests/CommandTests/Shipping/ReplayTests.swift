// SPDX-License-Identifier: MIT

import FoundationEssentials
import Testing

/// The console worked by a file of keys, through the built program.
@Suite struct ReplayTests {
  private let morning = ["--now", "2026-11-23T08:41:00Z", "--as", "alice"]

  @Test func `keys lead to a screen, the same each time`() throws {
    let sandbox = try Sandbox()
    let keys = """
      # Whoever reads this sees what happens.
      j j j j
      a
      wait acknowledged
      """
    let first = try sandbox.run(["demo", "--keys", "-"] + morning, input: keys)
    #expect(first.status == 0)
    #expect(first.error == "")
    #expect(first.out.contains("▌ ● x 3:50    HIGH   AiTM phishing attack"))
    #expect(first.out.contains(" 2/5    alice\n"))
    #expect(first.out.contains("48177 acknowledged"))
    #expect(first.out.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    #expect(try sandbox.run(["demo", "--keys", "-"] + morning, input: keys) == first)
  }

  @Test func `screens that are asked for are written under their lines and names`() throws {
    let sandbox = try Sandbox()
    let keys = try sandbox.write("dump\nresize 100x30\nType\n", to: "bad.keys")
    let good = try sandbox.write("dump\nresize 100x30\ndump  larger\nq\n", to: "good.keys")
    let screens = "\(sandbox.path)/screens"
    let run = try sandbox.run(["demo", "--keys", good, "--dump", screens, "--size", "80x24"])
    #expect(run == Sandbox.Run(out: "", error: "", status: 0))
    let text = try String(contentsOfFile: screens, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "--- line 1 ---")
    #expect(lines.firstIndex(of: "--- line 3 larger ---") == 25)
    #expect(lines.count == 1 + 24 + 1 + 30 + 1)
    let refused = try sandbox.run("demo", "--keys", keys)
    #expect(refused.error == "tocsin: \(keys):3: 'Type' is no key.\n")
    #expect(refused.status == 65)
  }

  @Test func `what the keys do is recorded, but never at a made-up time`() throws {
    let sandbox = try Sandbox.withSamples()
    let before = try sandbox.data("journal")
    _ = try sandbox.run(["console", "--keys", "-"] + morning, input: "c\ntype \"x\"\nEnter\n")
    #expect(try sandbox.data("journal") == before)
    let run = try sandbox.run(
      ["--keys", "-"], input: "c\ntype \"by phone\"\nEnter\nwait Saved\n")
    #expect(run.status == 0)
    #expect(try sandbox.data("journal").contains("by phone"))
  }

  @Test(arguments: [
    (["--dump", "x"], "", "--dump needs --keys FILE.", 64),
    (["--size", "80x24"], "", "--size needs --keys FILE.", 64),
    (["--now", "noon"], "", "--now needs --keys FILE.", 64),
    (
      ["--keys", "-", "--size", "80"], "",
      "--size '80': write columns and rows such as 80x24, at most 500x300.", 64
    ),
    (
      ["--keys", "-", "--now", "noon"], "",
      "--now 'noon': write 2026-11-23T08:41:00Z.", 64
    ),
    (["--keys", "-"], "\nCtrl-\n", "-:2: 'Ctrl-' is no key.", 65),
    (["--keys", "-"], "type \"a", "-:1: The text must stand in double quotes.", 65),
    (
      ["--keys", "-"], "q\nj\n",
      "The console ended before line 2; what stands from there did not happen.", 1
    ),
    (["--keys", "/nowhere/keys"], "", "/nowhere/keys: No such file or directory.", 66),
  ])
  func `what cannot be replayed is said with its line`(
    arguments: [String], keys: String, sentence: String, status: Int32
  ) throws {
    let run = try Sandbox().run(["demo"] + arguments, input: keys)
    #expect(run.error == "tocsin: \(sentence)\n")
    #expect(run.status == status)
  }
}
