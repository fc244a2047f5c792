// SPDX-License-Identifier: MIT

extension Int {
  /// So many of something: "1 incident", "2 incidents".
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
