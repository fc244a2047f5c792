// SPDX-License-Identifier: MIT

private import DefenderWire

/// A text typed and not recorded.
package struct KeptDraft: Hashable, Sendable {
  /// What it is for.
  package var key: [String]
  /// The text.
  package var text: String

  /// Makes one.
  package init(key: [String], text: String) {
    self.key = key
    self.text = text
  }
}

extension [KeptDraft] {
  /// The drafts a file holds; what is no draft in it is left out.
  init(_ bytes: [UInt8]) {
    self = []
    guard let drafts = (try? JSONDocument(bytes: bytes))?.root["drafts"] else { return }
    for value in drafts.elements {
      guard let key = value["for"]?.texts, !key.isEmpty, let text = value["text"]?.string?.text
      else { continue }
      append(KeptDraft(key: key, text: text))
    }
  }

  /// The file that holds them.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("drafts")
      writer.array { writer in
        for draft in self {
          writer.object { writer in
            writer.member("for", draft.key)
            writer.member("text", draft.text)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}
