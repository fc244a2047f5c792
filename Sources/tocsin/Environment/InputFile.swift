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
}
