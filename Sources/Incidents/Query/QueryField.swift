// SPDX-License-Identifier: MIT

/// A field a query can ask for, as a row of the table that feeds parser, completion and reference.
public enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// Where the incident stands.
  case status
  /// How bad it is.
  case severity = "sev"
  /// Who owns it.
  case owner
  /// A tag.
  case tag
  /// A device.
  case device
  /// A user.
  case user
  /// A file.
  case file
  /// An IP address.
  case address = "ip"
  /// An ATT&CK technique.
  case technique
  /// A category of alerts.
  case category
  /// A managed response.
  case response
  /// What raised an alert.
  case source
  /// The incident's id.
  case id
  /// The time since it was created.
  case age
  /// The time left to act on it.
  case due
  /// The time since it was changed.
  case updated
  /// What a line of the journal records.
  case kind
  /// Who wrote a line.
  case by

  /// What kind of value it has.
  public enum Values: Hashable, Sendable {
    /// One of some names, which may be shortened, or what the service wrote.
    case names([String])
    /// The same, in order, and ranges of them.
    case ranks([String])
    /// A text.
    case text
    /// A range of lengths of time.
    case spans
  }

  /// The owner that means the analyst who asks.
  static let me = "me"
  /// The owner that means nobody.
  static let nobody = "none"

  /// The name before the colon.
  public var name: String { rawValue }

  /// What kind of value it has.
  public var values: Values {
    switch self {
    case .status: .names(["active", "inProgress", "awaitingAction", "resolved", "merged"])
    case .severity: .ranks(["informational", "low", "medium", "high", "unknown"])
    case .kind: .names(Event.kinds)
    case .age, .due, .updated: .spans
    default: .text
    }
  }

  /// What it asks, in one line.
  public var help: String {
    switch self {
    case .status: "where the incident stands here"
    case .severity: "how bad it is; in a range what is not known counts as high"
    case .owner: "a part of the owner's name; `me`, or `none`"
    case .tag: "a part of a tag"
    case .device: "a part of a device's name"
    case .user: "a part of a user's name"
    case .file: "a part of a file's name"
    case .address: "an address, or how addresses begin"
    case .technique: "an ATT&CK technique; `T1566` covers `T1566.001`"
    case .category: "how a category of its alerts begins"
    case .response:
      "a response that is open, in progress, completed, failed or skipped, of a kind, or with "
        + "this in its title or target"
    case .source: "a part of the name of what raised an alert"
    case .id: "how the id begins; `=` before it means just that id"
    case .age: "how long ago the service created it"
    case .due:
      "how much time is left of the nearer response clock; what has run out counts as less than none"
    case .updated: "how long ago the service last changed it"
    case .kind: "what the line records"
    case .by: "a part of the name of who wrote it; `me`"
    }
  }

  /// What a query with it looks like.
  public var example: String {
    switch self {
    case .status: "status:awaiting"
    case .severity: "sev:high.."
    case .owner: "owner:me"
    case .tag: "tag:finance"
    case .device: "device:FIN-SRV-04"
    case .user: "user:j.doe"
    case .file: "file:invoice.exe"
    case .address: "ip:203.0.113"
    case .technique: "technique:T1566"
    case .category: "category:malware"
    case .response: "response:isolate"
    case .source: "source:office"
    case .id: "id:2972395"
    case .age: "age:2d.."
    case .due: "due:..1h"
    case .updated: "updated:..30m"
    case .kind: "kind:response"
    case .by: "by:me"
    }
  }

  /// Other names people know it by, which an error answers with this one.
  var synonyms: [String] {
    switch self {
    case .status: ["state"]
    case .severity: ["severity", "priority", "level"]
    case .owner: ["assignee", "assigned", "assignedto", "analyst"]
    case .tag: ["label", "tags"]
    case .device: ["host", "hostname", "machine", "computer", "endpoint"]
    case .user: ["account", "upn", "identity", "mailbox"]
    case .file: ["filename", "process", "image"]
    case .address: ["address", "addr"]
    case .technique: ["mitre", "attack", "ttp"]
    case .category: ["type", "tactic"]
    case .response: ["task", "action"]
    case .source: ["product", "detection"]
    case .id: ["incident"]
    case .age: ["created"]
    case .due: ["deadline", "left"]
    case .updated: ["modified", "lastupdate"]
    case .kind: ["event", "type"]
    case .by: ["author", "who"]
    }
  }
}
