// SPDX-License-Identifier: MIT

internal import Console
import IncidentStore
internal import Incidents

extension Environment {
  /// The most lines given at a time.
  private static let pageLines = 200
  /// The most lines of the journal read for them: what else waits must not wait long.
  private static let readLines = 4000

  /// The lines wanted, as far as they can be found without making others wait.
  func history(_ query: HistoryQuery) -> [Message] {
    do throws(StoreError) {
      let page =
        if let id = query.incident {
          try history(of: id, query)
        } else {
          try lines(query)
        }
      return [.historyRead(query, page)]
    } catch {
      return [
        .historyRead(query, HistoryPage(entries: [], next: nil)),
        .noticed(.failure, sentence(error)),
      ]
    }
  }

  private func history(
    of id: IncidentID, _ query: HistoryQuery
  ) throws(StoreError) -> HistoryPage {
    let wanted = try store.history(of: id).filter { $0.seq < query.before && query.wants($0) }
    let page = Array(wanted.suffix(Self.pageLines).reversed())
    return HistoryPage(entries: page, next: wanted.count > page.count ? page.last?.seq : nil)
  }

  private func lines(_ query: HistoryQuery) throws(StoreError) -> HistoryPage {
    var found: [JournalEntry] = []
    var before = query.before
    let end = max(0, before - Self.readLines)
    while before > 1, before > end, found.count < Self.pageLines {
      let first = max(1, before - Self.pageLines)
      let lines = try store.entries(from: first, through: before - 1)
      found += lines.reversed().filter(query.wants)
      before = first
    }
    return HistoryPage(entries: found, next: before > 1 ? before : nil)
  }
}
