// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

extension JSONWriter {
  /// Writes a member that is text, or `null`.
  mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a member that is a number.
  mutating func member(_ name: String, _ number: Int) {
    self.name(name)
    integer(number)
  }

  /// Writes a member that is a number, or `null`.
  mutating func member(_ name: String, _ number: Int?) {
    self.name(name)
    if let number { integer(number) } else { null() }
  }

  /// Writes a member that is true or false.
  mutating func member(_ name: String, _ flag: Bool) {
    self.name(name)
    bool(flag)
  }

  /// Writes a member that is a moment, or `null`.
  mutating func member(_ name: String, _ moment: Timestamp?) { member(name, moment?.iso8601) }

  /// Writes a member that is a canonical name, or the raw text of an unknown one.
  mutating func member(_ name: String, _ value: some GraphValue) { member(name, value.graphName) }

  /// Writes a member that says who saw something and when, or `null`.
  mutating func member(_ name: String, _ acknowledgement: Case.Acknowledgement?) {
    self.name(name)
    guard let acknowledgement else { return null() }
    object {
      $0.member(by: acknowledgement.by)
      $0.member("at", acknowledgement.at)
    }
  }

  /// Writes who did something: the name, and the login where that is another.
  mutating func member(by author: Author) {
    member("by", author.name)
    if let login = author.login { member("login", login) }
  }

  /// Writes a member that is a list of texts.
  mutating func member(_ name: String, _ texts: [String]) {
    list(name, texts) { $0.string($1) }
  }

  /// Writes a member that is a list, each element by the body.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array { for element in elements { body(&$0, element) } }
  }

  /// Writes a member that is a list of objects, each one's members by the body.
  mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    list(name, elements) { writer, element in writer.object { body(&$0, element) } }
  }
}
