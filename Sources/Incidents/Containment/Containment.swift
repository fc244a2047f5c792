// SPDX-License-Identifier: MIT

/// Something a response has switched off and that nobody has switched on again, as far as is known.
public struct Containment: Hashable, Sendable {
  /// How it is known.
  public enum Origin: Hashable, Sendable {
    /// Defender says the response is completed.
    case defender
    /// A person recorded it here.
    case here(Author)
  }

  /// What was done.
  public var action: ResponseAction
  /// On what.
  public var target: ResponseTarget
  /// The incident and the response.
  public var response: ResponseReference
  /// The response's title.
  public var title: String
  /// When it was recorded here, or by when at the latest it was completed in Defender; not when it
  /// took effect.
  public var since: Timestamp?
  /// How it is known.
  public var origin: Origin
  /// The line of the journal that says so.
  public var line: Int
  /// Open responses, of any incident, that would end it.
  public var lifts: [ResponseReference] = []

  /// The action that takes it back, if the catalogue has one.
  public var inverse: ResponseAction? { action.entry.inverse }
  /// How it is taken back, in words.
  public var undo: String { action.entry.undo }
}

/// Everything that is switched off by responses, over all incidents.
///
/// A row ends when its inverse was completed later on the same target, in any incident, when
/// somebody recorded that it was lifted, and when its response is no longer completed. Nothing else
/// ends it: a resolved incident does not.
public struct ContainmentBoard: Hashable, Sendable {
  /// What is switched off, the longest first.
  public private(set) var rows: [Containment] = []
  /// How many completed responses are of a kind this version does not know: whether they switch
  /// anything off cannot be said.
  public private(set) var unknown = 0
  /// How many incidents have more responses than are known here.
  public private(set) var incomplete = 0

  /// A board of nothing.
  public init() {}

  /// The board of a book; `queue` is the same book's queue.
  public init(_ book: CaseBook, _ queue: TriageQueue) {
    self.init(
      queue.incidentsWithResponses().lazy.compactMap(book.view(of:)),
      isLifted: { $0.isLifted(in: book) })
  }

  /// The board of some cases, as they are shown.
  init(_ views: some Sequence<Case>, isLifted: (Containment) -> Bool) {
    var found: [Completed] = []
    var ending: [Completed] = []
    var lifting: [(action: ResponseAction, target: ResponseTarget, response: ResponseReference)] =
      []
    var ids = DeviceIDs()
    for view in views {
      if view.unseen.total > 0 { incomplete += 1 }
      for response in view.responses {
        let status = response.status.value
        let target = view.target(of: response)
        ids.add(target)
        guard status == .completed else {
          if !status.isFinished, response.action.lifts != nil, view.status.value != .resolved {
            lifting.append((response.action, target, ResponseReference(view.id, response.id)))
          }
          continue
        }
        if response.action.unrecognizedName != nil { unknown += 1 }
        let completed = Completed(response, in: view)
        if response.action.isSwitchingOff { found.append(completed) }
        if response.action.lifts != nil { ending.append(completed) }
      }
    }
    let ends = Dictionary(grouping: ending) { Step($0.row.action, ids.key(of: $0.row.target)) }
    let lifts = Dictionary(grouping: lifting) { Step($0.action, ids.key(of: $0.target)) }
    rows = found.compactMap { completed in
      if isLifted(completed.row) { return nil }
      let key = ids.key(of: completed.row.target)
      guard let inverse = completed.row.inverse, key != nil else { return completed.row }
      let step = Step(inverse, key)
      if ends[step, default: []].contains(where: { $0.isLater(than: completed) }) { return nil }
      var row = completed.row
      row.lifts = (lifts[step] ?? []).map(\.response)
      return row
    }.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element)
  }
}

/// An action on a target, to be found again.
private struct Step: Hashable {
  let action: ResponseAction
  let key: [UInt8]?

  init(_ action: ResponseAction, _ key: [UInt8]?) {
    self.action = action.prefix(bytes: ServiceFacts.textLimit)
    self.key = key
  }
}

/// A completed response, and what is known of when.
private struct Completed {
  let row: Containment
  let isOurs: Bool
  let askedAt: Timestamp?

  init(_ response: ResponseCase, in view: Case) {
    let entry = response.status.current
    var origin = Containment.Origin.defender
    if case .person(let author) = entry.origin { origin = .here(author) }
    row = Containment(
      action: response.action, target: view.target(of: response),
      response: ResponseReference(view.id, response.id), title: response.title,
      since: response.statusAt,
      origin: origin, line: entry.seq)
    isOurs = entry.isOurs
    askedAt = response.service?.createdAt
  }

  /// Whether it came after another.
  ///
  /// What only Defender says of both may have been seen in any order; then what was asked for later
  /// is later. Else the journal's order counts.
  func isLater(than other: Completed) -> Bool {
    if !isOurs, !other.isOurs, let askedAt, let before = other.askedAt, askedAt != before {
      return askedAt > before
    }
    return row.line > other.row.line
  }
}

extension Containment {
  /// The longest first, those of unknown age before them.
  fileprivate var order: Int64 { since?.milliseconds ?? .min }
}

extension ResponseAction {
  /// Whether it is known to switch something off.
  public var isSwitchingOff: Bool { entry.isContainment && unrecognizedName == nil }

  /// The action whose effect it takes back: what it is the inverse of, if that switches something
  /// off.
  public var lifts: ResponseAction? {
    guard let inverse = entry.inverse, inverse.isSwitchingOff else { return nil }
    return inverse
  }
}
