// SPDX-License-Identifier: MIT

/// Texts that try to move, hide, or imitate something on a screen.
public enum HostileText {
  /// One of each known trick.
  public static let corpus: [String] = [
    "", " ", "   ", "report.pdf", "SEV HIGH\rSEV LOW ", "evil\u{8}\u{8}\u{8}\u{8}good.exe",
    "one\ntwo\r\nthree\n", "tab\tstop", "\u{1B}[2J\u{1B}[1;1HCLOSED", "\u{1B}]0;title\u{7}",
    "\u{1B}]52;c;cm0gLXJm\u{1B}\\", "\u{9B}31m red", "\u{9D}8;;http://evil.example\u{9C}link",
    "\u{0}nul", "del\u{7F}", "next\u{85}line", "line\u{2028}para\u{2029}graph",
    "invoice\u{202E}fdp.exe", "\u{2066}iso\u{2069}lated\u{200F}", "zero\u{200B}width\u{FEFF}",
    "soft\u{AD}hyphen", "tag\u{E0041}\u{E0042}\u{E007F}", "vs\u{FE0F}\u{E0100}", "\u{301}lead",
    "a\u{301}\u{302}\u{303}\u{303}\u{303}z", "a\u{20DD}b", "日本語のファイル.exe", "日",
    "👩‍💻 at work", "❤️ 1️⃣ 🇩🇪 👍🏽", "bad \u{FFFD} bytes", noncharacters,
    "\u{E000}\u{F0000}", "\\u{202E}", "\\u{5C}u{202E}", "\\\\u{20*3}", "\\u\u{200B}{41}",
    "\\\u{200B}u{41}", "C:\\users\\u{1}", "elided…", "~", "a\u{A0}b\u{3000}c", "x     y", "  in",
    "\u{2800}\u{3164}\u{FFA0}", "שלום עולם.exe", "العربية", "\u{915}\u{94D}\u{200D}\u{937}",
    "\u{1160}\u{1161}\u{11A8}", "\u{600}\u{6DD}\u{FFF9}", "e\u{301}", "\u{E9}", "\u{1F3FD}",
    "\u{4DC0}", "\u{10FFFF}", "\u{0E33}\u{0E31}\u{0E31}\u{0E31}", "\u{93E}\u{93E}\u{93E}\u{93E}",
  ]

  /// Scalars a literal cannot hold.
  public static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0x1FFFF, 0xFDD0].compactMap { Unicode.Scalar($0 as UInt32) }))

  /// Scalars worth putting anywhere.
  public static let scalars: [Unicode.Scalar] =
    Array("\\u{}*0123456789ABCDEF5C20 .…~aé日{u\\".unicodeScalars)
    + corpus.flatMap(\.unicodeScalars)

  /// A text of up to 24 scalars: tricks, and here and there any scalar there is.
  public static func random(using generator: inout some RandomNumberGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      let scalar = randomScalar(using: &generator)
      let run = Int.random(in: 0..<8, using: &generator) == 0 ? 4 : 1
      for _ in 0..<run { text.append(scalar) }
    }
    return String(text)
  }

  /// The text with one scalar inserted, removed, doubled or replaced.
  public static func mutated(
    _ text: String, using generator: inout some RandomNumberGenerator
  ) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = Int.random(in: 0...scalars.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0 where place < scalars.count: scalars.remove(at: place)
    case 1 where place < scalars.count: scalars.insert(scalars[place], at: place)
    case 2 where place < scalars.count: scalars[place] = randomScalar(using: &generator)
    default: scalars.insert(randomScalar(using: &generator), at: place)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func randomScalar(
    using generator: inout some RandomNumberGenerator
  ) -> Unicode.Scalar {
    if Int.random(in: 0..<10, using: &generator) == 0,
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
    {
      return any
    }
    return scalars.randomElement(using: &generator) ?? " "
  }
}
