// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import Incidents
import TestSupport
import Testing

@testable import tocsin

/// The store as a whole: made, read, checked, damaged.
@Suite struct StoreTests {
  @Test func `init makes a store and prints the modes it set`() throws {
    let sandbox = try Sandbox()
    let store = "\(sandbox.path)/soc"
    let run = try sandbox.run("init", store)
    #expect(run.status == 0)
    #expect(
      run.out.split(separator: "\n").map { $0.split(separator: " ").last.map(String.init) }
        == [
          "", "/journal", "/incidents", "/quarantine", "/approvals", "/lock",
          "/journal/000000000001.ndjson", "/store.json",
        ].map { store + $0 })
    #expect(run.out.hasPrefix("700  \(store)\n"))
    #expect(
      run.error == "tocsin: made a store at \(store); name it with --store or TOCSIN_STORE\n")
    #expect(
      try sandbox.run("init", store)
        == .said("", "tocsin: \(store): a store is there already; nothing was changed.", status: 73)
    )
    let refused = try sandbox.run("import", "--store", sandbox.path, "-", input: Samples.page)
    #expect(
      refused
        == .said(
          "", "tocsin: \(sandbox.path): no store can be made there: It is not empty.", status: 73))
    #expect(
      try sandbox.run("--store", store, "list")
        == .said("", "tocsin: 0 your move · 0 open"))
    sandbox.environment["TOCSIN_STORE"] = store
    #expect(try sandbox.data("list", "--format", "json") == "[]\n")
    #expect(try sandbox.run() == .said("There is no open incident."))
  }

  @Test func `the journal says who did what since when`() throws {
    let sandbox = try Sandbox.withSamples()
    _ = try sandbox.run("ack", "2972395", "2972400")
    _ = try sandbox.run("comment", "2972395", "two\nlines")
    _ = try sandbox.run("undo")
    let me = Sandbox.me
    #expect(
      try sandbox.run("journal").timeless.out == """
           1  TIME  \(me)  2972395          received from Defender
           2  TIME  \(me)  2972400          received from Defender
           3  TIME  \(me)  2972300          received from Defender
           4  TIME  \(me)  2972395 2972400  acknowledged
           5  TIME  \(me)  2972395          commented: two lines (undone)
           6  TIME  \(me)  2972395          took back line 5\n
        """)
    #expect(
      try sandbox.run("journal", "ACKNOWLEDGED", "2972400", "--since", "8h").timeless.out
        == "   4  TIME  \(me)  2972395 2972400  acknowledged\n")
    #expect(try sandbox.data("journal", "--since", "2199-01-01") == "")
    #expect(try sandbox.data("journal", "--since", "2020-01-01T00:00Z") != "")
  }

  @Test func `a date is local unless it ends in Z`() throws {
    let sandbox = try Sandbox.withSamples()
    // What a clock 14 hours ahead of UTC showed an hour ago.
    let hour: Int64 = 3_600_000
    let reading = Timestamp(milliseconds: Clock.now.milliseconds + 13 * hour).iso8601.prefix(16)
    #expect(try sandbox.data("journal", "--since", String(reading)) == "")
    sandbox.environment["TZ"] = "AHEAD-14"
    #expect(try sandbox.data("journal", "--since", String(reading)) != "")
    #expect(try sandbox.data("journal", "--since", "\(reading)Z") == "")
  }

  @Test func `a journal that was changed can be read and not written`() throws {
    let sandbox = try Sandbox.withSamples()
    _ = try sandbox.run("ack", "2972395")
    _ = try sandbox.run("comment", "2972395", "one")
    let journal = URL(filePath: "\(sandbox.store)/journal/000000000001.ndjson")
    let text = String(decoding: try Data(contentsOf: journal), as: UTF8.self)
    try Data(text.replacing("acknowledged", with: "acknowledgeD").utf8).write(to: journal)
    let verify = try sandbox.run("verify")
    #expect(verify.status == 65)
    #expect(verify.out.hasPrefix("journal     broken; nothing can be written · 3 lines"))
    #expect(verify.out.contains("\nbroken      \(journal.path):"))
    let ack = try sandbox.run("ack", "2972400")
    #expect(ack.status == 65)
    #expect(ack.out == "")
    let list = try sandbox.run("list", "--format", "ids")
    #expect(list.out == "2972395\n2972400\n")
    #expect(list.status == 0)
    #expect(list.error.hasPrefix("tocsin: The store can only be read: "))
  }

  @Test func `a document that was changed is found`() throws {
    let sandbox = try Sandbox.withSamples()
    let folder = "\(sandbox.store)/incidents/95"
    let name = try #require(try sandbox.names(in: folder).first)
    chmod("\(folder)/\(name)", 0o600)
    try Data("{\"id\":\"2972395\"}".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    let run = try sandbox.run("verify")
    #expect(run.status == 65)
    #expect(run.out.contains("documents   2 current ones match their digest\n"))
    #expect(run.out.hasSuffix("\ndamaged     \(folder)/\(name): It does not match its digest.\n"))
    #expect(try sandbox.run("show", "2972395").status == 65)
  }

  @Test func `a closed standard output is never a store's file`() throws {
    let sandbox = try Sandbox.withSamples()
    for command in ["ack 2972395", "list --format json", "show 2972395", "demo"] {
      let ending = try sandbox.shell("tocsin \(command) >&- 2>&-")
      #expect(ending == .exited(0), "\(command)")
    }
    #expect(try sandbox.data("verify").hasPrefix("journal     sound · 4 lines"))
  }

  @Test func `a reader that leaves ends it quietly`() throws {
    let sandbox = try Sandbox.withSamples()
    for command in ["list --format json", "demo", "--help"] {
      // The reader is gone before the program starts.
      let script = "{ sleep 0.2; tocsin \(command); echo $? >status; } 2>err | true"
      #expect(try sandbox.shell(script) == .exited(0))
      #expect(try sandbox.contents(of: "status") == "0\n", "\(command)")
      #expect(try sandbox.contents(of: "err") == "", "\(command)")
    }
  }
}

extension Sandbox {
  /// Runs a line of shell in the directory, the program being `tocsin`.
  fileprivate func shell(_ script: String) throws -> ChildProgram.Ending? {
    let program = BuiltProduct.path("tocsin")
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let child = try ChildProgram(
      "/bin/sh", ["-c", "cd '\(path)'; tocsin() { '\(program)' \"$@\"; }; \(script)"],
      environment: environment, streams: (null, null, null))
    return child.wait(seconds: 60)
  }

  fileprivate func contents(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }
}
