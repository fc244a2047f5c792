// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

/// What holds of every query, shown on many.
@Suite struct QueryRandomTests {
  private static let dialect = QueryParsingTests.everything
  private static let words = [
    "a", "loader", "or", "NOT", "and", "two words", "is:any", "x\"y", "back\\", "(", ")", "é",
    "-tag:x", "C:\\x", "\u{202E}", "\u{A0}", "10:15", "\u{0}", "e\u{301}",
  ]

  private func word(_ random: inout SeededGenerator) -> String { random.pick(Self.words) }

  private func test(_ random: inout SeededGenerator) -> QueryTest {
    let severities: [Severity?] = [nil, .low, .medium, .high]
    let spans: [QuerySpan?] = [nil, QuerySpan(minutes: 90), QuerySpan(minutes: 1440)]
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .state(random.pick(QueryState.allCases))
    case 1:
      let from = random.pick(severities)
      return .severities(from: from, to: from == nil ? .medium : random.pick([nil, .high]))
    case 2:
      let from = random.pick(spans)
      let to = from == nil ? QuerySpan(minutes: 5) : random.pick([nil, QuerySpan(minutes: 20_000)])
      return .span(random.pick([.age, .due, .updated]), from: from, to: to)
    case 3, 4:
      let fields = Self.dialect.fields.filter { $0.values == .text }
      return .field(random.pick(fields), word(&random))
    case 5: return .field(.status, random.pick(["active", "rare value", "in progress"]))
    default: return .word(word(&random))
    }
  }

  private func term(_ depth: Int, _ random: inout SeededGenerator) -> QueryTerm {
    guard depth > 0, random.chance(70) else { return .test(test(&random)) }
    let terms = (0..<Int.random(in: 2..<4, using: &random)).map { _ in term(depth - 1, &random) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .not(terms[0])
    case 1: return .every(terms)
    default: return .some(terms)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is written is read as the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    for _ in 0..<50 {
      let query = Query(term(5, &random))
      let text = query.description
      let again = try Query(text, in: Self.dialect)
      #expect(again == query, "\(text)")
      #expect(again.description.utf8.elementsEqual(text.utf8))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `any text is read or refused at a place in it, at any cursor completed in it`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed)
    let pieces =
      Self.words + [
        "(", "not ", "or ", " ", ":", "..", "\"", "\\", "sev:", "age:", "is:", "owner:",
      ]
      + ["1d", "high", "\u{1F469}\u{200D}\u{1F4BB}", "\r\n"]
    for _ in 0..<100 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in random.pick(pieces) }
        .joined()
      let count = text.unicodeScalars.count
      do throws(QueryError) {
        let query = try Query(text, in: Self.dialect)
        #expect((try? Query(query.description, in: Self.dialect)) == query, "\(text)")
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text)")
        #expect(!error.sentence.isEmpty)
      }
      let cursor = Int.random(in: -2...count + 2, using: &random)
      let completion = QueryCompletion(text, at: cursor, in: Self.dialect) { _ in
        QueryVocabulary()
      }
      #expect(completion.range.lowerBound >= 0 && completion.range.upperBound <= count)
    }
  }
}
