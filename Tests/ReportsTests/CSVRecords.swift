// SPDX-License-Identifier: MIT

/// The records of comma-separated values, read as RFC 4180 says.
func csvRecords(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = String.UnicodeScalarView()
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"" where isQuoted && scalars.first == "\"":
      field.append("\"")
      scalars.removeFirst()
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      record.append(String(field))
      field.removeAll()
    case "\r" where !isQuoted && scalars.first == "\n":
      scalars.removeFirst()
      records.append(record + [String(field)])
      record = []
      field.removeAll()
    default: field.append(scalar)
    }
  }
  return records
}
