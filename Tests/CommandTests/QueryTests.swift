// SPDX-License-Identifier: MIT

import Testing

@Suite struct QueryTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test(arguments: [
    (["sev:high"], "2972395\n"), (["sev:medium.."], "2972395\n2972400\n"),
    (["sev:low..", "not", "sev:high"], "2972400\n"),
    (["owner:carol", "or", "tag:finance"], "2972395\n2972400\n"),
    (["is:yours"], "2972395\n"), (["status:resolved"], "2972300\n"),
    (["is:any", "not", "is:open"], "2972300\n"),
    (["response:isolate"], "2972395\n"), (["(spray or unwanted) is:any"], "2972400\n2972300\n"),
    (["\"password spray\""], "2972400\n"), (["\"spray password\""], ""),
    (["age:1h.."], "2972395\n2972400\n"),
    (["age:..1h"], ""), (["owner:none"], "2972395\n"), (["sev:high", "--all"], "2972395\n"),
  ])
  func `the list takes queries`(arguments: [String], ids: String) throws {
    let run = try sandbox.get().run(["list", "--format", "ids"] + arguments)
    #expect(run == Sandbox.Run(out: ids, error: "", status: 0))
  }

  @Test(arguments: [
    (
      ["list", "spray", "sevrity:high"],
      """
      tocsin: `sevrity:` is no field; did you mean `sev:`?
        spray sevrity:high
              ^^^^^^^^

      """
    ),
    (
      ["list", "a or"],
      """
      tocsin: Something must follow `or`; in "" it is a word.
        a or
            ^

      """
    ),
    (
      ["journal", "sev:high"],
      """
      tocsin: `sev:` is no field; to look for the text, put it in "".
        sev:high
        ^^^^

      """
    ),
    (
      ["list", "\u{1B}[31m tagg:x"],
      """
      tocsin: `tagg:` is no field; did you mean `tag:`?
        \\u{1B}[31m tagg:x
                   ^^^^^

      """
    ),
  ])
  func `what cannot be read is shown with the place`(arguments: [String], error: String) throws {
    let run = try sandbox.get().run(arguments)
    #expect(run == Sandbox.Run(out: "", error: error, status: 64))
  }

  @Test func `a value nobody knows is a slip, and the nearest is named`() throws {
    let run = try sandbox.get().run("list", "sev:hihg", "--format", "ids")
    #expect(
      run
        == Sandbox.Run(
          out: "", error: "tocsin: No `sev:` is known as `hihg`; did you mean `high`?\n", status: 64
        )
    )
  }

  @Test(arguments: [
    (["kind:acknowledged"], 1), (["kind:observed"], 3), (["by:me", "kind:ack"], 1),
    (["id:2972400"], 2), (["acknowledged", "or", "id:2972300"], 3), (["not", "kind:observed"], 2),
    (["kind:tagged"], 1), (["kind:noted"], 0),
  ])
  func `the journal takes queries`(arguments: [String], count: Int) throws {
    let sandbox = try Sandbox.withSamples()
    _ = try sandbox.run("ack", "2972400")
    _ = try sandbox.run("tag", "2972300", "--add", "vip")
    let run = try sandbox.run(["journal"] + arguments)
    let text = run.out
    #expect(!run.error.contains("known as"))
    #expect(text.split(separator: "\n").count == count, "\(text)")
  }

  @Test(arguments: ["list", "journal"])
  func `the help says how to ask`(command: String) throws {
    let text = try sandbox.get().data(command, "--help")
    #expect(text.contains("A query: words that must all occur"))
    #expect(text.contains(command == "list" ? "sev: owner: tag:" : "kind:acknowledged"))
  }
}
