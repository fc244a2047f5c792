// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

@Suite struct LayoutTests {
  @Test(arguments: [
    ("2972395", "95"), ("7", "07"), ("AB", "ab"), ("x-Y", "_y"), ("a.b.", "b_"), ("0_", "0_"),
  ])
  func `a shard is the id's end made safe`(_ text: String, _ shard: String) {
    #expect(StoreLayout.shardName(of: id(text)) == shard)
  }

  @Test func `a document's name says its incident and digest`() throws {
    let digest = documentDigest([])
    let name = StoreLayout.documentName(of: id("a.b"), digest: digest)
    #expect(name == "a.b.\(digest.prefix(16)).json")
    let read = try #require(StoreLayout.incident(ofDocument: name))
    #expect(read.id == id("a.b"))
    #expect(read.digest == digest.prefix(16))
    #expect(StoreLayout.incident(ofDocument: "a.b.json") == nil)
    #expect(StoreLayout.incident(ofDocument: name + ".tmp") == nil)
  }

  @Test func `segments are named so that they sort`() {
    #expect(StoreLayout.segmentName(startingAt: 18_422) == "000000018422.ndjson")
    #expect(StoreLayout.firstSeq(ofSegment: "000000018422.ndjson") == 18_422)
    for name in ["18422.ndjson", "000000018422.json", "00000001842x.ndjson", "000000000000.ndjson"]
    {
      #expect(StoreLayout.firstSeq(ofSegment: name) == nil)
    }
  }
}
