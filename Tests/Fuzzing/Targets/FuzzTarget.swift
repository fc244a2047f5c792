// SPDX-License-Identifier: MIT

/// A reader of bytes that may come from anybody, and what must be true of it for any bytes.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// The JSON reader and writer.
  case json
  /// The scanner of imports, with decoding and merging.
  case records
  /// Lines of the journal and what is folded from them.
  case journal
  /// Stored documents.
  case documents
  /// The index in the cache.
  case index
  /// Text made fit to be shown.
  case text

  /// What does not hold for some bytes, or `nil`; it must neither trap nor hang.
  func fault(with bytes: [UInt8]) -> String? {
    switch self {
    case .json: jsonFault(bytes)
    case .records: recordsFault(bytes)
    case .journal: journalFault(bytes)
    case .documents: documentsFault(bytes)
    case .index: indexFault(bytes)
    case .text: textFault(bytes)
    }
  }
}
