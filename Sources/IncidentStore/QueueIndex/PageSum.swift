// SPDX-License-Identifier: MIT

/// A checksum that finds accidents, not attacks.
///
/// An index is the user's own file, and the journal is what counts. Four independent lanes of eight bytes keep it as fast as memory.
func pageSum(_ bytes: [UInt8], from start: Int = 0) -> UInt64 {
  let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
  return bytes.withUnsafeBytes { buffer in
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    func mixed(_ lane: UInt64, _ place: Int) -> UInt64 {
      let word = buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let product = (lane ^ word).multipliedFullWidth(by: prime)
      return product.high ^ product.low &+ word
    }
    var place = start
    while place + 32 <= buffer.count {
      lanes.0 = mixed(lanes.0, place)
      lanes.1 = mixed(lanes.1, place + 8)
      lanes.2 = mixed(lanes.2, place + 16)
      lanes.3 = mixed(lanes.3, place + 24)
      place += 32
    }
    var sum = UInt64(buffer.count - start)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = (sum ^ lane) &* prime }
    while place < buffer.count {
      sum = (sum ^ UInt64(buffer[place])) &* prime
      place += 1
    }
    return sum ^ sum >> 32
  }
}
