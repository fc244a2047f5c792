// SPDX-License-Identifier: MIT

/// A scalar, or a run of it, that a reader should know about: where it is and what it is.
public struct Finding: Hashable, Sendable {
  /// Why it is listed; the words are those of the badges.
  public enum Reason: String, Hashable, Sendable {
    /// Changes the direction of text.
    case bidi = "BIDI"
    /// A control character, or a line or paragraph separator.
    case control = "CTRL"
    /// Cannot be seen.
    case hidden = "HIDDEN"
    /// Stands for bytes that were no text.
    case invalid = "BADUTF8"
    /// A space other than U+0020.
    case space = "SPACE"
    /// Unassigned, private, a misplaced mark, or an imitation of our own signs.
    case odd = "ODD"
  }

  /// Unicode scalars before it in the text.
  public let offset: Int
  /// The scalar.
  public let scalar: Unicode.Scalar
  /// How often it stands there in a row, at least 1.
  public internal(set) var count: Int
  /// Why it is listed.
  public let reason: Reason

  /// Its Unicode name, a control's abbreviation, or nothing if it has neither.
  public var name: String {
    switch scalar.value {
    case 0x00...0x1F: String(Self.c0[Int(scalar.value)])
    case 0x7F: "DEL"
    case 0x80...0x9F: String(Self.c1[Int(scalar.value - 0x80)])
    default: scalar.properties.name ?? ""
    }
  }

  private static let c0 = """
    NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB \
    CAN EM SUB ESC FS GS RS US
    """.split(separator: " ")
  private static let c1 = """
    PAD HOP BPH NBH IND NEL SSA ESA HTS HTJ VTS PLD PLU RI SS2 SS3 DCS PU1 PU2 STS CCH MW SPA \
    EPA SOS SGC SCI CSI ST OSC PM APC
    """.split(separator: " ")
}

extension VisibleText {
  /// The most findings listed of one text.
  public static let findingsLimit = 1_000

  /// What a strict reading refuses in a text, in order: the list for a detail view.
  public static func findings(in raw: String) -> [Finding] {
    var scanner = Scanner(kind: .indicator, showingAll: true, limit: 0)
    scanner.findings = []
    for scalar in raw.unicodeScalars { scanner.take(scalar) }
    scanner.finish()
    return scanner.findings ?? []
  }
}
