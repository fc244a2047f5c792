// SPDX-License-Identifier: MIT

/// Who wrote a journal line.
///
/// The journal is tamper-evident, not proof of identity: where the name given differs from the
/// login, both are kept and shown.
public struct Author: Hashable, Sendable {
  /// The name the line is written under.
  public var name: String
  /// The Unix user id of the process.
  public var uid: UInt32
  /// The login, if the name is another one.
  public var login: String?

  /// Makes an author; a login equal to the name is dropped.
  public init(name: String, uid: UInt32, login: String? = nil) {
    self.name = name
    self.uid = uid
    self.login = login == name ? nil : login
  }

  /// The name, with the login where it differs.
  public var title: String { login.map { "\(name) (login \($0))" } ?? name }
}
