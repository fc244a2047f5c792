// SPDX-License-Identifier: MIT

import Testing

@testable import Console

@Suite struct FuzzyMatchTests {
  @Test(arguments: [
    ("ack", "Acknowledge", [0, 1, 2]), ("ACK", "acknowledge", [0, 1, 2]),
    ("md", "Mark done", [0, 5]), ("mark done", "Mark done", [0, 1, 2, 3, 5, 6, 7, 8]),
    ("done mark", "Mark done", [0, 1, 2, 3, 5, 6, 7, 8]), ("np", "Next pane", [0, 5]),
    ("tpan", "Next pane", [3, 5, 6, 7]), ("", "Undo", []),
  ])
  func `letters are found where they say most`(typed: String, name: String, places: [Int]) {
    #expect(FuzzyMatch(typed, in: name)?.places == places)
  }

  @Test(arguments: [("kca", "Acknowledge"), ("marked", "Mark done"), ("x", ""), ("un zz", "Undo")])
  func `a letter that is not there, in order, is no match`(typed: String, name: String) {
    #expect(FuzzyMatch(typed, in: name) == nil)
  }

  /// The first is the better match.
  @Test(arguments: [
    ("un", "Undo", "Page down"), ("pd", "Page down", "Update"), ("open", "Open", "Open incident"),
    ("re", "Redo", "Acknowledge response"), ("sort", "Sort", "Search for it"),
    ("ne", "Next match", "Mark done"), ("down", "Page down", "Do it or win"),
  ])
  func `the likelier name scores more`(typed: String, better: String, worse: String) throws {
    let first = try #require(FuzzyMatch(typed, in: better)).score
    let second = FuzzyMatch(typed, in: worse)?.score ?? .min
    #expect(first > second)
  }
}
