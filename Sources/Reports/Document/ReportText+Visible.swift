// SPDX-License-Identifier: MIT

import SafeText

extension ReportText.Run {
  /// What may be shown of it on lines of their own or, flat, on one.
  func visible(isRaw: Bool, isFlat: Bool = false) -> VisibleText {
    switch self {
    case .words(let text), .strong(let text): VisibleText(text, .typed)
    case .prose(let raw): .reading(isRaw ? raw : Defang.defangedAddresses(in: raw))
    case .lines(let raw):
      .reading(isRaw ? raw : Defang.defangedAddresses(in: raw), isFlat ? .prose : .multiline)
    case .name(let raw):
      VisibleText(isRaw ? raw : Defang.defangedAddresses(in: raw), .indicator)
    case .indicator(let raw): VisibleText(isRaw ? raw : Defang.defanged(raw), .indicator)
    case .exact(let raw): VisibleText(raw, .indicator)
    }
  }

  /// The text, whatever it is of.
  var raw: String {
    switch self {
    case .words(let text), .strong(let text), .prose(let text), .lines(let text),
      .name(let text), .indicator(let text), .exact(let text):
      text
    }
  }
}

extension ReportText {
  /// What may be shown of it.
  func visible(isRaw: Bool, isFlat: Bool = false) -> VisibleText {
    runs.reduce(VisibleText.empty) { $0 + $1.visible(isRaw: isRaw, isFlat: isFlat) }
  }

  /// The text, data and all, as it was written.
  var raw: String { runs.map(\.raw).joined() }
}
