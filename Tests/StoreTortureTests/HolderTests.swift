// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport
import Testing

@testable import IncidentStore

/// What becomes of the lock when its holder is killed, stopped, or has children.
@Suite struct HolderTests {
  private let playground: Playground
  private let comment = Proposal(.commented(text: "c"), on: [id("41")])

  init() throws { playground = try Playground() }

  private func holder(_ word: String = "hold") throws -> Writer {
    let writer = try Writer(playground.store, "holder", seed: 1, [word])
    _ = try writer.wait(for: "H")
    return writer
  }

  private func store(patience: Duration) throws -> FileStore {
    var options = Playground.options
    options.lockLimit = patience
    return try FileStore.open(at: playground.store, options: options)
  }

  @Test func `a killed holder holds nothing`() throws {
    let writer = try holder()
    writer.end()
    // Not even one try may find it taken.
    #expect(try store(patience: .zero).commit(comment, by: author("a")).entry != nil)
  }

  @Test func `a stopped holder keeps others from writing, by name, and nobody from reading`()
    throws
  {
    let writer = try holder()
    writer.send(SIGSTOP)
    let store = try store(patience: .milliseconds(50))
    let error = #expect(throws: StoreError.self) { try store.commit(comment, by: author("a")) }
    #expect(error == .busy(holder: "holder, user \(getuid())"))
    // The holder's own line may be read already, though nobody was told that it is saved.
    #expect(try store.entries(after: 0).count >= 40)
    #expect(try store.document(of: id("41")) != nil)
    writer.send(SIGCONT)
    writer.letGoOn()
    try writer.waitForEnd()
    #expect(writer.lines.contains { $0.hasPrefix("A ") })
    #expect(try store.commit(comment, by: author("a")).entry != nil)
  }

  @Test func `Control-Z waits until the lock is released`() throws {
    let writer = try holder()
    writer.send(SIGTSTP)
    #expect(writer.isPending(SIGTSTP))
    #expect(writer.state != "T")
    writer.letGoOn()
    // It stops only now, with its line saved and the lock free.
    for _ in 0..<60_000 where writer.state != "T" { usleep(1000) }
    #expect(writer.state == "T")
    #expect(try store(patience: .zero).commit(comment, by: author("a")).entry != nil)
    writer.send(SIGCONT)
    try writer.waitForEnd()
    #expect(writer.lines.last == "E")
  }

  @Test func `a child of the holder does not inherit the lock`() throws {
    let writer = try holder("child")
    let child = try #require(pid_t(try writer.wait(for: "C").dropFirst(2)))
    defer { kill(child, SIGKILL) }
    writer.end()
    #expect(kill(child, 0) == 0)
    #expect(try store(patience: .zero).commit(comment, by: author("a")).entry != nil)
  }
}
