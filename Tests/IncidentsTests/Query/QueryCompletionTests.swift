// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

@Suite struct QueryCompletionTests {
  private static let queue: TriageQueue = {
    var script = JournalScript()
    for (id, owner) in [("1", "bob"), ("2", "carol smith"), ("3", "bob"), ("4", "")] {
      script.observed(id) {
        $0.owner = owner
        $0.tags = id == "1" ? ["fin(x)", "vip"] : ["vip"]
      }
    }
    return TriageQueue(script.book)
  }()

  private func complete(
    _ text: String, at cursor: Int? = nil, in dialect: QueryDialect = .queue([])
  ) -> QueryCompletion {
    let context = QueryContext(
      now: Timestamp(milliseconds: 0), author: JournalScript.author("alice"), book: CaseBook())
    return QueryCompletion(text, at: cursor ?? text.unicodeScalars.count, in: dialect) {
      QueryVocabulary(of: $0, in: Self.queue, context)
    }
  }

  @Test(arguments: [
    ("se", ["sev:"]), ("x (s", ["status:", "sev:", "source:"]), ("n", ["not"]),
    ("o", ["owner:", "or"]),
    ("is:u", ["unacked"]),
    ("is:", ["yours", "overdue", "unacked", "mine", "snoozed", "merged", "open", "closed", "any"]),
    ("sev:", ["high", "medium", "low", "informational", "unknown"]), ("sev:h", ["high"]),
    ("sev:low..", ["low..informational", "low..low", "low..medium", "low..high"]),
    ("SEVERITY:m", ["medium"]), ("status:re", ["resolved"]),
    ("owner:", ["me", "none", "bob", "\"carol smith\""]),
    ("owner:b", ["bob"]), ("owner:smith", ["\"carol smith\""]),
    ("owner:\"carol s", ["\"carol smith\""]),
    ("tag:", ["vip", "\"fin(x)\""]),
    ("age:", ["1h..", "8h..", "1d..", "7d..", "..1h", "..8h", "..1d", "..7d"]),
    ("due:", ["1h..", "8h..", "1d..", "7d..", "..1h", "..8h", "..1d", "..7d"]), ("nofield:", []),
    ("loader", []), ("\"is:", []), ("10:1", []),
  ])
  func `what may stand at the end of a text`(text: String, candidates: [String]) {
    #expect(complete(text).candidates == candidates)
  }

  @Test func `the word before the cursor is completed, wherever that is`() {
    let completion = complete("tag:vip ow high", at: 10)
    #expect(completion.candidates == ["owner:"])
    #expect(completion.range == 8..<10)
    #expect(complete("owner:bob x", at: 8).range == 6..<8)
    #expect(complete("\"a b\" is:a").candidates == ["any"])
    #expect(complete("").candidates.first == "is:")
  }

  @Test func `the journal's fields are completed there`() {
    #expect(complete("k", in: .journal).candidates == ["kind:"])
    #expect(complete("kind:response.c", in: .journal).candidates == ["response.completed"])
  }
}
