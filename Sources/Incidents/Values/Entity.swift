// SPDX-License-Identifier: MIT

/// Something an incident is about and other incidents may be about, too: a device, a user, a file,
/// an address, a technique or a category of alerts.
public struct Entity: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A device, by its name.
    case device
    /// A user, by principal name where there is one, else by account name.
    case user
    /// A file or process image, by its name.
    case file
    /// An IP address.
    case address = "ip"
    /// An ATT&CK technique, by its id.
    case technique
    /// A category of alerts, as the service names it: `Malware`, `CredentialAccess`.
    case category
  }

  /// What it is.
  public var kind: Kind
  /// Its name, as the service writes it.
  public var name: String

  /// Makes an entity.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// Whether two are the same thing, names compared as bytes.
  public static func == (left: Entity, right: Entity) -> Bool {
    left.kind == right.kind && left.name.hasSameBytes(as: right.name)
  }

  /// Feeds the name's bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in name.utf8 { hasher.combine(byte) }
  }
}
