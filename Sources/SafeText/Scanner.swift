// SPDX-License-Identifier: MIT

/// The one pass that turns scalars into glyphs.
///
/// It looks at scalars, never at `Character`s, and never compares or hashes a `String`: both are
/// quadratic for long runs of combining marks.
struct Scanner {
  /// The columns a TAB of multi-line text advances to a multiple of.
  static let tabStop = 4
  /// The marks one base may carry.
  static let marksPerBase = 2

  let kind: FieldKind
  let showingAll: Bool
  let limit: Int
  var glyphs: [Glyph] = []
  var badges = Badges()
  /// What was refused and where, if anybody asked.
  var findings: [Finding]?

  /// A run of one refused scalar not written yet.
  private var refused: (scalar: Unicode.Scalar, count: Int)?
  /// A run of spaces not written yet: whether it is folded depends on what follows.
  private var spaces = 0
  /// Marks on the last glyph, or nil where a mark has no base.
  private var marks: Int?
  /// The last scalar, and whether a joiner that waits for its right neighbour followed it.
  private var previous: Unicode.Scalar?
  private var heldJoiner = false
  /// The column in the current line, for TAB.
  private var column = 0
  /// The words that pass for others.
  private var scripts = ScriptWatch()
  /// The scalar's number, from 0.
  private var position = -1

  init(kind: FieldKind, showingAll: Bool, limit: Int) {
    self.kind = kind
    self.showingAll = showingAll
    self.limit = max(0, limit)
  }

  /// Whether invisible scalars may be left out and spaces folded.
  private var folds: Bool { (kind == .prose || kind == .multiline) && !showingAll }

  /// Whether every space is drawn as it is.
  private var keepsSpaces: Bool { kind == .multiline || kind == .typed }

  mutating func take(_ scalar: Unicode.Scalar) {
    position += 1
    scripts.take(scalar)
    if let run = refused {
      if run.scalar == scalar {
        refused = (scalar, run.count + 1)
        count(scalar)
        return
      }
      if scalar == "\n", run.scalar == "\r", kind == .multiline, folds {
        // The CR of a CRLF belongs to the line break.
        refused = run.count > 1 ? (run.scalar, run.count - 1) : nil
        badges.control -= 1
      }
      writeRefused()
    }
    if heldJoiner && !scalar.isJoiner {
      if !scalar.usesJoiners { badges.hidden += 1 }
      heldJoiner = false
    }
    classify(scalar)
    if !scalar.isJoiner { previous = scalar }
  }

  mutating func finish() {
    scripts.endWord()
    badges.mixed = scripts.count
    writeRefused()
    if heldJoiner { badges.hidden += 1 }
    writeSpaces(trailing: true)
    if badges.isCut { glyphs.append(.elision) }
  }

  private mutating func classify(_ scalar: Unicode.Scalar) {
    switch ScalarClass(scalar) {
    case .narrow:
      if scalar == " " {
        takeSpace()
      } else if scalar == "…" && kind == .indicator {
        refuse(scalar)
      } else {
        if scalar == "\u{FFFD}" {
          badges.invalid += 1
          note(scalar, .invalid)
        }
        draw(Glyph(scalar))
      }
    case .rightToLeft:
      badges.rightToLeft = true
      draw(Glyph(scalar))
    case .wide: draw(Glyph(scalar, width: 2))
    case .mark: takeMark(scalar)
    case .spacingMark: takeSpacingMark(scalar)
    case .control: takeControl(scalar)
    case .invisible: takeInvisible(scalar)
    case .space:
      if folds {
        badges.spaces += 1
        takeSpace()
      } else {
        refuse(scalar)
      }
    case .emojiModifier: leaveOut(scalar, if: folds && glyphs.last?.width == 2 && spaces == 0)
    case .enclosing:
      leaveOut(scalar, if: scalar == "\u{20E3}" && folds && marks != nil && spaces == 0)
    case .refused, .bidi, .filler, .regional, .separator, .format: refuse(scalar)
    }
  }

  private mutating func takeSpace() {
    if keepsSpaces { draw(.space, asBase: false) } else { spaces += 1 }
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    guard spaces == 0, let count = marks, count < Self.marksPerBase else { return refuse(scalar) }
    marks = count + 1
    guard !badges.isCut, let last = glyphs.indices.last else { return }
    if glyphs[last].mark == nil {
      glyphs[last].mark = scalar
    } else {
      glyphs[last].secondMark = scalar
    }
  }

  private mutating func takeSpacingMark(_ scalar: Unicode.Scalar) {
    guard spaces == 0, let count = marks, count < Self.marksPerBase else { return refuse(scalar) }
    draw(Glyph(scalar))
    marks = count + 1
  }

  private mutating func takeControl(_ scalar: Unicode.Scalar) {
    guard folds, scalar == "\n" || scalar == "\t" else {
      if scalar == "\n" && kind == .multiline { return breakLine() }
      return refuse(scalar)
    }
    if kind == .prose {
      badges.control += 1
      takeSpace()
    } else if scalar == "\n" {
      breakLine()
    } else {
      for _ in 0..<(Self.tabStop - column % Self.tabStop) { draw(.space, asBase: false) }
    }
  }

  private mutating func takeInvisible(_ scalar: Unicode.Scalar) {
    if folds && scalar.isJoiner && previous?.usesJoiners == true && !heldJoiner {
      heldJoiner = true
    } else {
      leaveOut(scalar, if: folds)
    }
  }

  private mutating func leaveOut(_ scalar: Unicode.Scalar, if mayLeaveOut: Bool) {
    if mayLeaveOut { badges.hidden += 1 } else { refuse(scalar) }
  }

  private mutating func refuse(_ scalar: Unicode.Scalar) {
    writeSpaces()
    refused = (scalar, 1)
    count(scalar)
    // A typed run stays spelled out, so that the cursor has a place between its scalars.
    if kind == .typed { writeRefused() }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    switch ScalarClass(scalar) {
    case .control, .separator:
      badges.control += 1
      note(scalar, .control)
    case .bidi:
      badges.bidi += 1
      note(scalar, .bidi)
    case .invisible, .filler, .format:
      badges.hidden += 1
      note(scalar, .hidden)
    case .space:
      badges.spaces += 1
      note(scalar, .space)
    default:
      badges.odd += 1
      note(scalar, .odd)
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, _ reason: Finding.Reason) {
    guard let size = findings?.count else { return }
    if let last = findings?.last, last.scalar == scalar, last.offset + last.count == position {
      findings?[size - 1].count += 1
    } else if size < VisibleText.findingsLimit {
      findings?.append(Finding(offset: position, scalar: scalar, count: 1, reason: reason))
    }
  }

  private mutating func breakLine() {
    write(.lineBreak)
    marks = nil
    column = 0
  }

  private mutating func draw(_ glyph: Glyph, asBase: Bool = true) {
    writeSpaces()
    if glyph.base == "{", glyphs.guardAgainstImitation(by: glyph) { badges.odd += 1 }
    write(glyph)
    marks = asBase ? 0 : nil
  }

  private mutating func writeSpaces(trailing: Bool = false) {
    guard spaces > 0 else { return }
    let leading = glyphs.isEmpty
    let isSuspect = spaces > 2 || leading || trailing
    if isSuspect && !folds {
      badges.spaces += spaces
      write(token: " ", count: spaces)
    } else {
      let shown = isSuspect ? 1 : spaces
      badges.spaces += spaces - shown
      for _ in 0..<shown { write(.space) }
    }
    spaces = 0
    marks = nil
  }

  private mutating func writeRefused() {
    guard let run = refused else { return }
    refused = nil
    write(token: run.scalar, count: run.count)
    marks = nil
  }

  private mutating func write(token scalar: Unicode.Scalar, count: Int) {
    let token = [Glyph].token(scalar, count: count)
    if glyphs.count + token.count > limit { badges.isCut = true }
    guard !badges.isCut else { return }
    glyphs.append(contentsOf: token)
    column += token.count
  }

  private mutating func write(_ glyph: Glyph) {
    if glyphs.count >= limit { badges.isCut = true }
    guard !badges.isCut else { return }
    glyphs.append(glyph)
    column += Int(glyph.width)
  }
}
