// SPDX-License-Identifier: MIT

package import CTerminal
package import Cells
import SafeText

/// Packs a row of cells for the C side.
package struct RowPacker: Sendable {
  /// Whether nothing above U+007E may be drawn.
  let isASCII: Bool

  /// Makes a packer.
  package init(isASCII: Bool) {
    self.isASCII = isASCII
  }

  /// The index of a style in the table of looks.
  package static func look(_ style: Style) -> UInt16 {
    UInt16(style.role.rawValue) * 8 + UInt16(style.emphasis.rawValue & 7)
  }

  /// Packs a row.
  ///
  /// A wide glyph without its right half, or a right half alone, becomes a stand-in, so that no
  /// mistake in a view can move the columns after it.
  package func pack(_ cells: ArraySlice<Cell>, into row: inout [tocsin_cell]) {
    row.removeAll(keepingCapacity: true)
    var halfExpected = false
    for index in cells.indices {
      let cell = cells[index]
      guard let glyph = cell.glyph else {
        row.append(pack(.space, cell.style, width: halfExpected && !isASCII ? 0 : 1))
        halfExpected = false
        continue
      }
      let isWide = glyph.width == 2
      let hasHalf = isWide && index + 1 < cells.endIndex && cells[index + 1].glyph == nil
      halfExpected = hasHalf && !isReplaced(glyph)
      if isReplaced(glyph) || isWide != hasHalf {
        row.append(pack(Glyph("?"), cell.style, width: 1))
      } else {
        row.append(pack(glyph, cell.style, width: isWide ? 2 : 1))
      }
    }
  }

  private func isReplaced(_ glyph: Glyph) -> Bool { isASCII && glyph.base.value > 0x7E }

  private func pack(_ glyph: Glyph, _ style: Style, width: UInt8) -> tocsin_cell {
    let style = glyph.isToken ? Style(.token, style.emphasis) : style
    let mark = isASCII ? nil : glyph.mark
    return tocsin_cell(
      base: glyph.base.value,
      mark: mark?.value ?? 0,
      second_mark: mark == nil ? 0 : glyph.secondMark?.value ?? 0,
      look: Self.look(style),
      width: width,
      reserved: 0)
  }
}
