// SPDX-License-Identifier: MIT

/// What shows from outside that a store changed, without opening anything: it is compared once a
/// second where hints cannot be had.
struct StoreFootprint: Hashable {
  /// The directory: an import moves its stamp there, a failed flush its marker.
  private let root: FileStatus?
  /// The journal's directory, in which segments begin.
  private let journal: FileStatus?
  /// The newest segment, which grows.
  private let segment: FileStatus?
  /// The usual stamp of the last import.
  private let lastImport: FileStatus?

  /// Looks at a store; what is not there or cannot be seen is part of the answer.
  init(_ layout: StoreLayout, _ files: any FileSystem) {
    func look(_ path: String) -> FileStatus? { (try? files.status(at: path)) ?? nil }
    root = look(layout.root)
    journal = look(layout.journal)
    let names = (try? files.names(in: layout.journal)) ?? []
    let newest = names.compactMap(StoreLayout.firstSeq).max()
    segment = newest.flatMap { look(layout.segment(startingAt: $0)) }
    lastImport = look(layout.lastImport)
  }
}
