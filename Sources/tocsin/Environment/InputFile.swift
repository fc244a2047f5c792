// SPDX-License-Identifier: MIT

import Glibc

/// Files a command is to read.
enum InputFile {
  /// Refuses a path at which nothing can be read.
  static func check(_ path: String) throws(Failure) {
    var found = stat()
    guard stat(path, &found) == 0 else { throw .noFile(path: path, errno: errno) }
    if found.st_mode & S_IFMT == S_IFDIR { throw .noFile(path: path, errno: EISDIR) }
    guard access(path, R_OK) == 0 else { throw .noFile(path: path, errno: errno) }
  }

  /// The most bytes read at once.
  private static let limit = 16 << 20

  /// All that a file holds; one of more than 16 MB is refused.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .noFile(path: path, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .noFile(path: path, errno: errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .noFile(path: path, errno: EFBIG) }
    }
  }
}
