// SPDX-License-Identifier: MIT

import FoundationEssentials
import Testing

/// The journal as anybody reads it: lines of JSON, without any of the program's own code.
struct JournalFile {
  /// A line.
  struct Line: Decodable {
    let seq: Int
    let by: String
    let uid: UInt32
    let login: String?
    let kind: String
    let on: [String: Int]
    let body: Body

    /// The members of an action's body; an observation has others.
    struct Body: Decodable {
      let response: String?
      let note: String?
      let text: String?
      let owner: String?
      let undoes: Int?
      let classification: String?
      let determination: String?
      let comment: String?

      private enum Name: String, CodingKey {
        case response, note, text, owner, undoes, classification, determination, comment
      }

      init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Name.self)
        func text(_ name: Name) -> String? { try? members.decode(String.self, forKey: name) }
        response = text(.response)
        note = text(.note)
        self.text = text(.text)
        owner = text(.owner)
        undoes = try? members.decode(Int.self, forKey: .undoes)
        classification = text(.classification)
        determination = text(.determination)
        comment = text(.comment)
      }
    }
  }

  /// The bytes of all segments.
  let bytes: Data
  /// The lines, in order.
  let lines: [Line]

  init(of home: Home) throws {
    let folder = "\(home.store)/journal"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    bytes = try names.reduce(into: Data()) { bytes, name in
      bytes += try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    }
    lines = try bytes.split(separator: 0x0A).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
  }

  /// What people did: all but observations.
  var actions: [Line] { lines.filter { $0.kind != "observed" } }

  /// Expects what holds of every journal: printable ASCII, counted lines, and each line on the
  /// versions the lines before it made.
  func expectWellFormed(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      bytes.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) },
      sourceLocation: sourceLocation)
    #expect(bytes.last == 0x0A, sourceLocation: sourceLocation)
    #expect(lines.map(\.seq) == Array(1...lines.count), sourceLocation: sourceLocation)
    var versions: [String: Int] = [:]
    for line in lines {
      for (subject, version) in line.on {
        #expect(
          version == versions[subject] ?? 0, "line \(line.seq)", sourceLocation: sourceLocation)
        versions[subject] = line.seq
      }
    }
  }
}
