// SPDX-License-Identifier: MIT

/// What one shift hands to the next: every open incident, those that are the customer's move or
/// that anybody touched line by line, the others in short.
public struct Handover: Hashable, Sendable {
  /// The most incidents named; what is left out is counted.
  public static let limit = 300
  /// The most other open incidents named for a person; what is left out is counted.
  public static let otherLimit = 100
  /// How far back it goes where nobody says: eight hours.
  public static let usual: Int64 = 8 * 3_600_000
  /// How late a line of the journal may stand behind a later one by its own clock.
  private static let clockSlack: Int64 = 3_600_000

  /// From when on touches count.
  public var since: Timestamp
  /// When it was put together.
  public var madeAt: Timestamp
  /// The last line of the journal it takes into account.
  public var head: Int
  /// That line's hash; empty where the store has none.
  public var hash: String
  /// The incidents, in triage order.
  public var lines: [HandoverLine]
  /// How many more are the customer's move.
  public var left: Int
  /// The other open incidents, in triage order, at most as many as were asked for.
  public var others: [HandoverLine]
  /// How many more are open.
  public var untold: Int
  /// Incidents that were touched and are closed now, in order of id.
  public var closed: [IncidentID]

  /// Puts it together; `queue` is the book's own.
  ///
  /// Only the rows it names and the actions since are looked at, however many incidents there are;
  /// of the other open incidents it names at most `naming`.
  public init(
    _ book: CaseBook, _ queue: TriageQueue, since: Timestamp, at now: Timestamp,
    hash: String = "", naming others: Int = otherLimit
  ) {
    self.since = since
    madeAt = now
    head = book.seq
    self.hash = hash
    let touched = Self.touched(in: book, since: since)
    var places: Set<Int> = []
    closed = []
    for id in touched {
      guard let place = queue.place(of: id) else { continue }
      if place < queue.open { places.insert(place) } else { closed.append(id) }
    }
    closed.sort()
    let recent = places.sorted().prefix(Self.limit)
    places = Set(recent)
    let yours = queue.yours
    var place = 0
    while place < yours, places.count < Self.limit {
      places.insert(place)
      place += 1
    }
    left = yours - places.count { $0 < yours }
    func line(at place: Int) -> HandoverLine? {
      let id = queue.id(at: place)
      return book.view(of: id).map {
        HandoverLine($0, in: book, isTouched: touched.contains(id), at: now)
      }
    }
    lines = places.sorted().compactMap(line)
    let open = queue.open
    self.others = Array(
      (0..<open).lazy.filter { !places.contains($0) }.compactMap(line).prefix(others))
    untold = open - places.count - self.others.count
  }

  /// The incidents people touched, by what stands for them now.
  private static func touched(in book: CaseBook, since: Timestamp) -> Set<IncidentID> {
    var touched: Set<IncidentID> = []
    for entry in book.actions.reversed() {
      if entry.at >= since {
        touched.formUnion(entry.incidents.map(book.current))
      } else if entry.at.milliseconds < since.milliseconds - clockSlack {
        break
      }
    }
    return touched
  }

  /// From when on a handover counts where nobody says: the last signature, if it is of the last day,
  /// else eight hours ago.
  public static func usualSince(_ book: CaseBook, at now: Timestamp) -> Timestamp {
    let usual = Timestamp(milliseconds: now.milliseconds - Self.usual)
    guard let last = book.signedHandovers.first?.signedAt,
      now.elapsed(since: last) < 24 * 3_600_000
    else { return usual }
    return last
  }

  /// The lines that are the customer's move and have no next step.
  public var unworked: [HandoverLine] { lines.filter(\.isUnworked) }

  /// The fields that sign it.
  public func signature(_ comment: String = "") -> [String: String] {
    var values = [
      "since": since.iso8601, "head": String(head), "hash": hash, "comment": comment,
      "state": "signed",
    ]
    for line in lines { values["line/\(line.id)"] = line.text }
    if !unworked.isEmpty {
      let ids = unworked.map(\.id.text).joined(separator: " ")
      values["unworked"] = ids.prefix(written: 4000)
    }
    if left > 0 { values["left"] = String(left) }
    return values.filter { !$0.value.isEmpty }
  }
}
