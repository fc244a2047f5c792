// SPDX-License-Identifier: MIT

import IncidentStore

/// Where the store is: `--store`, else `$TOCSIN_STORE`, else one in the home.
struct StorePlace {
  /// The directory.
  let path: String

  /// The place an option names, or else the environment.
  init(option: String?) throws(Failure) {
    if let option, !option.isEmpty {
      path = option
    } else if let named = Variables["TOCSIN_STORE"] {
      path = named
    } else if let data = Variables["XDG_DATA_HOME"], data.hasPrefix("/") {
      path = data + "/tocsin"
    } else if let home = Variables["HOME"] {
      path = home + "/.local/share/tocsin"
    } else {
      throw .noPlace
    }
  }

  /// Opens the store that is there.
  func open(isReadOnly: Bool) throws -> any Store {
    throw Failure.noStore(path: path)
  }
}
