// SPDX-License-Identifier: MIT

/// Where records come from.
public enum ImportSource: Hashable, Sendable {
  /// A file, or anything that can be read by a path.
  case file(String)
  /// Standard input.
  case standardInput
  /// Bytes at hand, under a name.
  case bytes([UInt8], name: String)

  /// The name for messages: the path, or `-`.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .bytes(_, let name): name
    }
  }
}

/// Reads a source in chunks.
struct ImportInput {
  private static let chunk = 1 << 18

  private let files: any FileSystem
  private var file: OpenFile?
  private var bytes: ArraySlice<UInt8> = []

  init(_ source: ImportSource, _ files: any FileSystem) throws(StoreError) {
    self.files = files
    switch source {
    case .file(let path): file = try files.openInput(path)
    case .standardInput: file = OpenFile(descriptor: 0, path: "-")
    case .bytes(let bytes, _): self.bytes = bytes[...]
    }
  }

  /// The next bytes; none at the end.
  mutating func next() throws(StoreError) -> [UInt8] {
    if let file { return try files.readNext(file, count: Self.chunk) }
    defer { bytes = bytes.dropFirst(Self.chunk) }
    return Array(bytes.prefix(Self.chunk))
  }

  /// Closes what was opened here; standard input is the caller's.
  func close() {
    if let file, file.descriptor != 0 { files.close(file) }
  }
}
