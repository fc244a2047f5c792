// SPDX-License-Identifier: MIT

import Testing

@testable import tocsin

extension Sandbox {
  /// A home whose store holds the sample page and one closed incident: lines 1 to 3.
  static func withSamples() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Samples.page, to: "page.json")
    try sandbox.write(Samples.closed, to: "closed.json")
    let run = try sandbox.run("import", "\(sandbox.path)/page.json", "\(sandbox.path)/closed.json")
    try #require(run.status == 0)
    return sandbox
  }

  /// Who runs the tests.
  static var me: String { Login.current.name }

  /// What is said of a record that could be taken for an act on the tenant.
  static let notTheTenant = "tocsin: recorded here only; tocsin does not act on the tenant."
  /// What is said of every other record.
  static let notDefender = "tocsin: kept here; Defender is not told."

  /// Runs what must go well and print nothing but data.
  func data(_ arguments: String...) throws -> String {
    let run = try run(arguments)
    #expect(run.error == "")
    #expect(run.status == 0)
    return run.out
  }
}

extension Sandbox.Run {
  /// A run that printed one line of data.
  static func said(_ line: String, _ error: String = "", status: Int32 = 0) -> Sandbox.Run {
    Sandbox.Run(
      out: line.isEmpty ? "" : line + "\n", error: error.isEmpty ? "" : error + "\n", status: status
    )
  }

  /// The run with the times of today's clock taken out.
  var timeless: Sandbox.Run {
    Sandbox.Run(out: Self.masked(out), error: Self.masked(error), status: status)
  }

  private static func masked(_ text: String) -> String {
    text.replacing(/at [0-9]{2}:[0-9]{2}Z/, with: "at TIME")
      .replacing(/20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}Z/, with: "TIME")
  }
}
