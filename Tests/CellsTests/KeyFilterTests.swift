// SPDX-License-Identifier: MIT

import Cells
import Testing

@Suite struct KeyFilterTests {
  static let esc = Key.escape

  /// The characters of a string, one every so many milliseconds.
  static func typed(_ text: String, from start: Int, every step: Int = 10) -> [(Key, Int)] {
    text.unicodeScalars.enumerated().map { (.character($1), start + $0 * step) }
  }

  static let streams: [(name: String, keys: [(Key, Int)], passed: [Key])] = [
    ("torn arrow", [(esc, 0)] + typed("[Aj", from: 80), [esc, .character("j")]),
    ("torn arrow with modifiers", [(esc, 0)] + typed("[1;5Cq", from: 80), [esc, .character("q")]),
    ("torn SS3", [(esc, 0)] + typed("OPx", from: 499), [esc, .character("x")]),
    ("Linux console F1", [(esc, 0)] + typed("[[Ax", from: 80), [esc, .character("x")]),
    ("mouse report", [(esc, 0)] + typed("[<0;10;20Mj", from: 80), [esc, .character("j")]),
    ("at the limit", [(esc, 0)] + typed("[A", from: 500), [esc]),
    ("too late", [(esc, 0)] + typed("[A", from: 501), [esc, .character("["), .character("A")]),
    ("slow line", [(esc, 0)] + typed("[1~x", from: 400, every: 400), [esc, .character("x")]),
    (
      "given up", [(esc, 0), (.character("["), 10), (.character("j"), 600)],
      [esc, .character("j")]
    ),
    (
      "other key after Escape", [(esc, 0)] + typed("j[", from: 20),
      [esc, .character("j"), .character("[")]
    ),
    ("no Escape", typed("[AOP", from: 0), ["[", "A", "O", "P"].map { .character($0) }),
    ("two Escapes", [(esc, 0), (esc, 10)] + typed("[A", from: 20), [esc, esc]),
    (
      "real key inside", [(esc, 0), (.character("["), 9), (.up, 12)] + typed("A", from: 15),
      [esc, .up, .character("A")]
    ),
    (
      "Escape inside", [(esc, 0), (.character("["), 9), (esc, 12)] + typed("[B", from: 15),
      [esc, esc]
    ),
    (
      "letter beyond ASCII", [(esc, 0), (.character("["), 9)] + typed("é", from: 15),
      [esc, .character("é")]
    ),
  ]

  @Test(arguments: streams.indices)
  func `only the rest of a torn sequence is swallowed`(index: Int) {
    let stream = Self.streams[index]
    var filter = KeyFilter()
    let passed = stream.keys.compactMap { filter.pass($0.0, at: $0.1) }
    #expect(passed == stream.passed, "\(stream.name)")
  }

  @Test func `pastes and sizes pass, and a paste ends a sequence`() {
    var filter = KeyFilter()
    let size = InputEvent.resized(Size(rows: 1, columns: 1))
    let events: [InputEvent] = [
      .key(.escape), size, .key(.character("[")), .paste("A"), .key(.character("A")),
    ]
    let passed = events.enumerated().map { filter.pass($1, at: $0) }
    #expect(passed == [.key(.escape), size, nil, .paste("A"), .key(.character("A"))])
  }
}
