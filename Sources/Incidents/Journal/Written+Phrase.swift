// SPDX-License-Identifier: MIT

extension Note {
  /// What was noted, as a phrase: "noted next step: call site IT".
  var phrase: String {
    var parts: [String] = []
    func add(_ name: String, _ text: String?) {
      guard let text else { return }
      parts.append(text.isEmpty ? "no \(name)" : "\(name): \(text)")
    }
    add("hypothesis", hypothesis)
    add("next step", nextStep)
    add("blocker", blocker)
    add("due", due.map { $0?.dayAndTime ?? "" })
    return "noted " + parts.joined(separator: "; ")
  }
}

extension TagEdit {
  /// What was done, as a phrase: "tagged vip; took off reviewed".
  var phrase: String {
    [
      add.isEmpty ? nil : "tagged " + add.joined(separator: ", "),
      remove.isEmpty ? nil : "took off " + remove.joined(separator: ", "),
    ].compactMap(\.self).joined(separator: "; ")
  }
}

extension Snooze {
  /// What was done, as a phrase: "snoozed until 2026-11-23 12:15Z: site IT calls back".
  func phrase(titles incident: Incident?) -> String {
    "snoozed until \(condition(titles: incident)): \(reason)"
  }

  /// What wakes it: "2026-11-23 12:15Z or Isolate FIN-SRV-04 is done".
  public func condition(titles incident: Incident?) -> String {
    [until?.dayAndTime, response.map { "\(incident.responseTitle($0)) has an outcome" }]
      .compactMap(\.self).joined(separator: " or ")
  }
}

extension Incident? {
  /// The title of a response, where the incident is at hand.
  func responseTitle(_ id: String) -> String {
    let title = self?.responses.first { $0.id.hasSameBytes(as: id) }?.title ?? ""
    return title.isEmpty ? "response \(id)" : title
  }
}
