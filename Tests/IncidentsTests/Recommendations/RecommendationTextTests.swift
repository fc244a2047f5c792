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
      [
        "Collect artifacts and determine scope", "Review the log.", "Look for other files.",
        "Take the server off.",
      ]
    ),
    // One sentence a line.
    (
      "Isolate the server.\nCheck the backup.\nDo not reboot: keys may\nstill be in memory.",
      ["Isolate the server.", "Check the backup.", "Do not reboot: keys may still be in memory."]
    ),
    ("1) One\n2) Two\n\n- Three\n* Four\n• Five", ["One", "Two", "Three", "Four", "Five"]),
    ("- A rule\n  that goes on\n- Another", ["A rule that goes on", "Another"]),
    ("- Done.\nNext\n- Other", ["Done.", "Other"]),
    ("Next steps:\n\n- One\n- Two", ["One", "Two"]),
    // What is said outside of the list is kept, whatever comes after it.
    (
      "Reset the password of Priya now.\n- Block USB\n- Enable ASR",
      ["Reset the password of Priya now.", "Block USB", "Enable ASR"]
    ),
    ("Reset it now\n- Block USB", ["Reset it now", "Block USB"]),
    (
      "Isolate all hosts immediately:\n1. A host\n2. B host\nThen call us at once.",
      ["Isolate all hosts immediately:", "A host", "B host", "Then call us at once."]
    ),
    ("- A\n\nCall us.\n\n- B\nWait.", ["A", "Call us.", "B", "Wait."]),
    ("Enable MFA\nEnable SSPR", ["Enable MFA", "Enable SSPR"]),
    ("- Block it.\n  It is used by them.\nCall us", ["Block it. It is used by them.", "Call us"]),
    (
      "Look through everything that was signed in since Monday and tell\nPriya of it",
      ["Look through everything that was signed in since Monday and tell Priya of it"]
    ),
    // A number within a sentence begins nothing.
    (
      "Require MFA for admins.\n\nAlso, patch Exchange 2019 before 1. December 2026 and 2. remove "
        + "x.",
      [
        "Require MFA for admins.",
        "Also, patch Exchange 2019 before 1. December 2026 and 2. remove x.",
      ]
    ),
    ("1. Patch before 2. December", ["Patch before 2. December"]),
    ("Do this: 1. Patch it before 2. December", ["Do this: 1. Patch it before 2. December"]),
    ("1. Reset it. 2. Call us! 3) Wait", ["Reset it.", "Call us!", "Wait"]),
    ("Step 1) foo\n\nStep 2) bar", ["Step 1) foo", "Step 2) bar"]),
    ("Reset the password.", ["Reset the password."]),
    ("Block 10. of March -5 and 2.5 GB", ["Block 10. of March -5 and 2.5 GB"]),
    ("Same thing\n\nsame  THING!", ["Same thing"]), ("  \n\u{FFFD}\n---", []), ("", []),
  ])
  func `a text is taken apart at its points`(_ text: String, _ expected: [String]) {
    #expect(RecommendationText.split(text) == expected)
  }

  @Test func `a long one is divided after a sentence, or between characters`() {
    let blind = String(repeating: "é", count: 1500) + "e"
    #expect(RecommendationText.split(blind).map(\.utf8.count) == [2000, 1001])
    let sentence = String(repeating: "a", count: 1500) + "."
    let end = String(repeating: "b", count: 800)
    #expect(RecommendationText.split("\(sentence) \(end)") == [sentence, end])
  }
}
