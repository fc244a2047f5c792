// SPDX-License-Identifier: MIT

import HostileText
import SafeText
import Testing

@Suite struct DefangTests {
  static let written: [(String, String)] = [
    ("https://evil.example/a.php?x=1", "[https]://evil[.]example/a[.]php?x=1"),
    ("evil.example", "evil[.]example"),
    ("203.0.113.7", "203[.]0[.]113[.]7"),
    ("j.doe@contoso.com", "j[.]doe[@]contoso[.]com"),
    ("2001:db8::1", "2001[:]db8[:][:]1"),
    ("http://[2001:db8::1]:8080/", "[http]://[2001[:]db8[:][:]1]:8080/"),
    ("08:41:00", "08:41:00"),
    ("std::string", "std::string"),
    ("ftp://h", "[ftp]://h"),
  ]

  @Test(arguments: written)
  func `indicators are written so that nothing opens them`(live: String, safe: String) {
    #expect(Defang.defanged(live) == safe)
    #expect(Defang.refanged(safe) == live)
  }

  @Test(
    arguments: [
      ("hxxps://evil[.]example", "https://evil.example"),
      ("hXXp://evil(.)example", "http://evil.example"),
      ("evil[dot]example", "evil.example"), ("evil[DOT]example", "evil.example"),
      ("j[@]evil[.]example", "j@evil.example"), ("[https]://a[.]b", "https://a.b"),
      ("ahxxp://x", "ahxxp://x"), ("", ""),
    ])
  func `older spellings are read too`(safe: String, live: String) {
    #expect(Defang.refanged(safe) == live)
  }

  @Test func `reading back is exact for every text, defanged or not`() {
    let parts = [
      "[", "]", "(", ")", ".", "@", ":", "/", "://", "dot", "[dot]", "hxxp", "https", "[.]", "a1",
      "::", "2001:db8::1", "[http]", "DOT",
    ]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...9, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      if Defang.refanged(Defang.defanged(text)) != text { Issue.record("\(text)") }
    }
    for text in HostileText.corpus {
      #expect(Defang.refanged(Defang.defanged(text)).utf8.elementsEqual(text.utf8))
    }
  }
}
