// SPDX-License-Identifier: MIT

private import Synchronization

/// The pages of an index, read and checked when they are first asked for.
///
/// They are read, not mapped: a page that was checked cannot change afterwards, and a file cut
/// short under a running console is found out instead of ending it with a signal. A page that is
/// not what it was makes the whole index be made anew from the journal, in memory, once.
final class IndexPages: Sendable {
  /// Bytes of a page.
  static let size = 1 << 14

  private struct State {
    var pages: [[UInt8]?]
    /// Everything, made anew after a page was found damaged.
    var whole: [UInt8]?
  }

  private let files: any FileSystem
  private let file: OpenFile
  private let sums: [UInt64]
  private let state: Mutex<State>
  private let rebuild: @Sendable () -> [UInt8]

  /// Takes over an open file; `rebuild` makes the same image from the journal.
  init(
    _ file: OpenFile, _ files: any FileSystem, sums: [UInt64],
    rebuild: @escaping @Sendable () -> [UInt8]
  ) {
    self.files = files
    self.file = file
    self.sums = sums
    self.rebuild = rebuild
    state = Mutex(State(pages: Array(repeating: nil, count: sums.count)))
  }

  deinit { files.close(file) }

  /// A page.
  func page(_ number: Int) -> [UInt8] {
    state.withLock { state in
      if let known = state.pages[number] { return known }
      let page = read(number, state.whole) ?? recovered(number, &state)
      state.pages[number] = page
      return page
    }
  }

  /// Gives up everything read, because something in it cannot be understood.
  func distrust() {
    state.withLock { state in
      guard state.whole == nil else {
        preconditionFailure("An index just made from the journal cannot be read.")
      }
      _ = recover(&state)
    }
  }

  private func read(_ number: Int, _ whole: [UInt8]?) -> [UInt8]? {
    let start = number * Self.size
    if let whole { return Array(whole[start..<start + Self.size]) }
    guard let page = try? files.read(file, at: start, count: Self.size), page.count == Self.size,
      pageSum(page) == sums[number]
    else { return nil }
    return page
  }

  private func recovered(_ number: Int, _ state: inout State) -> [UInt8] {
    let start = number * Self.size
    return Array(recover(&state)[start..<start + Self.size])
  }

  /// Makes everything anew.
  ///
  /// Apart from cutting a page out of it: where that page was not used, the optimizer freed it before
  /// it was filled.
  private func recover(_ state: inout State) -> [UInt8] {
    let whole = rebuild()
    state.whole = whole
    state.pages = Array(repeating: nil, count: sums.count)
    return whole
  }

  /// The bytes of a range, which may lie in several pages.
  func bytes(in range: Range<Int>) -> [UInt8] {
    var place = range.lowerBound
    let first = page(place / Self.size)
    let start = place % Self.size
    let end = min(Self.size, start + range.count)
    var bytes = Array(first[start..<end])
    place += end - start
    while place < range.upperBound {
      let next = page(place / Self.size)
      let count = min(Self.size, range.upperBound - place)
      bytes += next[..<count]
      place += count
    }
    return bytes
  }

  /// Four bytes at a place that is a multiple of four.
  func half(at place: Int) -> Int {
    Int(page(place / Self.size).half(at: place % Self.size))
  }

  /// Eight bytes at a place that is a multiple of eight.
  func word(at place: Int) -> Int {
    Int(truncatingIfNeeded: page(place / Self.size).word(at: place % Self.size))
  }
}
