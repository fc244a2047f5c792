// SPDX-License-Identifier: MIT

import SafeText

@testable import Console

extension Console.Confirmation {
  /// What of its list is neither on a screen nor counted there, as a sentence; `nil` if nothing.
  ///
  /// On wide screens what stands beside the dialog cannot be told from it.
  func unshown(on screen: String) -> String? {
    let letters = screen.filter { !" │|\n".contains($0) }
    func isShown(_ text: String) -> Bool {
      letters.contains(VisibleText(text, .typed).text.filter { !" │|\n".contains($0) })
    }
    let shown = list.items.count { isShown($0.text) }
    let counts =
      screen.matches(of: /(\d+) (?:incidents? |responses? )?above/).map(\.output.1)
      + screen.matches(of: /and (\d+) more (?:incident|response)/).map(\.output.1)
    let counted = counts.compactMap { Int($0) }.reduce(0, +)
    guard shown + counted >= list.items.count, counted <= list.items.count else {
      return "\(shown) shown and \(counted) counted of \(list.items.count):\n\(screen)"
    }
    return nil
  }
}
