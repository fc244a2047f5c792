// SPDX-License-Identifier: MIT

/// How many responses an incident has, where not each of them is known.
public struct ResponseCounts: Hashable, Sendable {
  /// All of them.
  public var total: Int
  /// Those without an outcome.
  public var open: Int
  /// Those that ask something of the customer.
  public var yours: Int

  /// Makes counts.
  public init(total: Int = 0, open: Int = 0, yours: Int = 0) {
    self.total = total
    self.open = open
    self.yours = yours
  }

  /// The counts of responses, as the service says them.
  public init(of responses: some Sequence<ResponseFacts>) {
    self.init()
    for response in responses {
      total += 1
      if !response.status.isFinished { open += 1 }
      if response.isOpenForCustomer { yours += 1 }
    }
  }

  /// What is left when others are taken away, never less than none.
  func less(_ other: ResponseCounts) -> ResponseCounts {
    ResponseCounts(
      total: max(0, total - other.total), open: max(0, open - other.open),
      yours: max(0, yours - other.yours))
  }

  static func += (counts: inout ResponseCounts, more: ResponseCounts) {
    counts.total += more.total
    counts.open += more.open
    counts.yours += more.yours
  }
}

extension ResponseFacts {
  /// Whether, as the service says it, the customer must do something.
  var isOpenForCustomer: Bool {
    status == .failed || performer.isCustomer && !status.isFinished
  }
}

extension Case {
  /// The responses of which only the number is known, those of incidents merged into it included.
  ///
  /// What is counted and known is not counted twice: a response once told stays in the case.
  public var unseen: ResponseCounts {
    guard let counts = service.responseCounts else { return absorbed }
    let known = responses.lazy.filter { $0.source == nil }.compactMap(\.service)
    var unseen = counts.less(ResponseCounts(of: known))
    unseen += absorbed
    return unseen
  }
}
