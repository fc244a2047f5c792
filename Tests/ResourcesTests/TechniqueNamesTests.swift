// SPDX-License-Identifier: MIT

import FoundationEssentials
import Testing

@testable import Resources

@Suite struct TechniqueNamesTests {
  @Test(arguments: [
    ("T1001", "Data Obfuscation"), ("T1566.001", "Spearphishing Attachment"),
    ("T1055.013", "Process Doppelgänging"), ("T1003.008", "/etc/passwd and /etc/shadow"),
    ("T1681", "Search Threat Vendor Data"),
  ])
  func `a technique has its name`(id: String, name: String) {
    #expect(TechniqueNames.name(of: id) == name)
  }

  @Test(arguments: [
    "", "T", "T0000", "T1566.", "T1566.0010", "t1566", "T9999", "#", "\n",
    "T1001\tData Obfuscation",
    "é",
  ])
  func `an unknown id has no name`(id: String) {
    #expect(TechniqueNames.name(of: id) == nil)
    #expect(TechniqueNames.tactics(of: id).isEmpty)
  }

  @Test func `a technique has all its tactics`() {
    #expect(
      TechniqueNames.tactics(of: "T1055.013") == ["defense-evasion", "privilege-escalation"])
  }

  @Test func `the source is named`() {
    #expect(TechniqueNames.source.hasPrefix("MITRE ATT&CK"))
  }

  @Test func `the table says what the data file says`() throws {
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let contents = FileManager.default.contents(
      atPath: folder + "/Resources/attack-techniques.json")
    let data = try JSONDecoder().decode(JSONValue.self, from: #require(contents))
    guard case .object(let techniques) = data["techniques"] else {
      Issue.record("no techniques")
      return
    }
    #expect(techniques.count > 600)
    for (id, technique) in techniques {
      #expect(TechniqueNames.name(of: id) == technique["name"]?.text)
      #expect(
        TechniqueNames.tactics(of: id) == technique["tactics"]?.elements.compactMap(\.text))
    }
    #expect(TechniqueNames.source == data["source"]?.text)
  }

  @Test(arguments: [
    ("", "A", false), ("", "", false), ("# only a source", "#", false), ("# source\n", "", false),
    ("# source\nA\ta\tx", "A", true), ("A\nB\tb\nC\tc\n", "A", true), ("A\nB\tb\n", "B", true),
    ("A\ta\nC\tc\n", "B", false), ("A\ta\nC\tc\n", "D", false), ("B\tb\n", "A", false),
  ])
  func `a table of any length can be searched`(text: String, id: String, isThere: Bool) {
    #expect((TechniqueTable(Array(text.utf8)).line(of: id) != nil) == isThere)
  }
}
