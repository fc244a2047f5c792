// SPDX-License-Identifier: MIT

public import Cells
public import Console
private import ConsoleRuntime
public import IncidentStore
public import Incidents

/// A whole console told as a story: keys go in, the screen and the store come out, and everything
/// asked of the environment is answered before the next key.
public final class Story {
  /// The console's state.
  public private(set) var state: State
  /// The store it works on.
  public let store: any Store
  /// The clock of the store and the console.
  public let clock: FixedClock
  /// Milliseconds between two keys: a person's pace, so that questions accept answers.
  public var pace: Int64 = 1000
  /// What was put on the clipboard, oldest first.
  public private(set) var clipboard: [String] = []
  /// How often it asked to tell the terminal that it is your move.
  public private(set) var notifications = 0
  /// The drafts it asked to keep last.
  public private(set) var kept: [Draft: String] = [:]
  /// What it asked to remember last.
  public private(set) var keptLooks: Looks?
  /// What the editor makes of a text.
  public var edits: (String) -> EditorOutcome = { .text($0) }
  /// Whether the console asked to leave.
  public private(set) var hasQuit = false
  /// Whether effects wait instead of being done; see ``perform()``.
  public var holdsEffects = false
  /// Effects not done yet.
  public private(set) var held: [Effect] = []

  private let environment: Environment
  private var seq = 0
  private var milliseconds: Int64 = 0

  /// Opens a console on a store.
  public init(
    on store: any Store, by name: String = "alice", size: Size = Size(rows: 24, columns: 80),
    clock: FixedClock
  ) {
    self.store = store
    self.clock = clock
    let author = Self.author(name)
    var environment = Environment(
      store: store, author: author, now: { clock.now }, techniqueName: { _ in nil },
      sentence: { "\($0)" })
    environment.guide = .sample
    environment.provider = .sample
    self.environment = environment
    state = State(author: author, storeTitle: "soc", now: clock.now, size: size)
    state.readOnlyReason = store.readOnlyReason
    refresh()
  }

  /// Opens a console on a memory store that holds some incidents.
  public convenience init(
    _ incidents: [SampleIncident] = SampleIncident.queue,
    size: Size = Size(rows: 24, columns: 80)
  ) {
    let clock = FixedClock()
    self.init(
      on: MemoryStore(holding: incidents, clock: clock), size: size, clock: clock)
  }

  /// The author a name stands for.
  public static func author(_ name: String) -> Author {
    Author(name: name, uid: UInt32(1000 + name.utf8.count))
  }

  /// A second console on the same store.
  public func colleague(_ name: String) -> Story { Story(on: store, by: name, clock: clock) }

  /// What the service says now, read anew by this console.
  public func arrives(_ incidents: SampleIncident...) {
    store.take(incidents, clock: clock)
    refresh()
  }

  /// Presses keys one after the other: `j j Enter a 3 x`.
  @discardableResult
  public func press(_ keys: String) -> Story {
    guard let sequence = KeySequence(keys) else { preconditionFailure("no key: \(keys)") }
    for key in sequence.keys { tell(.key(key, at: later())) }
    return self
  }

  /// Presses keys that arrive in one piece.
  @discardableResult
  public func pressTogether(_ keys: String) -> Story {
    guard let sequence = KeySequence(keys) else { preconditionFailure("no key: \(keys)") }
    for key in sequence.keys.dropLast() { take([.keyAhead(key, at: later())]) }
    if let last = sequence.keys.last { take([.key(last, at: later())]) }
    return paint()
  }

  /// Presses one key.
  @discardableResult
  public func press(_ key: Key) -> Story { tell(.key(key, at: later())) }

  /// Types a text, every scalar a key.
  @discardableResult
  public func type(_ text: String) -> Story {
    for scalar in text.unicodeScalars { tell(.key(.character(scalar), at: later())) }
    return self
  }

  /// Pastes a text.
  @discardableResult
  public func paste(_ text: String) -> Story { tell(.pasted(text)) }

  /// Makes the terminal another size.
  @discardableResult
  public func resize(rows: Int, columns: Int) -> Story {
    tell(.resized(Size(rows: rows, columns: columns)))
  }

  /// Reads what others wrote.
  @discardableResult
  public func refresh() -> Story {
    take(environment.news(after: seq))
    return paint()
  }

  /// Lets something happen to the console, does what follows, and shows the screen.
  @discardableResult
  public func tell(_ message: Message) -> Story {
    take([message])
    return paint()
  }

  /// Edits what only the environment sets: the read-only reason, ASCII.
  @discardableResult
  public func set(_ change: (inout State) -> Void) -> Story {
    change(&state)
    return self
  }

  /// Does the effects that were held back.
  @discardableResult
  public func perform() -> Story {
    let effects = held
    held = []
    for effect in effects { perform(effect) }
    return paint()
  }

  /// The screen, as a reader sees it.
  public var screen: String { state.view().description }

  /// What people recorded, oldest first, as the journal names it.
  public var journal: [String] {
    let entries = (try? store.entries(after: 0)) ?? []
    return entries.filter { !$0.event.isObservation }.map(\.event.kind)
  }

  private func later() -> Int64 {
    milliseconds += pace
    return milliseconds
  }

  private func paint() -> Story {
    _ = state.update(.painted(at: milliseconds))
    return self
  }

  private func take(_ messages: [Message]) {
    for message in messages {
      if case .journalGrew(let entries) = message { seq = max(seq, entries.last?.seq ?? 0) }
      for effect in state.update(message) {
        if holdsEffects { held.append(effect) } else { perform(effect) }
      }
    }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open, .commit, .history, .survey, .figures, .ask, .approve, .perform:
      take(environment.answer(to: effect, after: seq))
    case .copy(let text, let name):
      clipboard.append(text)
      take([.copied(name, failure: nil)])
    case .keepDrafts(let drafts): kept = drafts
    case .edit(let text): take([.edited(edits(text))])
    case .quit: hasQuit = true
    case .keepLooks(let looks): keptLooks = looks
    case .notify: notifications += 1
    case .settle, .mouse, .redraw, .suspend: break
    }
  }
}
