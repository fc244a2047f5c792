// SPDX-License-Identifier: MIT

private import Glibc

/// What is fuzzed; the arguments are libFuzzer's, whose main this program has.
private let target: FuzzTarget = {
  let name = getenv("TOCSIN_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    print("TOCSIN_FUZZ_TARGET is one of: \(names)")
    exit(64)
  }
  return target
}()

/// Takes one input from libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = target.fault(with: bytes) { fatalError(fault) }
  return 0
}
