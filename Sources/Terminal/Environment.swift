// SPDX-License-Identifier: MIT

import Glibc

/// The process environment; an empty value counts as none.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
