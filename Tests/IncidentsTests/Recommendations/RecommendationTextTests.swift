// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct RecommendationTextTests {
  @Test(arguments: [
    // As Graph's documentation shows it: numbered within one line.
    (
      "Immediate Recommendations: 1. Block untrusted processes from USB (ASR Rule) 2. Verify the "
        + "rule is on",
      ["Block untrusted processes from USB (ASR Rule)", "Verify the rule is on"]
    ),
    // Bullets broken on their way, headings between.
    (
      "Collect artifacts and determine scope\n\u{FFFD}\tReview the log.\n\u{FFFD}\tLook for "
        + "other files.\r\n\nContain\n\u{FFFD}\tTake the server off.",
      ["Review the log.", "Look for other files.", "Take the server off."]
    ),
    // One sentence a line.
    (
      "Isolate the server.\nCheck the backup.\nDo not reboot: keys may\nstill be in memory.",
      ["Isolate the server.", "Check the backup.", "Do not reboot: keys may still be in memory."]
    ),
    ("1) One\n2) Two\n\n- Three\n* Four\n• Five", ["One", "Two", "Three", "Four", "Five"]),
    ("- A rule\n  that goes on\n- Another", ["A rule that goes on", "Another"]),
    ("- Done.\nNext\n- Other", ["Done.", "Other"]),
    ("Reset the password.", ["Reset the password."]),
    ("Block 10. of March -5 and 2.5 GB", ["Block 10. of March -5 and 2.5 GB"]),
    ("Same thing\n\nsame  THING!", ["Same thing"]), ("  \n\u{FFFD}\n---", []), ("", []),
  ])
  func `a text is taken apart at its points`(_ text: String, _ expected: [String]) {
    #expect(RecommendationText.split(text) == expected)
  }

  @Test func `a long one is cut between characters`() {
    let found = RecommendationText.split(String(repeating: "é", count: 3000))
    #expect(found.map(\.utf8.count) == [2000])
  }
}
