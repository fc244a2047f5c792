// SPDX-License-Identifier: MIT

import DefenderWire
import FoundationEssentials
import Glibc
import Testing

/// `tocsin config`, and what every command makes of the file.
@Suite struct ConfigTests {
  let sandbox = Result { try Sandbox() }
  private var path: String { get throws { try "\(sandbox.get().path)/config/tocsin/config.json5" } }

  private func write(_ text: String) throws {
    let sandbox = try sandbox.get()
    for directory in ["config", "config/tocsin"] { mkdir("\(sandbox.path)/\(directory)", 0o700) }
    try sandbox.write(text, to: "config/tocsin/config.json5")
    chmod(try path, 0o600)
  }

  private func origins(_ arguments: String...) throws -> [String: [String?]] {
    let run = try sandbox.get().run(["config", "--format", "json"] + arguments)
    #expect(run.status == 0 && run.error == "", "\(run)")
    let rows = try JSONDocument(bytes: Array(run.out.utf8)).root.elements
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let value = row["value"]
        let text =
          value?.string?.text ?? value?.bool.map { "\($0)" }
          ?? value?.elements.compactMap { $0.string?.text }.joined(separator: "|")
        return (
          row["name"]?.string?.text ?? "",
          [text, row["origin"]?.string?.text, row["where"]?.string?.text]
        )
      })
  }

  @Test func `without a file everything is as usual, and the way to one is shown`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run("config")
    #expect(run.status == 0)
    let store = try #require(run.out.split(separator: "\n").first)
    #expect(store.split(separator: " ") == ["store", sandbox.store[...], "default"])
    #expect(
      run.error
        == "tocsin: There is no \(try path); 'tocsin config --default' prints one.\n")
  }

  @Test func `the command line wins over the environment, that over the file`() throws {
    try write(
      """
      {
        store: "~/soc", color: "256", ascii: true, as: "night shift",
        keys: {
          undo: ["Z", "g u"],
          suspend: [],
        },
      }
      """)
    let sandbox = try sandbox.get()
    let file = try path
    var found = try origins()
    #expect(found["store"] == ["\(sandbox.path)/soc", "file", "\(file):2:3"])
    #expect(found["as"] == ["night shift", "file", "\(file):2:46"])
    #expect(found["color"] == ["256", "file", "\(file):2:19"])
    #expect(found["ascii"] == ["true", "file", "\(file):2:33"])
    #expect(found["readOnly"] == ["false", "default", nil])
    #expect(found["keys.undo"] == ["Z|g u", "file", "\(file):4:5"])
    #expect(found["keys.suspend"] == ["", "file", "\(file):5:5"])
    sandbox.environment["TOCSIN_STORE"] = "/elsewhere"
    sandbox.environment["NO_COLOR"] = "1"
    found = try origins()
    #expect(found["store"] == ["/elsewhere", "environment", "TOCSIN_STORE"])
    #expect(found["color"] == ["never", "environment", "NO_COLOR"])
    found = try origins("--store", "/here", "--color", "16", "--as", "bob", "--read-only")
    #expect(found["store"] == ["/here", "option", "--store"])
    #expect(found["color"] == ["16", "option", "--color"])
    #expect(found["as"] == ["bob", "option", "--as"])
    #expect(found["readOnly"] == ["true", "option", "--read-only"])
  }

  @Test func `the file's store, name and read-only are what commands go by`() throws {
    let sandbox = try sandbox.get()
    try write("{store: '~/soc', as: 'night shift'}")
    #expect(try sandbox.run("init", "\(sandbox.path)/soc").status == 0)
    let list = try sandbox.run("list", "--verbose")
    #expect(list.status == 0)
    #expect(list.error.contains("\(sandbox.path)/soc, 0 lines, as night shift"))
    try write("{store: '~/soc', readOnly: true}")
    #expect(try sandbox.run("comment", "1", "text").status == 77)
  }

  @Test(arguments: [["comment", "1", "text"], ["config"], ["demo"], ["import", "-"]])
  func `a mistake ends a command with 65, its place, the nearest name and what next`(
    arguments: [String]
  ) throws {
    try write("{\n  colour: 'auto',\n  keys: {undoo: ['Z']},\n}")
    let file = try path
    let run = try sandbox.get().run(arguments)
    #expect(run.status == 65)
    #expect(
      run.error == """
        tocsin: \(file):2:3: There is no setting 'colour'. Did you mean color?
        \(file):3:10: There is no action 'undoo'. Did you mean undo?
        Correct the file; 'tocsin config --default' prints one that is right.\n
        """)
    #expect(run.out.isEmpty == (arguments != ["config"]))
  }

  @Test func `what only reads goes on, says what is wrong, and ends with 0`() throws {
    let sandbox = try sandbox.get()
    try write("{store: '~/soc'}")
    #expect(try sandbox.run("init", "\(sandbox.path)/soc").status == 0)
    try write("{store: '~/soc', raedOnly: true, thme: 'dark'}")
    for arguments in [["list"], ["journal"], ["verify"]] {
      let run = try sandbox.run(arguments)
      #expect(run.status == 0)
      #expect(run.error.contains("There is no setting 'raedOnly'. Did you mean readOnly?"))
      #expect(run.error.contains("nothing is recorded until it is right"))
    }
    #expect(try sandbox.run("comment", "1", "text").status == 65)
    try write("{stroe: '~/soc'}")
    #expect(try sandbox.run("list").status == 65)
    try write("{")
    #expect(try sandbox.run("list").status == 65)
  }

  @Test(arguments: [
    ("{", true), ("{store: 1}", true), ("{ro: true}", true), ("{stroe: '/srv/soc'}", true),
    ("{readOnly: 'no'}", true),
    ("{ascii: 1}", false), ("{keys: {undo: ['c']}}", false),
  ])
  func `where mistakes leave open what is meant, a console would change nothing`(
    text: String, isReadOnly: Bool
  ) throws {
    try write(text)
    let run = try sandbox.get().run("config")
    #expect(run.status == 65)
    // Commands record nothing whatever the mistake.
    #expect(run.out.contains(/readOnly +true/), "\(run.out)")
    #expect(
      run.out.contains("  until the configuration is right") == isReadOnly
        && run.out.contains("  for commands, until the configuration is right") != isReadOnly,
      "\(run.out)")
    let settled = try sandbox.get().run(
      "config", "--store", "/srv/soc", "--as", "alice", "--read-only")
    #expect(settled.out.contains("--read-only\n"))
  }

  @Test func `a name that would lie is refused where it stands`() throws {
    try write("{as: 'e\\u001b[31m'}")
    let run = try sandbox.get().run("comment", "1", "text")
    #expect(run.status == 65)
    #expect(run.error.contains("config.json5:1:2: 'as' is 1 to 64 bytes of printable text."))
  }

  @Test func `another file can be named, but it must be there`() throws {
    let sandbox = try sandbox.get()
    try write("{ascii: true}")
    let other = try sandbox.write("{color: 'never'}", to: "other.json5")
    chmod(other, 0o600)
    let found = try origins("--config", other)
    #expect(found["color"] == ["never", "file", "\(other):1:2"])
    #expect(found["ascii"] == ["false", "default", nil])
    #expect(
      try sandbox.run("list", "--config", "/nowhere/file")
        == Sandbox.Run(
          out: "", error: "tocsin: /nowhere/file: No such file or directory.\n", status: 66))
    #expect(try sandbox.run("--config", "", "list").status == 64)
    #expect(try sandbox.run("--config", sandbox.path, "list").status == 65)
  }

  @Test func `the printed file is a configuration that changes nothing`() throws {
    let sandbox = try sandbox.get()
    let printed = try sandbox.run("config", "--default")
    #expect(printed.status == 0 && printed.error == "")
    let before = try origins().mapValues { $0[0] }
    try write(printed.out)
    let after = try origins()
    #expect(after.mapValues { $0[0] } == before)
    #expect(after.values.allSatisfy { $0[1] == "file" })
    let schema = try sandbox.run("config", "--schema")
    #expect(schema.status == 0)
    #expect(try JSONDocument(bytes: Array(schema.out.utf8)).root["properties"] != nil)
  }

  @Test func `a file that others can write is told of`() throws {
    try write("{}")
    chmod(try path, 0o666)
    let run = try sandbox.get().run("config")
    #expect(run.status == 0)
    #expect(run.error == "tocsin: \(try path) can be changed by others than you.\n")
  }
}
