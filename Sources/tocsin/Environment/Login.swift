// SPDX-License-Identifier: MIT

import Glibc

/// Who runs the process, as the system knows them.
struct Login {
  /// The login name, or the user id in digits where the system has no name for it.
  let name: String
  /// The user id.
  let uid: UInt32

  /// The login of this process.
  static var current: Login {
    let uid = getuid()
    guard let entry = getpwuid(uid), let name = entry.pointee.pw_name, name.pointee != 0 else {
      return Login(name: String(uid), uid: uid)
    }
    return Login(name: String(cString: name), uid: uid)
  }
}
