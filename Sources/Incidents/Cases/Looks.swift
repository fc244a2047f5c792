// SPDX-License-Identifier: MIT

/// When somebody last looked at an incident, and what they could see of it.
public struct Look: Hashable, Sendable {
  /// The last line of the journal then.
  public var seq: Int
  /// When.
  public var at: Timestamp

  /// Makes it.
  public init(seq: Int, at: Timestamp) {
    self.seq = seq
    self.at = at
  }
}

/// What an analyst has looked at in a store, as it is remembered from one console to the next.
public struct Looks: Hashable, Sendable {
  /// The most incidents remembered; those looked at longest ago are forgotten first.
  public static let limit = 2_000

  /// The last line of the journal that was told; `nil` if none ever was.
  public var told: Look?
  /// The last look at each incident.
  public var last: [IncidentID: Look] = [:]
  /// What came in or changed and was not looked at yet.
  public var unread: [IncidentID: News] = [:]
  /// The order the queue was put in last; `nil` if it never was.
  public var order: QueueOrder?

  /// Nothing was looked at.
  public init() {}

  /// The same, with no more than ``limit`` of each.
  public var bounded: Looks {
    var looks = self
    if last.count > Self.limit {
      let newest = last.sorted { ($1.value.at, $1.value.seq) < ($0.value.at, $0.value.seq) }
      looks.last = Dictionary(uniqueKeysWithValues: newest.prefix(Self.limit).map { ($0, $1) })
    }
    if unread.count > Self.limit {
      let some = unread.sorted { $1.key < $0.key }.prefix(Self.limit)
      looks.unread = Dictionary(uniqueKeysWithValues: some.map { ($0, $1) })
    }
    return looks
  }
}

/// What others did to an incident.
public enum News: String, Hashable, Sendable {
  /// It was not here before.
  case arrived
  /// It changed.
  case changed
}
