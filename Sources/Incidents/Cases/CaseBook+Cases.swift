// SPDX-License-Identifier: MIT

extension CaseBook {
  /// The cases by id, merged ones included.
  public var cases: Cases { Cases(book: self) }

  /// The cases of a book, read one by one as asked for.
  public struct Cases: Sendable {
    let book: CaseBook

    /// How many there are.
    public var count: Int {
      guard let archive = book.base.archive else { return book.changed.count }
      return archive.count + book.changed.keys.count { archive.number(of: $0) == nil }
    }

    /// A case.
    public subscript(id: IncidentID) -> Case? { book.case(id) }

    /// The ids, in no order.
    public var keys: [IncidentID] {
      guard let archive = book.base.archive else { return Array(book.changed.keys) }
      return (0..<archive.count).map(archive.id(at:))
        + book.changed.keys.filter { archive.number(of: $0) == nil }
    }

    /// The cases, in no order.
    public var values: some Collection<Case> {
      keys.lazy.map { book.case($0) ?? Case(id: $0) }
    }
  }
}
