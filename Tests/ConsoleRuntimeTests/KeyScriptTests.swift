// SPDX-License-Identifier: MIT

import Cells
import ConsoleRuntime
import Testing

/// Scripts of keys as people write them.
@Suite struct KeyScriptTests {
  @Test func `lines become keys, pastes, sizes and screens, with their numbers`() throws {
    let script = try KeyScript(
      """
      # The first line.
      j Ctrl-D #

        type "a \\"b\\""
      paste "1\\n2\\\\"
      wait Saved #7:  done
      resize 140x40
      dump
      dump the end\r
      """)
    let typed = "a \"b\"".unicodeScalars.map { (4, KeyScript.Step.key(.character($0))) }
    let expected: [(Int, KeyScript.Step)] =
      [(2, .key(.character("j"))), (2, .key(.control("d"))), (2, .key(.character("#")))] + typed + [
        (5, .paste("1\n2\\")), (6, .wait("Saved #7:  done")),
        (7, .resize(Size(rows: 40, columns: 140))), (8, .dump("")), (9, .dump("the end")),
      ]
    #expect(script.lines.map(\.number) == expected.map(\.0))
    #expect(script.lines.map(\.step) == expected.map(\.1))
  }

  @Test(arguments: [
    ("j\nwiat Saved", 2, "'wiat' is no key."), ("wait", 1, "'wait' must say for which text."),
    ("resize 80", 1, "'80' is no size; write such as 80x24."),
    ("resize 0x24", 1, "'0x24' is no size; write such as 80x24."),
    ("type a", 1, "The text must stand in double quotes."),
    ("type \"", 1, "The text must stand in double quotes."),
    ("type \"a\"b\"", 1, "A quote in the text is written \\\"."),
    ("type \"\\x\"", 1, "'\\x' is none of \\n, \\t, \\\" and \\\\."),
    ("\n\npaste \"a\\\"", 3, "The last quote belongs to the text."),
  ])
  func `a line that is nothing is refused with its number`(
    text: String, line: Int, reason: String
  ) {
    #expect { try KeyScript(text) } throws: { error in
      (error as? KeyScript.Problem).map { ($0.line, $0.reason) == (line, reason) } ?? false
    }
  }
}
