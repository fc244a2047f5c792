// SPDX-License-Identifier: MIT

extension ResponseCase {
  /// What `response:` looks at, in lower case, each text ended: two names of the status, the action,
  /// the title and the target.
  var searchedTexts: [UInt8] {
    [
      status.value.graphName, status.value.title, action.graphName, title, service?.target ?? "",
    ].flatMap { $0.folded + [QueueRow.textEnd] }
  }
}

/// What `response:` asks of a response.
struct ResponseQuestion {
  private let part: [UInt8]
  private let status: NameMatch

  init(_ value: String) {
    part = value.folded
    status = NameMatch(value, among: ResponseStatus.names.flatMap { [$0.name, $0.value.title] })
  }

  /// Bytes that occur in the searched texts of each response that is meant.
  var necessaryWord: [UInt8] { status.isVerbatim ? part : [] }

  /// Whether a response is meant, by its searched texts.
  func isMeant(_ texts: ArraySlice<UInt8>) -> Bool {
    var rest = texts
    let names = [Self.next(&rest), Self.next(&rest)]
    if !status.isVerbatim, names.contains(where: status.matches) { return true }
    return !status.isExact && rest.contains(word: part)
  }

  private static func next(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = rest.prefix { $0 != QueueRow.textEnd }
    rest = rest.dropFirst(text.count + 1)
    return text
  }
}
