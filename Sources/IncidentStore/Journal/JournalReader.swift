// SPDX-License-Identifier: MIT

internal import Incidents

/// Reads the journal from its first segment on and keeps its place, so that reading again gives
/// only what is new.
struct JournalReader {
  /// A good line, in a buffer.
  struct Found {
    var bytes: [UInt8]
    var range: Range<Int>
    var frame: JournalLine
    /// Where it begins.
    var place: LinePlace
    /// Whether a break was passed over right before it.
    var isAfterBreak: Bool
  }

  let files: any FileSystem
  let layout: StoreLayout
  let rules: OpeningRules
  let access: FileAccess

  private(set) var chain: JournalChain
  /// The segment being read.
  private(set) var file: OpenFile
  /// Its first line.
  private(set) var segment = 1
  /// Where its last good line ends.
  private(set) var offset = 0
  /// How many lines of the segment end there.
  private var lines = 0
  /// Where the last good line is; `nil` before the first.
  private var last: (segment: Int, start: Int, end: Int, lines: Int)?
  /// Bad lines at the end of earlier segments.
  private var pendingBefore = 0
  /// The first line since the last good one that does not match its own hash.
  private(set) var firstBad: (path: String, line: Int)?
  /// Whether a break was passed over since the last good line.
  private var isAfterBreak = false
  /// Whether everything was read once: from then on a missing segment is no matter of reading.
  private var hasReadAll = false
  /// Whether the journal's last byte is a line feed.
  private(set) var isTerminated = true

  init(
    _ files: any FileSystem, _ layout: StoreLayout, rules: OpeningRules, store id: String,
    access: FileAccess
  ) throws(StoreError) {
    self.files = files
    self.layout = layout
    self.rules = rules
    self.access = access
    chain = JournalChain(ofStore: id)
    file = try files.open(layout.segment(startingAt: 1), access, by: rules)
  }

  func close() { files.close(file) }

  /// Reads what is new and hands over every good line, in order; `false` if it stopped after as
  /// many as were asked for.
  ///
  /// Throws ``StoreError/broken(path:line:reason:)`` where the journal cannot be believed.
  @discardableResult
  mutating func readOn(
    most: Int = .max, _ each: (Found) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    let limit = most == .max ? .max : chain.seq + most
    while true {
      do throws(StoreError) {
        repeat {
          try readSegment(upTo: limit, each)
          if chain.seq >= limit { return false }
        } while try advance()
        if !hasReadAll { try checkSegments() }
        hasReadAll = true
        return true
      } catch {
        // What cannot even be looked at leaves the journal as broken as it was.
        guard case .broken = error, (try? passBreak()) == true else { throw error }
      }
    }
  }

  /// Goes on after the break here, if somebody has anchored it; `false` if nobody has.
  private mutating func passBreak() throws(StoreError) -> Bool {
    // Nothing good came since the last one: its word did not hold.
    guard !isAfterBreak else { return false }
    let breaks = JournalBreaks(files, layout, rules)
    let start = ChainBreak.Place(segment: segment, offset: offset)
    let last = ChainBreak.Line(seq: chain.seq, hash: chain.head.description)
    guard let item = try breaks.anchored(after: last, at: start) else { return false }
    let damaged = try breaks.damage(from: item.start, to: item.end)
    guard damaged.digest == item.digest else { return false }
    if item.end.segment != segment {
      let opened = try files.open(
        layout.segment(startingAt: item.end.segment), access, by: rules)
      begin(opened, startingAt: item.end.segment)
    }
    offset = item.end.offset
    lines += damaged.lines
    pendingBefore = 0
    firstBad = nil
    isAfterBreak = true
    chain.pass(item)
    return true
  }

  private mutating func readSegment(
    upTo limit: Int, _ each: (Found) throws(StoreError) -> Void
  ) throws(StoreError) {
    let status = try files.status(of: file)
    guard status.size >= offset, status.links > 0 else {
      throw broken(
        status.links > 0 ? "The file became shorter." : "The file was removed or replaced.")
    }
    // What is read here and written by us must be what everybody else finds at this path.
    let named = try files.status(at: file.path)
    guard named?.inode == status.inode, named?.device == status.device else {
      throw broken("The file was removed or replaced.")
    }
    chain.resetPending(to: pendingBefore)
    if pendingBefore == 0 { firstBad = nil }
    isTerminated = true
    var reader = LineReader(file, from: offset, files)
    var count = lines
    while chain.seq < limit, let line = try reader.next() {
      count += 1
      // An unterminated line may still be being written.
      guard line.isTerminated else {
        isTerminated = false
        noteBad(at: count)
        break
      }
      switch chain.take(reader.buffer, in: line.range) {
      case .bad: noteBad(at: count)
      case .broken(let reason):
        // What is missing before a later line is the one that does not match its own hash.
        guard let seq = JournalLine(reader.buffer, in: line.range)?.seq, seq > chain.seq + 1,
          let changed
        else { throw broken(reason, line: count) }
        throw changed
      case .next(let frame):
        pendingBefore = 0
        firstBad = nil
        offset = line.offset + line.range.count + 1
        lines = count
        noteLast(from: line.offset)
        try each(
          Found(
            bytes: reader.buffer, range: line.range, frame: frame,
            place: LinePlace(segment: segment, offset: line.offset),
            isAfterBreak: isAfterBreak))
        isAfterBreak = false
      }
    }
  }

  private mutating func noteBad(at line: Int) {
    if firstBad == nil { firstBad = (file.path, line) }
  }

  /// The fault of the first line that does not match its own hash; `nil` if there is none.
  private var changed: StoreError? {
    firstBad.map {
      .broken(
        path: $0.path, line: $0.line,
        reason: "It does not match its own hash: it was changed or damaged.")
    }
  }

  /// Goes to the segment that follows, if there is one.
  private mutating func advance() throws(StoreError) -> Bool {
    let next = chain.seq + 1
    guard next != segment else { return false }
    do {
      let opened = try files.open(layout.segment(startingAt: next), access, by: rules)
      begin(opened, startingAt: next)
      return true
    } catch {
      if error.isAbsence { return false }
      throw error
    }
  }

  /// Goes to a segment that was just created.
  mutating func begin(_ file: OpenFile, startingAt seq: Int) {
    files.close(self.file)
    self.file = file
    segment = seq
    offset = 0
    lines = 0
    pendingBefore = chain.pending + (isTerminated ? 0 : 1)
    isTerminated = true
  }

  /// Takes over a line this process has just written and flushed.
  mutating func wrote(_ seq: Int, _ hash: LineHash, from start: Int, count: Int) {
    lines += chain.pending - pendingBefore + 1
    chain.extend(to: seq, hash)
    pendingBefore = 0
    offset = start + count
    noteLast(from: start)
  }

  private mutating func noteLast(from start: Int) {
    last = (segment, start, offset, lines)
  }

  /// The last good line, and where it is; `nil` before the first.
  var position: JournalPosition? {
    last.map {
      JournalPosition(
        seq: chain.seq, hash: chain.head.description, segment: $0.segment, start: $0.start,
        end: $0.end, lines: $0.lines)
    }
  }

  /// Goes on after a line read by another; `false` if that line is no longer there.
  mutating func resume(after known: JournalPosition) throws(StoreError) -> Bool {
    guard known.start >= 0, known.start < known.end, known.end - known.start <= JournalLine.limit
    else { return false }
    let path = layout.segment(startingAt: known.segment)
    let opened: OpenFile
    do { opened = try files.open(path, access, by: rules) } catch {
      if error.isAbsence { return false }
      throw error
    }
    let bytes = (try? files.read(opened, at: known.start, count: known.end - known.start)) ?? []
    guard bytes.count == known.end - known.start, bytes.last == 0x0A,
      let line = JournalLine(bytes, in: 0..<bytes.count - 1), line.seq == known.seq,
      line.hash.description == known.hash
    else {
      files.close(opened)
      return false
    }
    files.close(file)
    file = opened
    chain = JournalChain(after: known.seq, line.hash)
    segment = known.segment
    offset = known.end
    lines = known.lines
    last = (known.segment, known.start, known.end, known.lines)
    return true
  }

  private func broken(_ reason: String, line: Int? = nil) -> StoreError {
    .broken(path: file.path, line: line ?? lines, reason: reason)
  }

  /// Checks that no segment is left that the chain does not lead to.
  func checkSegments() throws(StoreError) {
    for name in try files.names(in: layout.journal) {
      guard let first = StoreLayout.firstSeq(ofSegment: name), first > chain.seq + 1 else {
        continue
      }
      if let changed { throw changed }
      throw .broken(
        path: layout.journal + "/" + name, line: 1,
        reason: "The lines from \(chain.seq + 1) to \(first - 1) before it are missing: "
          + "\(StoreLayout.segmentName(startingAt: chain.seq + 1)), or the end of the file before.")
    }
  }
}
