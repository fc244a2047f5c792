// SPDX-License-Identifier: MIT

/// How many devices and identities were protected on a day, against how many should be.
public struct AssetCount: Hashable, Sendable {
  /// What is counted.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Devices, protected by Defender for Endpoint.
    case devices
    /// Identities, protected by Defender for Identity.
    case identities

    /// The name on screen.
    public var title: String { self == .devices ? "Devices" : "Identities" }
    /// The field of how many are protected.
    public var protected: String { self == .devices ? "protectedDevices" : "protectedIdentities" }
    /// The field of how many should be.
    public var target: String { self == .devices ? "targetDevices" : "targetIdentities" }
  }

  /// Protected and target.
  public struct Part: Hashable, Sendable {
    /// How many are protected, 0 or more.
    public var protected: Int
    /// How many should be, 0 or more.
    public var target: Int

    /// Makes one.
    public init(_ protected: Int, of target: Int) {
      self.protected = protected
      self.target = target
    }

    /// Whole percent, cut: 100 only if none is missing; `nil` without a target.
    public var percent: Int? {
      guard target > 0 else { return nil }
      return protected >= target ? 100 : Int(Int64(protected) * 100 / Int64(target))
    }
  }

  /// The most that can be counted.
  public static let limit = 1_000_000_000

  /// The day, `2026-11-23`.
  public let day: String
  /// The record.
  public let record: Record

  /// The count a record says; `nil` unless its name is a day.
  public init?(_ record: Record) {
    guard Self.moment(of: record.subject.name) != nil else { return nil }
    day = record.subject.name
    self.record = record
  }

  /// What was counted of a kind; `nil` if a number is missing or none.
  public subscript(kind: Kind) -> Part? {
    guard let protected = Self.number(record[kind.protected]),
      let target = Self.number(record[kind.target])
    else { return nil }
    return Part(protected, of: target)
  }

  /// The beginning of the day, read as UTC.
  public var moment: Timestamp? { Self.moment(of: day) }

  /// The beginning of a day, `2026-11-23`, read as UTC; `nil` if there is no such day.
  public static func moment(of day: String) -> Timestamp? {
    day.utf8.count == 10 ? Timestamp(iso8601: day + "T00:00:00Z") : nil
  }

  /// A count as it is written: digits, at most ``limit``.
  public static func number(_ text: String) -> Int? {
    guard (1...10).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      number <= limit
    else { return nil }
    return number
  }

  /// Protected and target as they are written together, `1840/2000`; `nil` if they are not.
  public static func part(_ text: String) -> Part? {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { number(String($0)) }
    guard numbers.count == 2, let protected = numbers[0], let target = numbers[1] else {
      return nil
    }
    return Part(protected, of: target)
  }
}

extension AssetCount {
  /// What is wrong with counts as fields, as a sentence: that more are protected than should be;
  /// `nil` if nothing.
  public static func fault(of fields: [String: String]) -> String? {
    for kind in Kind.allCases {
      guard let protected = number(fields[kind.protected] ?? ""),
        let target = number(fields[kind.target] ?? ""), protected > target
      else { continue }
      return "\(kind.title): \(protected) of \(target) cannot be; the target is all that should "
        + "be protected."
    }
    return nil
  }

  /// The same of counts to be set on a record, with what it says of the rest; `nil` for records
  /// that are no counts.
  public static func fault(
    of fields: [String: String], on subject: Subject, in book: CaseBook
  ) -> String? {
    guard subject.noun == .assets else { return nil }
    var all = fields
    for field in book.record(subject)?.fields ?? [] where all[field.name] == nil {
      all[field.name] = field.ledger.value
    }
    return fault(of: all)
  }
}

/// The counts of one kind over time.
public struct AssetHistory: Hashable, Sendable {
  /// A day and what was counted.
  public struct Point: Hashable, Sendable {
    /// The day, `2026-11-23`.
    public let day: String
    /// What was counted.
    public let part: AssetCount.Part
  }

  /// The days with a count, oldest first.
  public let points: [Point]

  /// The counts of a kind.
  public init(_ counts: [AssetCount], _ kind: AssetCount.Kind) {
    points = counts.sorted { $0.day < $1.day }.compactMap { count in
      count[kind].map { Point(day: count.day, part: $0) }
    }
  }

  /// The newest.
  public var latest: Point? { points.last }

  /// How many more are protected than at the count before; `nil` if there was none.
  public var change: Int? {
    guard points.count > 1 else { return nil }
    return points[points.count - 1].part.protected - points[points.count - 2].part.protected
  }
}
