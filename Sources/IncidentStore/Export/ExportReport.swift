// SPDX-License-Identifier: MIT

/// What was copied of a store, and what the copy is worth.
public struct ExportReport: Hashable, Sendable {
  /// Where the copy is.
  public var place: String
  /// How many files were copied.
  public var files: Int
  /// What was left out because it cannot be trusted: a link, a pipe, another's file.
  public var leftOut: [Verification.Place]
  /// What checking the copy found.
  public var verification: Verification
}
