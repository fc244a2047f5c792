// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ApprovalRuleTests {
  private func record(_ fields: [String: String]) -> Record? {
    var book = CaseBook()
    book.apply(
      JournalEntry(
        seq: 1, at: Timestamp(milliseconds: 0), by: Author(name: "a", uid: 1),
        on: [ApprovalRule.subject: 0], event: .recorded(RecordEdit(ApprovalRule.subject, fields))))
    return book.record(ApprovalRule.subject)
  }

  @Test func `a rule is what its fields say, and reads back what it wrote`() {
    var rule = ApprovalRule()
    rule.containment = true
    rule.over = 25
    rule.minutes = 15
    #expect(ApprovalRule(record(rule.fields)) == rule)
    #expect(!ApprovalRule(nil).isActive)
    #expect(!ApprovalRule(record(ApprovalRule().fields)).isActive)
  }

  @Test(arguments: [
    (["containment": "maybe"], true), (["over": "many"], true), (["over": ""], false),
    (["containment": "no"], false),
  ])
  func `what cannot be made out asks for more`(_ fields: [String: String], _ isActive: Bool) {
    #expect(ApprovalRule(record(fields)).isActive == isActive)
  }

  @Test(arguments: [("0", 1), ("-5", 1), ("99999", 1440), ("x", 60), ("30", 30)])
  func `minutes stay within a day`(_ text: String, _ minutes: Int) {
    #expect(ApprovalRule(record(["minutes": text])).minutes == minutes)
  }
}
