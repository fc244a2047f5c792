// SPDX-License-Identifier: MIT

/// The rows a filter lets through, in the order a person chose; rows alike stay in triage order.
///
/// Two places a row are kept, four bytes each, and none in triage order.
public struct OrderedQueue: RandomAccessCollection, Hashable, Sendable {
  /// The rows, in triage order.
  public let rows: FilteredQueue
  /// The order.
  public let order: QueueOrder
  /// What the archive's rows are ordered by, kept for as long as neither changes.
  private let keys: RowKeys?
  /// The place in triage order of each row.
  private let places: [Int32]
  /// The place in this order of each row in triage order.
  private let inverse: [Int32]

  /// No rows.
  public init() { self.init(FilteredQueue(), QueueOrder()) }

  /// No rows, but what the next ones are ordered by is still known.
  public var emptied: OrderedQueue {
    OrderedQueue(keys: keys, order: order)
  }

  private init(keys: RowKeys?, order: QueueOrder) {
    rows = FilteredQueue()
    self.order = order
    self.keys = keys
    places = []
    inverse = []
  }

  /// Rows in an order; `last` is what was shown before, which may know what they are ordered by.
  public init(_ rows: FilteredQueue, _ order: QueueOrder, after last: OrderedQueue? = nil) {
    self.rows = rows
    self.order = order
    guard order.column != .triage else {
      keys = nil
      places = []
      inverse = []
      return
    }
    let known = last?.keys.flatMap { keys in
      keys.base == rows.queue.base && keys.column == order.column
        && keys.count >= rows.archiveRows ? keys : nil
    }
    let keys = known ?? RowKeys(order.column, of: rows.queue.base, upTo: rows.archiveRows)
    let sorted = Self.sorted(rows, order, keys)
    var inverse = Array(repeating: Int32(0), count: sorted.count)
    for place in sorted.indices { inverse[Int(sorted[place])] = Int32(place) }
    self.keys = keys
    places = sorted
    self.inverse = inverse
  }

  private static func sorted(
    _ rows: FilteredQueue, _ order: QueueOrder, _ keys: RowKeys
  ) -> [Int32] {
    // Texts the archive does not have: two of them may stand between the same two of its.
    var texts: [Int32: [UInt8]] = [:]
    var found: [Int64] = []
    found.reserveCapacity(rows.count)
    for source in rows.sources {
      var key: Int64
      switch source {
      case .base(let row): key = keys[row]
      case .fresh(let index):
        let row = rows.queue.fresh[index].row
        if order.column.isText {
          let text = order.column.text(of: row)
          key = keys.key(of: text)
          if key != RowKeys.none, key % 2 == 1 { texts[Int32(found.count)] = text }
        } else {
          key = order.column.number(of: row)
        }
      }
      // What has no value comes last, whichever way.
      found.append(order.isReversed && key != RowKeys.none ? -key : key)
    }
    var places = FlatOrder.places(inOrderOf: found)
    guard !texts.isEmpty else { return places }
    var start = 0
    while start < places.count {
      let key = found[Int(places[start])]
      let end = places[start...].firstIndex { found[Int($0)] != key } ?? places.endIndex
      if texts[places[start]] != nil {
        places[start..<end].sort { left, right in
          guard let text = texts[left], let other = texts[right], text != other else {
            return left < right
          }
          return order.isReversed
            ? other.lexicographicallyPrecedes(text) : text.lexicographicallyPrecedes(other)
        }
      }
      start = end
    }
    return places
  }

  /// The first place.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { rows.endIndex }
  /// The incident at a place.
  public subscript(place: Int) -> IncidentID { rows[triagePlace(of: place)] }

  /// The row at a place.
  public func row(at place: Int) -> QueueRow { rows.row(at: triagePlace(of: place)) }

  /// The place of an incident; `nil` if it is not shown.
  public func place(of id: IncidentID) -> Int? {
    guard let place = rows.place(of: id) else { return nil }
    return inverse.isEmpty ? place : Int(inverse[place])
  }

  /// The place in triage order of each row.
  public var triagePlaces: [Int] { indices.map(triagePlace(of:)) }

  private func triagePlace(of place: Int) -> Int { places.isEmpty ? place : Int(places[place]) }
}
