// SPDX-License-Identifier: MIT

/// Which part of a text must survive when there is no room for all of it.
public enum Tail: Hashable, Sendable {
  /// Its beginning.
  case none
  /// The last 12 columns, where the extension is.
  case fileName
  /// The last component.
  case path
  /// The end of a host name under which domains are registered.
  case host
  /// The same of the host in a URL or mail address, wherever it stands.
  case address

  /// Columns of a file name's end that are kept.
  public static let fileNameColumns = 12
}

extension ArraySlice<Glyph> {
  /// The last path component, with the separator before it.
  var lastComponent: ArraySlice<Glyph> {
    let isSeparator: (Glyph) -> Bool = { !$0.isToken && ($0.base == "/" || $0.base == "\\") }
    let named = self[..<(lastIndex { !isSeparator($0) } ?? endIndex)]
    guard let separator = named.lastIndex(where: isSeparator) else { return self }
    return self[separator...]
  }

  /// The last two labels of a host name, or three where the last but one is as short as in `co.uk`;
  /// an address of numbers is kept whole.
  var registrableDomain: ArraySlice<Glyph> {
    let labels = split { $0.base == "." && !$0.isToken }
    guard let last = labels.last, labels.count > 2 else { return self }
    let isNumber = last.allSatisfy { ("0"..."9").contains($0.base) }
    if isNumber || self.first?.base == "[" { return self }
    let isShort = labels[labels.count - 2].count <= 3 && last.count == 2
    return self[labels[labels.count - (isShort ? 3 : 2)].startIndex...]
  }

  /// The host in a URL or mail address, without user and port.
  var hostOfAddress: ArraySlice<Glyph> {
    var rest = self
    // A token can hold none of these: its glyphs are a backslash, braces, letters, digits and `*`.
    for index in indices.dropLast(2)
    where self[index].base == ":" && self[index + 1].base == "/" && self[index + 2].base == "/" {
      rest = self[(index + 3)...]
      break
    }
    rest = rest.prefix {
      $0.base != "/" && $0.base != "?" && $0.base != "#" && $0.base != "\\" || $0.isToken
    }
    if let at = rest.lastIndex(where: { $0.base == "@" }) { rest = rest[(at + 1)...] }
    if rest.first?.base == "[", let close = rest.firstIndex(where: { $0.base == "]" }) {
      return rest[...close]
    }
    return rest.prefix { $0.base != ":" }
  }
}
