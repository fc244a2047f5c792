// SPDX-License-Identifier: MIT

internal import Console
import IncidentStore
import Incidents

extension Environment {
  /// What can be shown at once; nothing if the store must be read first.
  var ready: [Message] {
    guard let book = store.ready else { return [] }
    return [.loaded(book, TriageQueue(book), isWhole: true)] + imported + [writability]
  }

  /// Reads the store and tells of it, part by part and at last whole.
  func load(_ tell: ([Message]) -> Void) {
    do throws(StoreError) {
      let whole = try store.load { loading in
        var messages = [
          Message.reading(Reading(lines: loading.lines, expected: loading.expected))
        ]
        if let book = loading.book {
          messages.append(.loaded(book, TriageQueue(book), isWhole: false))
        }
        tell(messages)
      }
      tell([.loaded(whole, TriageQueue(whole), isWhole: true)] + imported + [writability])
    } catch {
      tell([.noticed(.failure, sentence(error))])
    }
  }

  /// The same content, read from the index just written; lines the console was not told of come
  /// first, so that they are news.
  func rebased(after seq: Int) -> [Message] {
    guard let book = try? store.snapshot(), let entries = try? store.entries(after: seq) else {
      return []
    }
    return [
      .journalGrew(entries.filter { $0.seq <= book.seq }),
      .loaded(book, TriageQueue(book), isWhole: true),
    ]
  }

  /// What was looked at in an earlier console, and the lines since; none where there are too many
  /// to be news.
  var lookedBefore: [Message] {
    let looks = recallLooks() ?? Looks()
    guard let told = looks.told else { return [.lookedBefore(looks, [])] }
    let entries = (try? store.entries(after: told.seq)) ?? []
    return [.lookedBefore(looks, entries.count > Self.newsLimit ? [] : entries)]
  }

  /// The most lines read again as news.
  private static var newsLimit: Int { 20_000 }

  /// How the store stands.
  var writability: Message { store.readOnlyReason.map { .becameReadOnly($0) } ?? .becameWritable }

  private var imported: [Message] {
    guard let stamp = (try? store.lastImport()) ?? nil else { return [] }
    return [.imported(at: stamp.at, unread: stamp.quarantined)]
  }
}
