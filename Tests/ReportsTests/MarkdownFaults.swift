// SPDX-License-Identifier: MIT

/// What in a page of Markdown could be more than text; empty if nothing.
///
/// A small reader of the inline rules: escapes, code spans, and what dialects turn into links.
func markdownFaults(in text: String, isRaw: Bool) -> [String] {
  var faults: [String] = []
  var isFenced = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("```") {
      isFenced.toggle()
      if line != "```" && line != "```text" { faults.append("fence: \(line)") }
      continue
    }
    if isFenced { continue }
    if line.hasPrefix("    ") || line.hasPrefix("\t") { faults.append("code: \(line)") }
    if line.allSatisfy({ $0 == "=" || $0 == "-" }) && !line.isEmpty {
      faults.append("rule: \(line)")
    }
    faults += inlineFaults(in: Array(line.unicodeScalars), isRaw: isRaw)
  }
  return faults
}

private func inlineFaults(in line: [Unicode.Scalar], isRaw: Bool) -> [String] {
  var faults: [String] = []
  var shown: [Unicode.Scalar] = []
  var index = 0
  while index < line.count {
    let scalar = line[index]
    if scalar == "\\", index + 1 < line.count, line[index + 1].isASCII,
      !line[index + 1].properties.isAlphabetic, line[index + 1] != " "
    {
      shown.append(line[index + 1])
      index += 2
      continue
    }
    if scalar == "`" {
      let fence = line[index...].prefix { $0 == "`" }.count
      guard let end = endOfCode(in: line, from: index + fence, fence: fence) else {
        faults.append("open code: \(String(String.UnicodeScalarView(line)))")
        return faults
      }
      shown.append(" ")
      index = end
      continue
    }
    if "<[&".unicodeScalars.contains(scalar) && !isBox(line, at: index) {
      faults.append("bare \(scalar) in \(String(String.UnicodeScalarView(line)))")
    }
    shown.append(scalar)
    index += 1
  }
  guard !isRaw else { return faults }
  // The renderers that link bare addresses look at the text after escapes are gone.
  let plain = String(String.UnicodeScalarView(shown)).lowercased()
  for sign in ["http://", "https://", "ftp://", "www.", "me@", "@everyone"]
  where plain.contains(sign) && !plain.contains("[@]everyone") {
    faults.append("link \(sign) in \(plain)")
  }
  return faults
}

/// `[ ]` and `[x]` of a checklist, at the start of an item.
private func isBox(_ line: [Unicode.Scalar], at index: Int) -> Bool {
  index == 2 && line.starts(with: "- [".unicodeScalars) && line.count > 4 && line[4] == "]"
}

private func endOfCode(in line: [Unicode.Scalar], from start: Int, fence: Int) -> Int? {
  var index = start
  while index < line.count {
    guard line[index] == "`" else {
      index += 1
      continue
    }
    let run = line[index...].prefix { $0 == "`" }.count
    if run == fence { return index + run }
    index += run
  }
  return nil
}
