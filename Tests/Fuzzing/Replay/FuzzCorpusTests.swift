// SPDX-License-Identifier: MIT

import FoundationEssentials
import Testing

/// What fuzzing tried and found, once more: every input of the corpora, and the demo.
@Suite struct `Inputs of the fuzzer` {
  @Test(arguments: FuzzTarget.allCases)
  func `nothing in the corpus traps, hangs or breaks a promise`(_ target: FuzzTarget) throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let corpus = here.appending(path: "../corpus/\(target.rawValue)").standardized
    let demo = here.appending(path: "../../../Resources/demo").standardized
    var inputs = try files(in: corpus)
    #expect(inputs.count >= 5)
    inputs += try files(in: demo)
    for input in inputs {
      let fault = target.fault(with: Array(try Data(contentsOf: input)))
      #expect(fault == nil, "\(target.rawValue) \(input.lastPathComponent)")
    }
  }

  private func files(in directory: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      .map { directory.appending(path: $0) }
  }
}
