// SPDX-License-Identifier: MIT

import DefenderWire
import IncidentStore

/// What `doctor` found, for people and for programs.
struct DoctorText {
  private let findings: [Finding]

  /// Text for findings.
  init(_ findings: [Finding]) { self.findings = findings }

  /// One line each: level, subject, what, where, what next.
  var lines: String {
    let widest = findings.map(\.subject.utf8.count).max() ?? 0
    return findings.map { finding in
      let subject =
        finding.subject + String(repeating: " ", count: widest - finding.subject.utf8.count)
      let level =
        finding.level.rawValue
        + String(repeating: " ", count: 9 - finding.level.rawValue.utf8.count)
      let place = finding.place.isEmpty ? "" : " (\(finding.place))"
      let next = finding.next.isEmpty ? "" : " \(finding.next)"
      return shown("\(level)\(subject)  \(finding.what)\(place)\(next)") + "\n"
    }.joined()
  }

  /// One array, each finding an object.
  var json: String {
    var writer = JSONWriter()
    writer.array { writer in
      for finding in findings {
        writer.object {
          $0.member("level", finding.level.rawValue)
          $0.member("subject", finding.subject)
          $0.member("what", finding.what)
          $0.member("where", finding.place.isEmpty ? nil : finding.place)
          $0.member("next", finding.next.isEmpty ? nil : finding.next)
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
