// SPDX-License-Identifier: MIT

/// One entry of a document's tape: a value or a member's name, and where its bytes are.
///
/// A container is followed by what it holds, in order; an object's entries alternate name and
/// value. `next` is the entry after the whole value, so a value is skipped in one step.
struct JSONNode {
  /// What is known about a string without decoding it.
  struct StringTraits: OptionSet {
    let rawValue: UInt8
    static let hasEscapes = StringTraits(rawValue: 1)
    /// DEL or bytes beyond ASCII, valid or not.
    static let needsEscapes = StringTraits(rawValue: 2)
  }

  var kind: JSONValue.Kind
  var traits: StringTraits = []
  /// The first byte, a string's opening quote included.
  var start: UInt32
  /// The byte after the last.
  var end: UInt32
  /// The entry after the value; for a name, which needs none, a hash of its decoded bytes.
  var next: UInt32

  var bytes: Range<Int> { Int(start)..<Int(end) }
  var content: Range<Int> { Int(start) + 1..<Int(end) - 1 }
}
