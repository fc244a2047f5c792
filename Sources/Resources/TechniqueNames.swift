// SPDX-License-Identifier: MIT

/// Names and tactics of the MITRE ATT&CK techniques, looked up by id.
public enum TechniqueNames {
  /// Where the names come from, with the attribution their terms of use ask for.
  public static var source: String { table.source }

  /// The name of a technique such as `T1566.001`, or nil if the id is not known.
  ///
  /// Ids are compared byte by byte: `t1566` is not known.
  public static func name(of id: String) -> String? {
    table.line(of: id)?.first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The tactics a technique serves, by their ATT&CK short names; empty if the id is not known.
  public static func tactics(of id: String) -> [String] {
    guard let fields = table.line(of: id), fields.count > 1 else { return [] }
    return fields[1].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let table = TechniqueTable(
    Resources.bytes(named: "attack-techniques.tsv") ?? [])
}
