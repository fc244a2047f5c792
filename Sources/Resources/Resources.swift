// SPDX-License-Identifier: MIT

import CResources

/// The files of the `Resources` folder, compiled into the program.
public enum Resources {
  /// Names of all files, sorted by their bytes: paths below `Resources` such as
  /// `demo/ransomware.json`.
  public static let names = (0..<cresources_count()).map { String(cString: cresources_at($0).name) }

  /// The contents of a file, or nil if no such file was compiled in.
  public static func bytes(named name: String) -> [UInt8]? {
    names.firstIndex(of: name).map(bytes(at:))
  }

  /// The demo files as they stand in the folder, times still written as ages.
  public static var demo: [(name: String, bytes: [UInt8])] {
    names.indices
      .filter { names[$0].hasPrefix("demo/") }
      .map { (names[$0], bytes(at: $0)) }
  }

  /// The demo files with every age turned into the time it means at a moment.
  ///
  /// - Parameter milliseconds: The moment, in milliseconds since 1970-01-01T00:00:00Z.
  public static func demo(now milliseconds: Int64) -> [(name: String, bytes: [UInt8])] {
    let clock = DemoClock(now: milliseconds)
    return demo.map { ($0.name, clock.replacingAges(in: $0.bytes)) }
  }

  private static func bytes(at index: Int) -> [UInt8] {
    let file = cresources_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
