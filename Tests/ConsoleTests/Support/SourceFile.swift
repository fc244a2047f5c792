// SPDX-License-Identifier: MIT

import FoundationEssentials

/// A file of the project, by its path from the root.
struct SourceFile {
  let text: String

  init(_ path: String, from file: String = #filePath) {
    var root = file.split(separator: "/")
    while let last = root.popLast(), last != "Tests" {}
    let data = FileManager.default.contents(
      atPath: "/" + root.joined(separator: "/") + "/" + path)
    text = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
