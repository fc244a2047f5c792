// SPDX-License-Identifier: MIT

extension VisibleText {
  /// Prose as it reads; where something in it cannot be seen, every scalar of it.
  public static func reading(_ raw: String, _ kind: FieldKind = .prose) -> VisibleText {
    let text = VisibleText(raw, kind)
    return text.badges.hidden > 0 ? VisibleText(raw, kind, showingAll: true) : text
  }
}

extension Defang {
  /// Prose in which every word that holds a URL or a mail address is defanged, and all else stays.
  public static func defangedAddresses(in prose: String) -> String {
    var output = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    func end() {
      output.append(contentsOf: holdsAddress(word) ? defanged(String(word)).unicodeScalars : word)
      word.removeAll(keepingCapacity: true)
    }
    for scalar in prose.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        end()
        output.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    end()
    return String(output)
  }

  private static func holdsAddress(_ word: String.UnicodeScalarView) -> Bool {
    var wasSlash = false
    var doubles = 0  // how many `w` were just seen
    for scalar in word {
      // Two slashes alone are an address where a renderer adds the scheme.
      if scalar == "@" || scalar == "/" && wasSlash || scalar == "." && doubles >= 3 { return true }
      wasSlash = scalar == "/"
      doubles = scalar == "w" || scalar == "W" ? doubles + 1 : 0
    }
    return false
  }
}
