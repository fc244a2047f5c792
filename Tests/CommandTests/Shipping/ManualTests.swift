// SPDX-License-Identifier: MIT

import ArgumentParser
import FoundationEssentials
import TestSupport
import Testing

@testable import tocsin

/// The manual pages, made by the script that packs them.
@Suite struct ManualTests {
  private static let root = String(
    #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

  private static func made(in sandbox: Sandbox) throws -> [String] {
    var environment = sandbox.environment
    environment["SOURCE_DATE_EPOCH"] = "1795423260"
    let made = try ProgramOutput.of(
      "/usr/bin/python3",
      ["/\(root)/Scripts/make-manual.py", BuiltProduct.path("tocsin"), "\(sandbox.path)/man"],
      environment: environment)
    #expect(made.text == "")
    #expect(made.ending == .exited(0))
    return try sandbox.names(in: "\(sandbox.path)/man")
  }

  @Test(.enabled(if: BuiltProduct.systemHas("python3")))
  func `every command, option and key has its place, and the formatters have nothing to say`()
    throws
  {
    let sandbox = try Sandbox()
    let pages = try Self.made(in: sandbox)
    #expect(pages.contains("tocsin.1") && pages.contains("tocsin-store.5"))
    for page in pages {
      let path = "\(sandbox.path)/man/\(page)"
      for (program, arguments) in [
        ("groff", ["-ww", "-man", "-Tutf8", "-z"]), ("mandoc", ["-Tlint", "-W", "style"]),
      ] where BuiltProduct.systemHas(program) {
        let said = try ProgramOutput.of(
          "/usr/bin/\(program)", arguments + [path], environment: sandbox.environment)
        #expect(said.text == "", "\(page)")
      }
    }
    let text = try String(contentsOfFile: "\(sandbox.path)/man/tocsin.1", encoding: .utf8)
    #expect(text.contains("\ntocsin \\- a keyboard console for incidents"))
    for command in Tocsin.configuration.subcommands {
      let name = try #require(command.configuration.commandName)
      #expect(text.contains("\n.SS \\fB\(name)\\fR\n"))
    }
    #expect(text.contains("\n\\fB\\-\\-allow\\-unsafe\\-filesystem\\fR\n"))
    #expect(text.contains("\n.TP\n\\fBCtrl\\-D\\fR"))
  }

  @Test func `the manual lists every exit status`() throws {
    let manual = try String(
      contentsOfFile: "/\(Self.root)/Documentation/manual.md", encoding: .utf8)
    for status: tocsin.ExitStatus in [
      .done, .partly, .usage, .badData, .noInput, .unavailable, .cannotCreate, .inputOutput, .busy,
      .notPermitted,
    ] { #expect(manual.contains("\n| \(status.rawValue) | ")) }
  }

  @Test func `the version is the change log's newest`() throws {
    let log = try String(contentsOfFile: "/\(Self.root)/CHANGELOG.md", encoding: .utf8)
    let heading = try #require(log.split(separator: "\n").first { $0.hasPrefix("## ") })
    let version = try #require(heading.split(separator: " ").dropFirst().first)
    let said = try Sandbox().data("--version")
    #expect(said == "\(version)\n" || said.hasPrefix("\(version) ("))
  }
}
