// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// The version a command was decided on; without it the current one counts.
struct SeenVersion: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Refuse if anybody changed what this changes since that version.", valueName: "version"))
  var ifVersion: Int?

  @Flag(
    help: "Where a second person must approve it, record a request for that instead of failing.")
  var ask = false

  /// Refuses a version there cannot be, before a store is looked at.
  func check() throws(Failure) {
    if let ifVersion, ifVersion < 0 { throw .unfitVersion(ifVersion) }
  }

  /// The proposal of an event on incidents as they were at the version.
  ///
  /// A version none of them has reached is a slip, and would let every change of the others pass.
  func proposal(
    _ event: Event, on ids: [IncidentID], in book: CaseBook
  ) throws(Failure) -> Proposal {
    let views = ids.compactMap { book.view(of: book.current($0)) }
    if let ifVersion, let newest = views.max(by: { $0.version < $1.version }),
      ifVersion > newest.version
    {
      throw .futureVersion(newest.id.text, newest.version)
    }
    return Proposal(event, seen: Dictionary(ids.map { ($0, ifVersion) }) { first, _ in first })
  }

  /// The proposal of an edit of records as they were at the version.
  func proposal(_ edit: RecordEdit, in book: CaseBook) throws(Failure) -> Proposal {
    try check(edit.values.keys, in: book)
    return Proposal(edit, seen: ifVersion)
  }

  /// Refuses a version none of some records has reached.
  func check(_ subjects: some Sequence<Subject>, in book: CaseBook) throws(Failure) {
    let versions = subjects.map { ($0, book.record($0)?.version ?? 0) }
    guard let ifVersion, let newest = versions.max(by: { $0.1 < $1.1 }), ifVersion > newest.1 else {
      return
    }
    throw .futureVersion(newest.0.text, newest.1)
  }
}
