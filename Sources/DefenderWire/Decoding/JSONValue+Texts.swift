// SPDX-License-Identifier: MIT

extension JSONValue {
  /// Whether it is a string that holds what is no text.
  var isDamagedText: Bool { !node.traits.isEmpty && string?.isDamaged == true }

  /// Whether it is a string longer than what is shown.
  var isLongText: Bool {
    kind == .string && node.content.count > FieldReader.textLimit
      && (string?.text.utf8.count ?? 0) > FieldReader.textLimit
  }

  /// The first string inside an object that is so, and the names that lead to it.
  func firstText(where condition: (JSONValue) -> Bool) -> (path: String, text: JSONValue)? {
    for entry in index..<endIndex where storage.nodes[entry].kind == .string {
      let value = JSONValue(storage: storage, index: entry)
      if condition(value) { return (path(to: entry), value) }
    }
    return nil
  }

  /// The path from this object to an entry of the tape inside it.
  private func path(to entry: Int) -> String {
    var path = ""
    var value = self
    while value.index != entry {
      guard let step = value.step(towards: entry) else { break }
      path += step.name.hasPrefix("[") || path.isEmpty ? step.name : "." + step.name
      value = step.value
    }
    return path
  }

  private func step(towards entry: Int) -> (name: String, value: JSONValue)? {
    for member in members where member.value.holds(entry) { return (member.name, member.value) }
    for (index, element) in elements.enumerated() where element.holds(entry) {
      return ("[\(index)]", element)
    }
    return nil
  }

  private func holds(_ entry: Int) -> Bool { (index..<endIndex).contains(entry) }
}
