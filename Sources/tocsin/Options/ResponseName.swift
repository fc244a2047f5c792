// SPDX-License-Identifier: MIT

import Incidents

/// What a person types for a response: its id, or what only one id of the incident begins with.
enum ResponseName {
  /// The fewest bytes of a beginning: less is a slip more often than a choice.
  static let leastBytes = 4

  /// The ids meant, without repetition, in the order typed; what fits none stays as it is.
  static func ids(_ names: [String], of view: Case?) throws(Failure) -> [String] {
    let known = view?.responses.map(\.id) ?? []
    var ids: [String] = []
    for name in names {
      let id = try id(name, among: known)
      if !ids.contains(where: { $0.utf8.elementsEqual(id.utf8) }) { ids.append(id) }
    }
    return ids
  }

  private static func id(_ name: String, among known: [String]) throws(Failure) -> String {
    if known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { return name }
    guard name.utf8.count >= leastBytes else { return name }
    let fitting = known.filter { $0.utf8.starts(with: name.utf8) }
    if fitting.count > 1 { throw .ambiguousResponse(name, fitting) }
    return fitting.first ?? name
  }
}
