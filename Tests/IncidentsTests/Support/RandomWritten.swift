// SPDX-License-Identifier: MIT

import Incidents

extension Event {
  /// Something written at random: a note, tags, a snooze, a classification.
  static func written(_ random: inout SeededGenerator) -> Event {
    let texts = ["", "vip", "e\u{301}", "\u{E9}", "\u{202E}gpj"]
    let time = Timestamp(milliseconds: Int64.random(in: 1..<9, using: &random))
    let note = Note(
      hypothesis: random.pick([nil, random.pick(texts)]), nextStep: random.pick([nil, "call"]),
      blocker: random.pick([nil, "", "key"]), due: random.pick([nil, .some(nil), .some(time)]))
    return random.pick([
      .noted(note),
      .tagged(TagEdit(add: [random.pick(texts)], remove: [random.pick(texts)])),
      .snoozed(
        Snooze(
          until: random.pick([nil, time]), response: random.pick([nil, "r1"]), reason: "wait")),
      .woken, .classified(.truePositive, random.pick([.malware, .phishing])),
    ])
  }
}
