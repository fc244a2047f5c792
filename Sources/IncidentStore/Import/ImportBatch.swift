// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

/// The incidents an import is working on: each with the records read for it, merged in order.
///
/// The records are kept until their document is current, because another import may come first
/// and they must be merged again.
struct ImportBatch {
  /// The most incidents in a batch.
  static let incidentLimit = 2000
  /// How many incidents are worth another core.
  private static let share = 64
  /// The most bytes of records and documents in a batch.
  static let byteLimit = 16 << 20

  /// One incident.
  struct Work {
    /// The digest of the document the records are merged over.
    var base: String?
    /// That document, or what became of it.
    var document: JSONDocument?
    /// Whether the journal does not say yet what the base is about.
    private var isUntold = false
    /// Whether it differs from the base.
    var isChanged = false
    /// The records, in order.
    var records: [(document: JSONDocument, kind: WireRecord)] = []

    /// Begins with the current document.
    init(_ stored: StoredDocument?) throws(JSONError) {
      base = stored?.digest
      isUntold = stored?.isUntold ?? false
      document = try stored.map { stored throws(JSONError) in try JSONDocument(bytes: stored.bytes)
      }
    }

    /// Merges a record over what there is.
    mutating func take(
      _ record: JSONDocument, _ kind: WireRecord
    ) throws(JSONError) -> MergeOutcome {
      guard let result = merge(record, as: kind, into: document) else { return .unchanged }
      if result.outcome == .imported {
        document = try JSONDocument(bytes: result.document)
        isChanged = true
      }
      return result.outcome
    }

    /// The document to write, or of which to tell more; `nil` if there is nothing new.
    func newDocument(of id: IncidentID) -> NewDocument? {
      guard isChanged || isUntold, let document, let incident = decodeIncident(document) else {
        return nil
      }
      let facts = ServiceFacts(incident)
      guard isChanged || !facts.isSilentOnEntities else { return nil }
      return NewDocument(
        id: id, bytes: document.bytes, digest: documentDigest(document.bytes), base: base,
        facts: facts)
    }
  }

  /// The incidents by id, and in the order first met.
  private(set) var works: [IncidentID: Work] = [:]
  private(set) var order: [IncidentID] = []
  private var bytes = 0

  /// Whether it is time to write it.
  var isFull: Bool { order.count >= Self.incidentLimit || bytes >= Self.byteLimit }

  /// Merges a record into its incident's document, which `load` finds when it is met first.
  mutating func take(
    _ record: JSONDocument, _ kind: WireRecord, of id: IncidentID,
    load: () throws(StoreError) -> StoredDocument?
  ) throws(ImportFailure) -> MergeOutcome {
    // Taken out while it changes, so that its list of records is not copied.
    var work: Work
    if let known = works.removeValue(forKey: id) {
      work = known
    } else {
      work = try Self.begin(load)
      order.append(id)
      bytes += work.document?.bytes.count ?? 0
    }
    defer { works[id] = work }
    do throws(JSONError) {
      let outcome = try work.take(record, kind)
      work.records.append((record, kind))
      bytes += record.bytes.count
      return outcome
    } catch {
      throw .record("merged document: \(error)")
    }
  }

  /// What is to be written of some incidents; making it out is most of the work of an import.
  func newDocuments(of ids: [IncidentID]) -> [NewDocument] {
    let works = works
    return onAllCores(ids.count, share: Self.share) { part in
      ids[part].compactMap { works[$0]?.newDocument(of: $0) }
    }.flatMap(\.self)
  }

  /// Merges an incident's records again, over the document that is current now.
  mutating func redo(
    _ id: IncidentID, load: () throws(StoreError) -> StoredDocument?
  ) throws(ImportFailure) {
    guard let old = works[id] else { return }
    var work = try Self.begin(load)
    work.records = old.records
    for (record, kind) in old.records {
      do throws(JSONError) { _ = try work.take(record, kind) } catch {
        throw .record("merged document: \(error)")
      }
    }
    works[id] = work
  }

  private static func begin(
    _ load: () throws(StoreError) -> StoredDocument?
  ) throws(ImportFailure) -> Work {
    let stored: StoredDocument?
    do throws(StoreError) { stored = try load() } catch {
      guard case .damagedDocument(_, let reason) = error else { throw .store(error) }
      throw .record("its incident's document cannot be read: \(reason)")
    }
    do throws(JSONError) { return try Work(stored) } catch {
      throw .record("its incident's document cannot be read: \(error)")
    }
  }
}

/// Why a record could not be merged.
enum ImportFailure: Error {
  /// It concerns this record only.
  case record(String)
  /// It concerns everything.
  case store(StoreError)
}
