// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// What a dry run compares with where there is no store yet: nothing, and nothing can be written.
struct EmptyStore: Store {
  let id = ""
  let place: String
  let readOnlyReason: String? = "There is no store yet."

  func entries(after seq: Int) throws(StoreError) -> [JournalEntry] { [] }
  func history(of id: IncidentID) throws(StoreError) -> [JournalEntry] { [] }
  func incident(_ id: IncidentID) throws(StoreError) -> Incident? { nil }
  func document(of id: IncidentID) throws(StoreError) -> StoredDocument? { nil }
  func lastImport() throws(StoreError) -> ImportStamp? { nil }
  func verify() throws(StoreError) -> Verification { Verification(state: .sound) }

  func commit(_ proposal: Proposal, by author: Author) throws(StoreError) -> Commit {
    throw .absent(path: place)
  }
  func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal? {
    throw .absent(path: place)
  }
  func put(_ documents: [NewDocument]) throws(StoreError) { throw .absent(path: place) }
  func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome {
    throw .absent(path: place)
  }
  func quarantine(_ record: QuarantinedRecord) throws(StoreError) { throw .absent(path: place) }
  func noteImport(_ stamp: ImportStamp) throws(StoreError) { throw .absent(path: place) }
}
