// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore

/// The person's own directories, for what is remembered and for the index.
///
/// Where they cannot be written to, everything works all the same; `doctor` and `--verbose` say so, and nothing else does.
enum OwnPlaces {
  /// Why nothing can be kept in a directory, as a sentence; `nil` if it can.
  ///
  /// Nothing is made to find that out: the nearest directory that is there tells.
  static func refusal(at path: String) -> String? {
    var place = path[...]
    while true {
      var found = stat()
      let name = place.isEmpty ? "/" : String(place)
      if stat(name, &found) == 0 {
        guard found.st_mode & S_IFMT == S_IFDIR else { return "\(name) is not a directory." }
        guard access(name, W_OK | X_OK) != 0 else { return nil }
        return "\(name): \(Failure.text(of: errno))."
      }
      guard errno == ENOENT || errno == ENOTDIR, let slash = place.lastIndex(of: "/") else {
        return "\(name): \(Failure.text(of: errno))."
      }
      place = place[..<slash]
    }
  }

  /// Says what cannot be kept, and what that costs.
  static func tell() {
    if let refusal = Memory.current.flatMap({ self.refusal(at: $0.heads.directory) }) {
      Failure.tell("Nothing can be remembered: \(refusal)")
    }
    if let refusal = StorePlace.cacheDirectory.flatMap({ self.refusal(at: $0 + "/tocsin") }) {
      Failure.tell("No index can be kept: \(refusal)")
    }
  }
}
