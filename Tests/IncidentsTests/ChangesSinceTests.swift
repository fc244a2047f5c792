// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ChangesSinceTests {
  private struct Step: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: @Sendable (inout JournalScript) -> Void
    let phrases: [String]

    init(_ phrases: String..., act: @escaping @Sendable (inout JournalScript) -> Void) {
      testDescription = phrases.isEmpty ? "nothing" : phrases.joined(separator: ", ")
      self.act = act
      self.phrases = phrases
    }
  }

  private static func start() -> JournalScript {
    var script = JournalScript()
    script.observed("1") {
      $0.title = "Loader"
      $0.severity = .medium
      $0.status = .active
      $0.alertCount = 2
      $0.tags = ["site"]
      $0.ask("r1")
    }
    return script
  }

  private static let steps = [
    Step { _ in },
    Step("severity Medium → High", "3 alerts more") { script in
      script.observed("1") {
        $0.severity = .high
        $0.alertCount = 5
      }
    },
    Step("changed in Defender") { script in
      script.observed("1") { $0.severity = .high }
      script.observed("1") { $0.severity = .medium }
    },
    Step("severity Medium → Low", "status Active → Resolved", "1 alert fewer") { script in
      script.observed("1") { $0.severity = .high }
      script.observed("1") {
        $0.severity = .low
        $0.status = .resolved
        $0.alertCount = 1
      }
    },
    Step("owner nobody → bob@contoso.com", "tagged vip", "tag site taken off", "another title") {
      $0.observed("1") {
        $0.owner = "bob@contoso.com"
        $0.tags = ["vip"]
        $0.title = "Another"
      }
    },
    Step("merged into 9") { $0.observed("1") { $0.redirect = incident("9") } },
    Step("acknowledged by bob", "carol commented: called the site") { script in
      script.propose("bob", .acknowledged, on: "1")
      script.propose("carol", .commented(text: "called the site"), on: "1")
    },
    Step { script in
      script.propose("alice", .acknowledged, on: "1")
    },
    Step { script in
      script.propose("bob", .acknowledged, on: "1")
      script.undo("bob")
    },
    Step("acknowledged by bob") { script in
      script.propose("bob", .acknowledged, on: "1")
      script.undo("bob")
      script.redo("bob")
    },
    Step("severity Medium → High", "assigned to carol by bob") { script in
      script.propose("bob", .assigned(owner: "carol"), on: "1")
      script.observed("1") { $0.severity = .high }
    },
  ]

  @Test(arguments: steps)
  private func `what became of it is told in short`(step: Step) {
    var script = Self.start()
    let seen = script.book.seq
    step.act(&script)
    let changes = ChangesSince(seen, in: script.entries, for: JournalScript.author("alice"))
    #expect(changes.phrases == step.phrases)
  }

  @Test func `a response is told by its title, once`() {
    var script = Self.start()
    let seen = script.book.seq
    script.observed("1") { facts in
      facts.responses[0].title = "Isolate"
      facts.responses[0].status = .inProgress
    }
    script.observed("1") { $0.responses[0].status = .failed }
    script.observed("1") { $0.ask("r2") }
    let changes = ChangesSince(seen, in: script.entries, for: JournalScript.author("alice"))
    let title = script.facts[incident("1")]?.responses[1].title ?? ""
    #expect(changes.phrases == ["Isolate: open → failed", "asked: \(title)"])
  }
}
