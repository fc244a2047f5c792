// SPDX-License-Identifier: MIT

import FoundationEssentials
import TestSupport
import Testing

/// What a shell offers while a command line is typed.
@Suite struct CompletionTests {
  /// Does in bash what pressing Tab does, for the words that are its arguments.
  private static let press = """
    . "$0"
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
    _tocsin tocsin "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
    """

  private func offered(_ line: String, in sandbox: Sandbox) throws -> [String] {
    let script = try sandbox.write(
      try sandbox.data("--generate-completion-script", "bash"), to: "tocsin.bash")
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var environment = sandbox.environment
    // The script runs its first word, which is this build.
    environment["PATH"] = BuiltProduct.path("tocsin").dropLast("/tocsin".count) + ":/usr/bin:/bin"
    let output = try ProgramOutput.of(
      "/bin/bash", ["--norc", "-c", Self.press, script] + words, environment: environment)
    return output.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (
      "tocsin re",
      ["report", "readiness", "recommendations", "response", "resolve", "reopen"]
    ),
    ("tocsin --color never rev", []),
    ("tocsin --color never li", ["list"]),
    ("tocsin --color ", ["auto", "never", "16", "256"]),
    ("tocsin list --color ", ["auto", "never", "16", "256"]),
    ("tocsin --ascii list --fo", ["--format"]),
    ("tocsin list --ascii --format ", ["table", "json", "ndjson", "csv", "ids"]),
    ("tocsin response d", ["done"]),
    (
      "tocsin resolve 1 --classification ",
      ["truePositive", "informationalExpectedActivity", "falsePositive"]
    ),
    ("tocsin demo --k", ["--keys"]),
  ])
  func `commands, options and values are offered, global options before or after`(
    line: String, words: [String]
  ) throws {
    #expect(try offered(line, in: Sandbox()) == words)
  }

  @Test func `ids of open incidents and of their responses come from the store that is named`()
    throws
  {
    let sandbox = try Sandbox.withSamples()
    let open = try sandbox.data("list", "--format", "ids").split(separator: "\n").map(String.init)
    let id = try #require(open.first)
    #expect(try offered("tocsin ack ", in: sandbox) == open)
    #expect(try offered("tocsin ack \(id.prefix(3))", in: sandbox).contains(id))
    let place = sandbox.store
    sandbox.environment["XDG_DATA_HOME"] = "/nowhere"
    #expect(try offered("tocsin ack ", in: sandbox) == [])
    #expect(try offered("tocsin --store \(place) ack ", in: sandbox) == open)
    #expect(try offered("tocsin ack --store \(place) ", in: sandbox) == open)
    let responses = try offered("tocsin --store \(place) response done \(id) ", in: sandbox)
    #expect(!responses.isEmpty)
    let shown = try sandbox.data("--store", place, "show", id)
    for response in responses { #expect(shown.contains(response)) }
  }

  @Test func `an id that a shell could run is not offered`() throws {
    let sandbox = try Sandbox()
    let trap = "$(touch${IFS}trapped)"
    let tasks = """
      {"value": [{"@odata.type": "#microsoft.graph.security.incidentTask", "id": "\(trap)", \
      "incident": {"id": "7"}, "displayName": "Isolate", "status": "open"},
      {"@odata.type": "#microsoft.graph.security.incidentTask", "id": "plain-1", \
      "incident": {"id": "7"}, "displayName": "Isolate", "status": "open"}]}
      """
    try sandbox.write(tasks, to: "tasks.json")
    _ = try sandbox.run("import", "\(sandbox.path)/tasks.json")
    try #require(try sandbox.data("show", "7").contains(trap))
    #expect(try offered("tocsin response done 7 ", in: sandbox) == ["plain-1"])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the scripts are sound to their shells`(shell: String) throws {
    let sandbox = try Sandbox()
    let text = try sandbox.data("--generate-completion-script", shell)
    #expect(text.contains("tocsin"))
    guard BuiltProduct.systemHas(shell) else { return }
    let script = try sandbox.write(text, to: "script")
    let checked = try ProgramOutput.of(
      shell == "bash" ? "/bin/bash" : "/usr/bin/\(shell)", ["-n", script],
      environment: sandbox.environment)
    #expect(checked.text == "")
    #expect(checked.ending == .exited(0))
  }
}
