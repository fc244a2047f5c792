// SPDX-License-Identifier: MIT

public import Incidents

/// What came of an import.
public struct ImportReport: Hashable, Sendable {
  /// Something to tell about one record.
  public struct Remark: Hashable, Sendable {
    /// The file, `-` for standard input.
    public var source: String
    /// The line the record starts on, from 1.
    public var line: Int
    /// The byte it starts at, from 0.
    public var offset: Int
    /// What is wrong with it, as a phrase.
    public var reason: String
  }

  /// How many damaged fragments of one source were not kept, because it had too many.
  public struct Flood: Hashable, Sendable {
    /// The file, `-` for standard input.
    public var source: String
    /// How many were counted and not kept.
    public var count: Int
  }

  /// The most remarks of one kind that are kept; all are counted.
  static let remarkLimit = 100

  /// Records of which something was new.
  public var imported = 0
  /// Records that said what was known.
  public var unchanged = 0
  /// Records older than what was known, skipped.
  public var older = 0
  /// Records that could not be read, kept in quarantine but for what ``floods`` counts.
  public var quarantined = 0
  /// Records that could not be read and are, byte for byte, one of ``quarantined``: kept once.
  public var repeated = 0
  /// The digests of what was quarantined, as far as it was kept.
  var fragments: Set<String> = []
  /// Valid JSON that is no incident, alert or managed response.
  public var unrecognised = 0
  /// Documents written.
  public var documents = 0
  /// Lines added to the journal.
  public var lines = 0
  /// Bytes read.
  public var bytes = 0
  /// What was quarantined, the first hundred.
  public var damage: [Remark] = []
  /// What was not recognised, the first hundred.
  public var strangers: [Remark] = []
  /// Sources with more damaged fragments than are kept of one.
  public var floods: [Flood] = []
  /// Incidents whose status the service did not tell: `unknownFutureValue`.
  public var untoldStatuses: Set<IncidentID> = []
  /// Sources that hold a list without a record.
  public var emptySources: [String] = []
  /// Sources that ended inside a record or a list.
  public var cutOffSources: [String] = []
  /// Sources that name a next page, so that they are not all there is.
  public var partialSources: [String] = []

  /// A report on nothing.
  public init() {}

  /// All records, readable or not.
  public var records: Int {
    imported + unchanged + older + quarantined + repeated + unrecognised
  }

  /// Whether not one record was of use, though there was something other than empty pages.
  public var isUseless: Bool {
    let isEmpty = records == 0 && !emptySources.isEmpty && cutOffSources.isEmpty
    return imported + unchanged + older == 0 && !isEmpty
  }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// The source being read.
  public var source: String
  /// Records read so far.
  public var records: Int
  /// Bytes read so far; with the caller's clock, the rate.
  public var bytes: Int
}
