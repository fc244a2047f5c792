// SPDX-License-Identifier: MIT

import Cells
import Terminal
import Testing

@Suite struct `Input assembler` {
  private func events(
    _ inputs: [RawInput], isUTF8: Bool = true, gap: Int64 = 1
  ) -> [InputEvent] {
    var assembler = InputAssembler(isUTF8: isUTF8)
    return inputs.enumerated().compactMap { index, input in
      assembler.accept(input, at: Int64(index) * gap)
    }
  }

  private func scalars(_ text: String) -> [RawInput] {
    text.unicodeScalars.map { .scalar($0.value) }
  }

  @Test(
    arguments: [
      (0x00, Key.control(" ")), (0x01, .control("a")), (0x08, .backspace), (0x09, .tab),
      (0x0A, .control("j")), (0x0D, .enter), (0x1A, .control("z")), (0x1B, .escape),
      (0x1C, .control("\\")), (0x1F, .control("_")), (0x20, .character(" ")), (0x7F, .backspace),
      (0xE9, .character("é")), (0x1F534, .character("🔴")),
    ] as [(UInt32, Key)])
  func `a scalar is a key`(value: UInt32, key: Key) {
    #expect(events([.scalar(value)]) == [.key(key)])
  }

  @Test(arguments: [0x80, 0x9F, 0xD800, 0x110000] as [UInt32])
  func `what is no character is dropped`(value: UInt32) {
    #expect(events([.scalar(value)]).isEmpty)
  }

  @Test func `without UTF-8 only ASCII is believed`() {
    #expect(events([.scalar(0xE9), .scalar(0x61)], isUTF8: false) == [.key(.character("a"))])
  }

  @Test func `a paste is whole, its line breaks are LF and keys inside it are nothing`() {
    let paste =
      [.pasteBegins] + scalars("a\r\nb\rc\n") + [
        .key(.up), .key(.enter), .scalar(0x1B), .pasteEnds,
      ]
    #expect(events(paste) == [.paste("a\nb\nc\n\n\u{1B}")])
  }

  @Test func `what stands behind the end inside a paste presses no key`() {
    let hostile = [.pasteBegins] + scalars("hi") + [.pasteEnds] + scalars("aj") + [.key(.enter)]
    #expect(events(hostile + [.pasteEnds] + scalars("y")) == [.paste("hi")])
    // However long it is, as long as it comes without a pause.
    #expect(events(hostile + scalars(String(repeating: "x", count: 500))) == [.paste("hi")])
  }

  @Test func `a key after a pause, and another paste, count again`() {
    var assembler = InputAssembler(isUTF8: true)
    _ = assembler.accept(.pasteBegins, at: 0)
    #expect(assembler.accept(.pasteEnds, at: 10) == .paste(""))
    #expect(assembler.accept(.scalar(0x61), at: 110) == nil)
    #expect(assembler.accept(.pasteBegins, at: 111) == nil)
    #expect(assembler.accept(.scalar(0x62), at: 112) == nil)
    #expect(assembler.accept(.pasteEnds, at: 113) == .paste("b"))
    #expect(assembler.accept(.scalar(0x61), at: 214) == .key(.character("a")))
  }

  @Test func `an end without a beginning is nothing`() {
    #expect(events([.pasteEnds] + scalars("a")) == [.key(.character("a"))])
  }

  @Test func `a second beginning does not lose the first`() {
    #expect(
      events([.pasteBegins] + scalars("a") + [.pasteBegins] + scalars("b") + [.pasteEnds])
        == [.paste("ab")])
  }

  @Test func `Escape after silence ends a paste whose end was lost`() {
    let lost = [.pasteBegins] + scalars("ab") + [.scalar(0x1B)] + scalars("j")
    #expect(events(lost).isEmpty)
    #expect(
      events(lost, gap: InputAssembler.abandonment + 1) == [.paste("ab"), .key(.character("j"))])
  }

  @Test func `a paste has an end even if it is endless`() {
    let many = Array(repeating: RawInput.scalar(0x61), count: InputAssembler.pasteLimit + 5)
    let result = events([.pasteBegins] + many + [.pasteEnds], gap: 0)
    #expect(result == [.paste(String(repeating: "a", count: InputAssembler.pasteLimit))])
  }
}
