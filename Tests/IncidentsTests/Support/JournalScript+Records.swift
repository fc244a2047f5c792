// SPDX-License-Identifier: MIT

import Incidents

extension JournalScript {
  /// Sets fields of a record, as far as they are not so already.
  mutating func keep(
    _ name: String, _ noun: RecordNoun, _ record: String, _ values: [String: String]
  ) {
    guard let subject = Subject(noun, record) else { return }
    keep(name, RecordEdit(subject, values))
  }
}
