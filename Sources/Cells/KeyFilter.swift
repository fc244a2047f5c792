// SPDX-License-Identifier: MIT

/// Swallows the rest of an escape sequence that a slow line tore from its Escape.
///
/// Over SSH the bytes of an arrow key may arrive too far apart to be decoded as one key. The Escape
/// then passes as a key; without this filter the letters after it would act as commands.
public struct KeyFilter: Hashable, Sendable {
  /// Milliseconds within which the next key still belongs to the one before.
  public static let window = 500

  private enum State: Hashable {
    case idle
    /// A lone Escape passed.
    case escaped
    /// In `ESC [ …`, before the final byte; `isFirst` until the first byte has come.
    case control(isFirst: Bool)
    /// After `ESC [ [`, as the Linux console begins F1 to F5: one more.
    case oneMore
  }

  private var state = State.idle
  private var lastTime = 0

  /// A filter that has seen nothing.
  public init() {}

  /// The key if it is one, nil if it is the rest of a torn sequence.
  ///
  /// Times are milliseconds of a clock that does not go back.
  public mutating func pass(_ key: Key, at milliseconds: Int) -> Key? {
    let isInTime = milliseconds - lastTime <= Self.window
    lastTime = milliseconds
    let before = isInTime ? state : .idle
    state = .idle
    guard case .character(let scalar) = key, scalar.isASCII else {
      if key == .escape { state = .escaped }
      return key
    }
    switch before {
    case .idle: return key
    case .escaped where scalar == "[":
      state = .control(isFirst: true)
    case .escaped where scalar == "O":
      state = .oneMore
    case .escaped: return key
    case .control(isFirst: true) where scalar == "[":
      state = .oneMore
    case .control:
      // Parameters and intermediates are 0x20 to 0x3F; anything above ends the sequence.
      if scalar.value < 0x40 { state = .control(isFirst: false) }
    case .oneMore: break
    }
    return nil
  }

  /// The event if it is one; pastes and sizes always are.
  public mutating func pass(_ event: InputEvent, at milliseconds: Int) -> InputEvent? {
    guard case .key(let key) = event else {
      if case .paste = event { state = .idle }
      return event
    }
    return pass(key, at: milliseconds).map { .key($0) }
  }
}
