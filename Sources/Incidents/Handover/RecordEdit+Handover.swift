// SPDX-License-Identifier: MIT

extension RecordEdit {
  /// What is set on a handover, as a phrase: "signed handover …: 12 lines"; `nil` for anything else.
  static func handoverPhrase(_ subject: Subject, _ fields: [String: String]) -> String? {
    guard subject.noun == .handover else { return nil }
    func count(_ prefix: String) -> Int { fields.keys.count { $0.hasPrefix(prefix) } }
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    if fields["state"] == "signed" {
      var phrase = "signed handover \(subject.name): \(lines(count("line/")))"
      if let unworked = fields["unworked"], !unworked.isEmpty {
        phrase += ", without a next step: \(unworked)"
      }
      return phrase
    }
    let acknowledged = count("ack/")
    guard acknowledged == fields.count, !fields.isEmpty else { return nil }
    return "acknowledged \(lines(acknowledged)) of handover \(subject.name)"
  }
}
