// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import Testing

/// An exact copy of a store, and what its user remembers of both.
@Suite struct CopyMemoryTests {
  @Test func `what is done on a copy is no matter of the original's, nor the other way round`()
    throws
  {
    let sandbox = try Sandbox.withSamples()
    let copy = "\(sandbox.path)/copy"
    #expect(try sandbox.run("export", copy).status == 0)
    for text in ["one", "two"] { _ = try sandbox.run("comment", "2972395", text) }
    #expect(try sandbox.run("--store", copy, "verify").status == 0)
    #expect(try sandbox.run("--store", copy, "ack", "2972395").status == 0)
    #expect(
      try sandbox.run("--store", copy, "doctor", "--accept-head").error
        == "tocsin: The store holds all you remember; there is nothing to accept.\n")
    for store in [sandbox.store, copy] {
      #expect(try sandbox.run("--store", store, "verify").status == 0)
      #expect(try sandbox.run("--store", store, "comment", "2972395", "on").status == 0)
    }
  }

  @Test func `accepting a copy that was rolled back leaves the original alone`() throws {
    let sandbox = try Sandbox.withSamples()
    let copy = "\(sandbox.path)/copy"
    let old = "\(sandbox.path)/old"
    for place in [copy, old] { _ = try sandbox.run("export", place) }
    _ = try sandbox.run("comment", "2972395", "one")
    _ = try sandbox.run("--store", copy, "ack", "2972395")
    try FileManager.default.removeItem(atPath: copy)
    try FileManager.default.moveItem(atPath: old, toPath: copy)
    // At the copy's own place a rollback is noticed as ever.
    #expect(try sandbox.run("--store", copy, "verify").status == 65)
    #expect(try sandbox.run("--store", copy, "doctor", "--accept-head").status == 0)
    #expect(try sandbox.run("--store", copy, "verify").status == 0)
    #expect(try sandbox.run("verify").status == 0)
    #expect(try sandbox.run("comment", "2972395", "two").status == 0)
  }

  @Test func `a store that was moved is still held to what was seen of it`() throws {
    let sandbox = try Sandbox.withSamples()
    let journal = "\(sandbox.store)/journal/000000000001.ndjson"
    let before = try Data(contentsOf: URL(filePath: journal))
    _ = try sandbox.run("ack", "2972395")
    let moved = "\(sandbox.path)/moved"
    try FileManager.default.moveItem(atPath: sandbox.store, toPath: moved)
    #expect(try sandbox.run("--store", moved, "verify").status == 0)
    #expect(truncate("\(moved)/journal/000000000001.ndjson", before.count) == 0)
    let verify = try sandbox.run("--store", moved, "verify")
    #expect(verify.status == 65)
    #expect(verify.out.contains("line 4 was seen before"))
  }
}
