// SPDX-License-Identifier: MIT

/// Finds the records in a stream of bytes, however they are wrapped, and gives back each as soon
/// as it is whole.
///
/// Pages (an object with a `value` or `incidents` array), bare arrays, lines of JSON, values one
/// after another and single objects are read in any mix. What is kept in memory is one record.
///
/// One bad record never costs a good neighbour: a light grammar runs along, and where the input
/// breaks it, the scanner looks for the place where the next record begins (`+Recovery`). Valid
/// input never breaks that grammar, so recovery cannot touch it. Text inside a string cannot pose
/// as a record either, because its quotes are escaped.
public struct RecordScanner: Sendable {
  /// A list the scanner is inside of.
  enum Context { case stream, array, page }

  /// What the next byte belongs to.
  enum Mode {
    /// The first bytes of the input, which tell its encoding.
    case start
    /// No record: white space, commas, a list's end.
    case between
    /// Something that begins like no record.
    case junk
    /// A record, outside its strings.
    case structure
    /// A string.
    case string
    /// The byte after a backslash.
    case escape
    /// After a string that stands where a record should.
    case afterText
    /// After a closing bracket that fits nothing the record has open.
    case afterMismatch(Mismatch)
    /// Input in another encoding.
    case refused
  }

  /// A closing bracket that may be a slip, or the end of a record that has lost something.
  struct Mismatch {
    var bracket: UInt8
    var offset: Int
    var sawComma = false
    var sawQuote = false
  }

  /// The most bytes a record may have: an incident with 150 alerts has 1.7 MB.
  public static let recordLimit = 16 << 20
  /// The most bytes that are given back of a record that has more than it may.
  static let excerptLimit = 1 << 20
  static let contextLimit = 8

  let recordLimit: Int
  let depthLimit: Int

  /// What is known of the input so far.
  public internal(set) var facts = PageFacts()

  var mode = Mode.start
  var contexts: [Context] = [.stream]
  var record = PendingRecord()
  /// Whether bytes from `kept` on belong to `record`.
  var isKeeping = false
  /// Whether `record` is junk that may go on after white space and commas.
  var isJunkOpen = false
  var found: [ScannedRecord] = []

  /// The input being read, how far, and how far its bytes have been copied into `record`.
  var input: [UInt8] = []
  var cursor = 0
  var kept = 0
  /// The offset of the input's first byte.
  var base = 0
  /// Input to go on with after a rewind.
  var waiting: [(bytes: [UInt8], cursor: Int, base: Int)] = []
  /// The first bytes, until there are enough to tell the encoding.
  var head: [UInt8] = []

  /// How often the end of the input may still be read again on suspicion.
  var suspectsLeft = 16

  var line = 1
  /// The offset of the current line's first byte.
  var lineStart = 0
  /// Whether the line held nothing but white space so far.
  var isLineBlank = true

  /// Makes a scanner at the start of an input.
  public init() {
    self.init(
      recordLimit: RecordScanner.recordLimit, depthLimit: JSONDocument.recordDepthLimit)
  }

  init(recordLimit: Int, depthLimit: Int) {
    self.recordLimit = recordLimit
    self.depthLimit = depthLimit
  }

  /// Reads more of the input, cut anywhere, and gives the records that became whole.
  public mutating func feed(_ bytes: [UInt8]) -> [ScannedRecord] {
    if case .start = mode {
      head += bytes
      if head.count < 4 { return [] }
      begin()
    } else {
      take(bytes)
    }
    return takeFound()
  }

  /// Ends the input and gives what was left.
  public mutating func finish() -> [ScannedRecord] {
    if case .start = mode { begin() }
    endInput()
    return takeFound()
  }

  /// Passes over a UTF-8 byte order mark; refuses UTF-16 and UTF-32.
  private mutating func begin() {
    var bytes = head
    head = []
    mode = .between
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      base = 3
      lineStart = 3
    } else if bytes.count >= 2,
      bytes[0] == 0 || bytes[1] == 0 || bytes.starts(with: [0xFE, 0xFF])
        || bytes.starts(with: [0xFF, 0xFE])
    {
      beginRecord()
      mode = .refused
    }
    let start = base
    base = 0
    input = []
    cursor = 0
    kept = 0
    take(bytes, at: start)
  }

  private mutating func take(_ bytes: [UInt8]) { take(bytes, at: base + input.count) }

  private mutating func take(_ bytes: [UInt8], at offset: Int) {
    input = bytes
    base = offset
    cursor = 0
    kept = 0
    scan()
  }

  /// Reads all input there is.
  mutating func scan() {
    while true {
      while cursor < input.count { step() }
      keep()
      guard let next = waiting.popLast() else { return }
      (input, cursor, base) = next
      kept = cursor
    }
  }

  private mutating func step() {
    switch mode {
    case .string: stepThroughString()
    case .structure: stepThroughStructure()
    case .between: stepBetween()
    case .escape:
      if input[cursor] != .lineFeed { cursor += 1 }
      mode = .string
    case .junk: stepThroughJunk()
    case .afterText: stepAfterText()
    case .afterMismatch(let mismatch): stepAfterMismatch(mismatch)
    case .start, .refused: cursor = input.count
    }
  }

  private mutating func takeFound() -> [ScannedRecord] {
    defer { found = [] }
    return found
  }
}
