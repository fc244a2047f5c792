// SPDX-License-Identifier: MIT

extension QueryField {
  /// The kind of entity it asks for; `nil` if it asks for something else.
  var entityKind: Entity.Kind? { Entity.Kind(rawValue: rawValue) }

  /// The name a value means wholly: it begins with `=`; `nil` if a part of a name is enough.
  static func wholeName(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    value.count > 1 && value.first == UInt8(ascii: "=") ? value.dropFirst() : nil
  }
}

extension QueueFilter {
  /// A filter that shows the incidents about something, open or not.
  public init(about entity: Entity) {
    guard let field = QueryField(rawValue: entity.kind.rawValue) else {
      self.init()
      return
    }
    self.init(
      Query(.every([.test(.field(field, "=" + entity.name)), .test(.state(.any))])))
  }
}

extension QueueFilter {
  /// A filter that shows just these incidents, open or not.
  public init(ids: [IncidentID]) {
    let tests = ids.map { QueryTerm.test(.field(.id, "=" + $0.text)) }
    self.init(Query(.every([.some(tests), .test(.state(.any))])))
  }
}
