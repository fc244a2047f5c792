// SPDX-License-Identifier: MIT

import SafeText

/// A line with data in it as it may be shown: whatever is refused is a visible token.
func shown(_ text: String) -> String { VisibleText(text, .typed).text }

/// Prose as it reads; where something in it cannot be seen, every scalar of it.
func visible(_ raw: String, _ kind: FieldKind = .prose) -> VisibleText {
  .reading(raw, kind)
}
