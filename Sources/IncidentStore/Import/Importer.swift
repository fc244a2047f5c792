// SPDX-License-Identifier: MIT

internal import DefenderWire
public import Incidents

/// Takes records of any kind and mix into a store.
///
/// Memory is bounded by one batch, however long the input. Reading the same bytes again writes
/// nothing but the time of the import.
public struct Importer: Sendable {
  /// How often a batch is merged again because others were faster.
  private static let roundLimit = 20
  /// The most damaged fragments of one source that are kept.
  ///
  /// What holds more is hardly JSON: every line of a log would become two files in quarantine.
  static let fragmentLimit = 1000

  let store: any Store
  let author: Author
  let clock: @Sendable () -> Timestamp
  let isDryRun: Bool
  let files: any FileSystem

  /// Makes an importer; a dry run writes nothing and reports what would have come of it.
  public init(
    into store: any Store, by author: Author, isDryRun: Bool = false,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.store = store
    self.author = author
    self.clock = clock
    self.isDryRun = isDryRun
    files = PosixFileSystem()
  }

  /// Reads sources one after another; `progress` is called about every 256 KiB.
  public func run(
    _ sources: [ImportSource], progress: (ImportProgress) -> Void = { _ in }
  ) throws(StoreError) -> ImportReport {
    if !isDryRun, let reason = store.readOnlyReason { throw .readOnly(reason: reason) }
    var report = ImportReport()
    var batch = ImportBatch()
    for source in sources {
      try read(source, &batch, &report, progress)
    }
    try write(&batch, &report)
    // Where nothing was of use, what is here became no fresher.
    if !isDryRun && !report.isUseless {
      try store.noteImport(
        ImportStamp(
          at: clock(), by: author, sources: sources.map(\.name), quarantined: report.quarantined))
    }
    if !isDryRun && report.isUseless && report.quarantined > 0,
      var stamp = try store.lastImport()
    {
      stamp.quarantined += report.quarantined
      try store.noteImport(stamp)
    }
    return report
  }

  private func read(
    _ source: ImportSource, _ batch: inout ImportBatch, _ report: inout ImportReport,
    _ progress: (ImportProgress) -> Void
  ) throws(StoreError) {
    var input = try ImportInput(source, files)
    defer { input.close() }
    var scanner = RecordScanner()
    let before = report.quarantined
    while true {
      let bytes = try input.next()
      let found = bytes.isEmpty ? scanner.finish() : scanner.feed(bytes)
      for record in found {
        let isFlooded = report.quarantined - before >= Self.fragmentLimit
        try take(record, from: source.name, isFlooded: isFlooded, &batch, &report)
      }
      report.bytes += bytes.count
      progress(
        ImportProgress(source: source.name, records: report.records, bytes: report.bytes))
      if bytes.isEmpty { break }
    }
    let surplus = report.quarantined - before - Self.fragmentLimit
    if surplus > 0 { report.floods.append(.init(source: source.name, count: surplus)) }
    if scanner.facts.isEmptyPage { report.emptySources.append(source.name) }
    if scanner.facts.isCutOff { report.cutOffSources.append(source.name) }
    if scanner.facts.hasNextLink { report.partialSources.append(source.name) }
  }

  private func take(
    _ scanned: ScannedRecord, from source: String, isFlooded: Bool, _ batch: inout ImportBatch,
    _ report: inout ImportReport
  ) throws(StoreError) {
    switch scanned {
    case .damaged(let damage):
      let remark = ImportReport.Remark(
        source: source, line: damage.position.line, offset: damage.position.offset,
        reason: damage.reason)
      try quarantine(damage.bytes, remark, isKept: !isFlooded, &report)
    case .record(let record, let position):
      var remark = ImportReport.Remark(
        source: source, line: position.line, offset: position.offset, reason: "")
      let kind = WireRecord(record)
      switch kind {
      case .incident(let id), .alert(incident: let id), .task(incident: let id):
        do throws(ImportFailure) {
          let outcome = try batch.take(record, kind, of: id) { () throws(StoreError) in
            try store.document(of: id)
          }
          report.count(outcome)
          if kind == .incident(id), record.root.hasUntoldStatus {
            report.untoldStatuses.insert(id)
          }
        } catch {
          switch error {
          case .store(let error): throw error
          case .record(let reason):
            remark.reason = reason
            try quarantine(record.bytes, remark, isKept: !isFlooded, &report)
          }
        }
        if batch.isFull { try write(&batch, &report) }
      case .foreign(let reason):
        remark.reason = reason
        report.unrecognised += 1
        if report.strangers.count < ImportReport.remarkLimit { report.strangers.append(remark) }
      case .damaged(let reason):
        remark.reason = reason
        try quarantine(record.bytes, remark, isKept: !isFlooded, &report)
      }
    }
  }

  private func quarantine(
    _ bytes: [UInt8], _ remark: ImportReport.Remark, isKept: Bool, _ report: inout ImportReport
  ) throws(StoreError) {
    guard !isKept || report.fragments.insert(documentDigest(bytes)).inserted else {
      report.repeated += 1
      return
    }
    report.quarantined += 1
    if report.damage.count < ImportReport.remarkLimit { report.damage.append(remark) }
    guard isKept, !isDryRun else { return }
    try store.quarantine(
      QuarantinedRecord(
        bytes: bytes, reason: remark.reason, source: remark.source, line: remark.line,
        offset: remark.offset))
  }

  /// Writes a batch and makes it current; what others changed meanwhile is merged again.
  private func write(
    _ batch: inout ImportBatch, _ report: inout ImportReport
  ) throws(StoreError) {
    defer { batch = ImportBatch() }
    var rest = batch.order
    for _ in 0..<Self.roundLimit where !rest.isEmpty {
      let documents = batch.newDocuments(of: rest)
      guard !documents.isEmpty else { return }
      guard !isDryRun else {
        report.documents += documents.count
        report.lines += documents.count
        return
      }
      try store.put(documents)
      let outcome = try store.observe(documents, by: author)
      report.documents += outcome.entries.count
      report.lines += outcome.entries.count
      rest = outcome.stale
      for id in rest {
        do throws(ImportFailure) {
          try batch.redo(id) { () throws(StoreError) in try store.document(of: id) }
        } catch {
          if case .store(let error) = error { throw error }
        }
      }
    }
    guard rest.isEmpty else { throw .busy(holder: "another import of the same incidents") }
  }
}

extension JSONValue {
  /// Whether it is an incident whose status the service did not tell.
  fileprivate var hasUntoldStatus: Bool {
    self["status"]?.string?.text.folded == "unknownFutureValue".folded
  }
}

extension ImportReport {
  fileprivate mutating func count(_ outcome: MergeOutcome) {
    switch outcome {
    case .imported: imported += 1
    case .unchanged: unchanged += 1
    case .older: older += 1
    }
  }
}
