// SPDX-License-Identifier: MIT

import FoundationEssentials
import Resources
import Testing

@Suite struct EmbeddingTests {
  /// The folder of the files as they are in the sources.
  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Resources"
  }()

  @Test func `every demo file is compiled in, and no other`() throws {
    let inFolder = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/demo")
    #expect(Resources.demo.map(\.name) == inFolder.map { "demo/" + $0 }.sorted())
  }

  @Test(arguments: Resources.names)
  func `a compiled file is the file in the folder`(name: String) throws {
    let inFolder = try #require(FileManager.default.contents(atPath: Self.folder + "/" + name))
    #expect(Resources.bytes(named: name) == Array(inFolder))
  }

  @Test func `names are sorted and unknown names have no bytes`() {
    #expect(Resources.names == Resources.names.sorted())
    #expect(Resources.names.contains("response-actions.json"))
    #expect(Resources.bytes(named: "demo/none.json") == nil)
    #expect(Resources.bytes(named: "") == nil)
  }
}
