// SPDX-License-Identifier: MIT

private import Glibc

extension StoreError {
  /// The error number of a failed system call.
  package var errno: Int32? {
    if case .system(_, _, let errno) = self { errno } else { nil }
  }

  /// Whether nothing is there.
  var isAbsence: Bool { errno == ENOENT || errno == ENOTDIR }
  /// Whether something is there already.
  var isExistence: Bool { errno == EEXIST }
  /// Whether the user may not.
  var isRefusal: Bool { errno == EACCES || errno == EPERM || errno == EROFS }
  /// Whether the path is a symbolic link, which is not followed.
  var isLink: Bool { errno == ELOOP }

  /// Whether the path is a directory or a socket, which cannot be opened as a file.
  var isOtherKind: Bool { errno == EISDIR || errno == ENXIO }

  /// What an error number means, in the system's words.
  package static func meaning(ofErrno errno: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(errno, &buffer, buffer.count) == 0 else { return "error \(errno)" }
    return String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
