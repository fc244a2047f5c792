// SPDX-License-Identifier: MIT

/// What a journal line concerns: an incident, or something of ours such as `readiness/…`.
///
/// Incident ids hold no `/`, so the two cannot be confused.
public struct Subject: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The subject as the journal writes it.
  public let text: String

  /// The subject that is an incident.
  public init(_ incident: IncidentID) { self.text = incident.text }

  /// Accepts an incident id or `noun/…` of printable ASCII; anything else is `nil`.
  public init?(_ text: String) {
    let bytes = text.utf8
    let isNamed =
      bytes.contains(UInt8(ascii: "/")) && bytes.count <= 200
      && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    guard isNamed || IncidentID(text) != nil else { return nil }
    self.text = text
  }

  /// A subject of ours, known to be good.
  init(noun: StaticString) { text = "\(noun)" }

  /// The incident, if the subject is one.
  public var incident: IncidentID? { IncidentID(text) }

  /// The subject itself.
  public var description: String { text }

  /// Whether one subject comes before another, byte by byte.
  public static func < (left: Subject, right: Subject) -> Bool {
    // For ASCII, which is all a subject can hold, the order of texts is that of their bytes.
    left.text < right.text
  }
}
