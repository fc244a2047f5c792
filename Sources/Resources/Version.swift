// SPDX-License-Identifier: MIT

import CResources

/// Which tocsin this is.
public enum Version {
  /// The number, such as `0.1.0`: the first word of the newest heading in CHANGELOG.md.
  public static let number = newest(in: String(cString: cresources_changelog()))

  /// The revision in the repository this was built from; empty where that was not known.
  public static let revision = String(cString: cresources_revision())

  /// Number and revision, for people.
  public static var text: String { revision.isEmpty ? number : "\(number) (\(revision))" }

  private static func newest(in changelog: String) -> String {
    let heading = changelog.split(separator: "\n").first { $0.hasPrefix("## ") }
    return heading?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }
}
