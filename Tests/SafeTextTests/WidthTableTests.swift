// SPDX-License-Identifier: MIT

import CWidth
import Testing

@testable import SafeText

@Suite struct WidthTableTests {
  /// wcwidth of every scalar.
  static let libc: [Int8] = {
    var widths = [Int8](repeating: 0, count: 0x110000)
    return cwidth_fill(&widths, widths.count) == 0 ? widths : []
  }()

  @Test(.enabled(if: !libc.isEmpty, "needs the locale C.UTF-8"))
  func `what is drawn has the width the C library gives it`() {
    for (value, width) in Self.libc.enumerated() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let expected: Int8?
      switch ScalarClass(scalar) {
      case .narrow, .rightToLeft, .spacingMark: expected = 1
      case .wide, .emojiModifier: expected = 2
      case .mark: expected = 0
      default: expected = nil
      }
      if let expected, expected != width {
        Issue.record("U+\(String(value, radix: 16)): drawn \(expected) wide, wcwidth \(width)")
      }
    }
  }

  @Test(.enabled(if: !libc.isEmpty, "needs the locale C.UTF-8"))
  func `the list of disagreements is true, and all of them are refused`() {
    let list = WidthTable.disagreements
    #expect(list.count.isMultiple(of: 3) && !list.isEmpty)
    for run in stride(from: 0, to: list.count, by: 3) {
      for value in list[run]...list[run + 1] {
        #expect(Int(Self.libc[Int(value)]) != Int(list[run + 2]))
        #expect(Unicode.Scalar(value).map { ScalarClass($0) } == .refused)
      }
    }
  }

  @Test func `the table is in order and every class in it exists`() {
    let starts = WidthTable.starts
    #expect(starts.first.map { $0 >> 8 } == 0)
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 >> 8 < $1 >> 8 })
    #expect(starts.allSatisfy { ScalarClass(rawValue: UInt8($0 & 0xFF)) != nil })
  }

  @Test func `the short way for ASCII says what the table says`() {
    for value in UInt32(0x20)..<0x7F {
      let range = WidthTable.starts.last { $0 >> 8 <= value }
      #expect(range.map { $0 & 0xFF } == UInt32(ScalarClass.narrow.rawValue))
    }
  }

  @Test func `controls, surrogate neighbours, private and noncharacters are never drawn`() {
    let refused: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF,
      0xF0000...0xFFFFF, 0x100000...0x10FFFF,
    ]
    let drawn: Set<ScalarClass> = [.narrow, .wide, .mark, .spacingMark, .rightToLeft]
    let wrong = refused.joined().compactMap { Unicode.Scalar($0) }
      .filter { drawn.contains(ScalarClass($0)) }
    #expect(wrong.isEmpty)
  }
}
