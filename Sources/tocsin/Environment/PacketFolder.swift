// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Reports

/// The files of a hand-off packet, in a directory of their own.
struct PacketFolder {
  /// The directory.
  let path: String

  /// Writes the packet in each format, and their hashes; nothing that is there is overwritten.
  func write(_ document: ReportDocument) throws(Failure) -> [String] {
    let files = [
      ("packet.md", document.encoded(as: .markdown)), ("packet.html", document.encoded(as: .html)),
      ("packet.json", document.encoded(as: .json)),
    ]
    let sums = files.map { "\(documentDigest(Array($0.1.utf8)))  \($0.0)\n" }.joined()
    let all = files + [("SHA256SUMS", sums)]
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system("mkdir", path, errno) }
    for (name, _) in all where access("\(path)/\(name)", F_OK) == 0 {
      Failure.tell("\(path)/\(name) is there already; nothing was written.")
      throw .told(.cannotCreate)
    }
    for (name, text) in all { try write(text, to: "\(path)/\(name)") }
    return all.map { "\(path)/\($0.0)" }
  }

  private func write(_ text: String, to file: String) throws(Failure) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("mkdir", file, errno) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .system("write", file, errno)
      }
    }
    if fsync(descriptor) != 0 { throw .system("fsync", file, errno) }
  }
}
