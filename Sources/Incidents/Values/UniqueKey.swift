// SPDX-License-Identifier: MIT

/// Something told apart by bytes.
///
/// Hashing text with many combining marks is quadratic, and `==` takes different bytes for one.
protocol UniqueKey {
  var uniqueKey: [UInt8] { get }
}

/// The values without repetition, in order of first appearance.
func unique<Value: UniqueKey>(_ values: some Sequence<Value>) -> [Value] {
  var seen: Set<[UInt8]> = []
  return values.filter { seen.insert($0.uniqueKey).inserted }
}

extension String: UniqueKey {
  var uniqueKey: [UInt8] { Array(utf8) }
}
