// SPDX-License-Identifier: MIT

internal import Incidents

/// The unfinished files that writers who ended too early left in a store.
///
/// Nobody reads them. While they are young somebody may still be writing them.
struct StoreRemains {
  /// How long anything is kept that nothing refers to, milliseconds.
  private static let keepTime: Int64 = 24 * 3600 * 1000

  private let files: any FileSystem
  private let layout: StoreLayout

  init(_ files: any FileSystem, _ layout: StoreLayout) {
    self.files = files
    self.layout = layout
  }

  /// What last changed before this may go, milliseconds since 1970.
  func limit(at time: Timestamp) -> Int64 { time.milliseconds - Self.keepTime }

  /// Every directory in which there can be any.
  var directories: [String] {
    let shards = names(in: layout.incidents).map { layout.incidents + "/" + $0 }
    return [layout.root] + layout.directories + shards
  }

  /// Their paths, with the time each last changed.
  func found(in directories: [String]) -> [(path: String, modifiedAt: Int64)] {
    directories.flatMap { directory in
      names(in: directory).filter { $0.hasSuffix(".tmp") }.sorted().compactMap { name in
        let path = directory + "/" + name
        guard let status = (try? files.status(at: path)) ?? nil, status.kind == .regular else {
          return nil
        }
        return (path, status.modifiedAt.milliseconds)
      }
    }
  }

  /// Removes the old ones; tells which are gone, and which are another's to remove.
  func remove(
    olderThan limit: Int64, in directories: [String]
  ) -> (gone: [String], kept: [String]) {
    var gone: [String] = []
    var kept: [String] = []
    for (path, modifiedAt) in found(in: directories) where modifiedAt < limit {
      do {
        try files.remove(path)
        gone.append(path)
      } catch { kept.append(path) }
    }
    return (gone, kept)
  }

  private func names(in path: String) -> [String] {
    guard (try? files.status(at: path))?.kind == .directory else { return [] }
    return ((try? files.names(in: path)) ?? []).sorted()
  }
}
