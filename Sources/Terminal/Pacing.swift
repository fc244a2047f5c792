// SPDX-License-Identifier: MIT

/// Keeps what is on its way to the terminal at one frame, however thin the link.
///
/// Nothing on this side of the link says how much has arrived: the kernel takes 12 KiB for a
/// pseudo-terminal, and a secure shell behind it far more. So the terminal is asked whether it is
/// well (DSR, ECMA-48 §8.3.35) behind what was sent, and its answer says that all of it is there.
/// Until then a frame waits if it would make more than a whole screen of what is under way; what
/// waits is never sent late but drawn from the newest state. Changed cells stand for bytes, which
/// curses does not tell: a cell is a byte or two.
///
/// A terminal holds nothing up before it has answered once, and no more once it fails to; one that
/// never answered is not asked again.
package struct Pacing: Sendable {
  /// Milliseconds after which a terminal counts as one that does not answer.
  package static let patience: Int64 = 3_000

  /// Cells sent behind the last question; nobody asked about them yet.
  private var unasked = 0
  /// Cells the open question is about.
  private var asked = 0
  /// When the open question was sent.
  private var askedAt: Int64?
  private var hasAnswered = false
  private var isMute = false

  /// Makes a pace for a terminal nothing is known of.
  package init() {}

  /// Whether a question is open.
  package var isAsking: Bool { askedAt != nil }

  /// Whether a frame of so many changed cells may go out on a screen of so many.
  package func allows(_ cells: Int, of screen: Int, at now: Int64) -> Bool {
    guard hasAnswered, let askedAt, now - askedAt < Self.patience else { return true }
    return asked + unasked + cells <= screen
  }

  /// Notes a frame that went out, and says whether to ask now, behind it.
  package mutating func sent(_ cells: Int, of screen: Int, at now: Int64) -> Bool {
    if let askedAt, now - askedAt >= Self.patience {
      let wasNeverAnswered = !hasAnswered
      self = Pacing()
      isMute = wasNeverAnswered
    }
    unasked += cells
    return asks(about: screen, at: now)
  }

  /// Notes the answer, and says whether to ask again, about what was sent meanwhile.
  package mutating func answered(on screen: Int, at now: Int64) -> Bool {
    hasAnswered = true
    asked = 0
    askedAt = nil
    return asks(about: screen, at: now)
  }

  /// Milliseconds until a frame that waits may go out without an answer.
  package func wait(at now: Int64) -> Int? {
    guard hasAnswered, let askedAt else { return nil }
    return Int(max(0, askedAt + Self.patience - now))
  }

  /// Whether to ask now; a line or two at a time is not worth a question.
  private mutating func asks(about screen: Int, at now: Int64) -> Bool {
    guard !isAsking, !isMute, unasked * 2 >= screen else { return false }
    asked = unasked
    unasked = 0
    askedAt = now
    return true
  }
}
