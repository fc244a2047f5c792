// SPDX-License-Identifier: MIT

import Cells
import Console
import Incidents
import TestSupport
import Testing

/// The console while its store is read, and when it starts from an index.
@Suite struct LoadingTests {
  /// A console that was told of nothing yet, and the lines it could be told of.
  private func empty() -> (story: Story, entries: [JournalEntry]) {
    let clock = FixedClock()
    let filled = MemoryStore(holding: SampleIncident.queue, clock: clock)
    let story = Story(on: filled, by: "alice", clock: clock)
    story.set {
      $0 = State(
        author: Story.author("alice"), storeTitle: "soc", now: clock.now,
        size: Size(rows: 24, columns: 80))
    }
    return (story, filled.entries(after: 0))
  }

  private func loaded(_ entries: some Sequence<JournalEntry>, isWhole: Bool) -> Message {
    let book = entries.reduce(into: CaseBook()) { $0.apply($1) }
    return .loaded(book, TriageQueue(book), isWhole: isWhole)
  }

  @Test func `while the store is read it says how far it is`() {
    let (story, _) = empty()
    #expect(story.screen.contains("Reading the store."))
    story.tell(.reading(Reading(lines: 41_000, expected: 100_000)))
    #expect(story.screen.contains("Reading 41,000 of about 100,000 lines."))
    story.tell(.reading(Reading(lines: 999, expected: 1_234_567)))
    #expect(story.screen.contains("Reading 999 of about 1,234,567 lines."))
  }

  @Test func `what was read so far shows, and the notice goes when all was read`() {
    let (story, entries) = empty()
    story.tell(.reading(Reading(lines: 2, expected: 5)))
    story.tell(loaded(entries.prefix(2), isWhole: false))
    #expect(story.state.queue.count == 2)
    #expect(story.screen.contains("Reading 2 of about 5 lines."))
    story.tell(loaded(entries, isWhole: true))
    #expect(story.state.queue.count == entries.count)
    #expect(!story.screen.contains("Reading"))
  }

  @Test func `until a key was pressed the first row is selected, whichever it is by then`() {
    let (story, entries) = empty()
    let order = TriageQueue(entries.reduce(into: CaseBook()) { $0.apply($1) }).rows.map(\.id)
    // The last row of all is the first while it is alone.
    let last = entries.filter { $0.incidents == [order[order.count - 1]] }
    story.tell(loaded(last, isWhole: false))
    #expect(story.state.queuePane.shown.count <= 1)
    story.tell(loaded(entries, isWhole: true))
    #expect(story.state.selectedID == order.first)
  }

  @Test func `what a key selected stays selected while more is read`() {
    let (story, entries) = empty()
    story.tell(loaded(entries.prefix(3), isWhole: false))
    story.press("j")
    let chosen = story.state.selectedID
    story.tell(loaded(entries, isWhole: true))
    #expect(story.state.selectedID == chosen)
  }

  @Test func `a book older than what is known changes nothing`() {
    let (story, entries) = empty()
    story.tell(loaded(entries, isWhole: true))
    let before = story.state
    story.tell(loaded(entries.dropLast(), isWhole: true))
    #expect(story.state == before)
  }

  @Test func `lines told after a whole book are folded onto it`() {
    let (story, entries) = empty()
    story.tell(loaded(entries.dropLast(), isWhole: true))
    story.tell(.journalGrew(entries))
    #expect(story.state.book == entries.reduce(into: CaseBook()) { $0.apply($1) })
    #expect(story.state.queue == TriageQueue(story.state.book))
  }
}
