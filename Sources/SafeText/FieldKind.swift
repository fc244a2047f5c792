// SPDX-License-Identifier: MIT

/// How strict the text of a field is read.
public enum FieldKind: Hashable, Sendable, CaseIterable {
  /// A file name, path, host, address, hash, command line, or raw value: every scalar counts.
  case indicator
  /// A title, description, or subject: one line, where invisible scalars are left out but counted.
  case prose
  /// Command output, a mail body, notes: prose with line breaks.
  case multiline
  /// Text being typed, and the console's own words: one line, every space kept.
  case typed
}
