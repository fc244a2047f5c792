// SPDX-License-Identifier: MIT

internal import DefenderWire

extension FuzzTarget {
  /// What is read is written in ASCII, means the same, and is written the same again.
  func jsonFault(_ bytes: [UInt8]) -> String? {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(bytes: bytes) } catch {
      let place = error.position
      let isInside = (0...bytes.count).contains(place.offset) && place.line > 0 && place.column > 0
      return isInside ? nil : "an error outside the text: \(error)"
    }
    visit(document.root)
    let written = written(document.root)
    guard written.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "not ASCII" }
    guard let again = try? JSONDocument(bytes: written) else { return "cannot be read again" }
    guard again.root.isEqual(to: document.root), document.root.isEqual(to: again.root) else {
      return "means something else"
    }
    return self.written(again.root) == written ? nil : "is written differently"
  }

  func written(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.bytes
  }

  /// Asks a value everything there is to ask.
  private func visit(_ root: JSONValue) {
    var waiting = [root]
    while let value = waiting.popLast() {
      _ = (value.string, value.integer, value.double, value.bool, value.numberText)
      _ = (value.position, value.rawBytes.count, value["id"] == nil)
      waiting += value.elements
      for member in value.members {
        _ = member.name
        waiting.append(member.value)
      }
    }
  }
}
