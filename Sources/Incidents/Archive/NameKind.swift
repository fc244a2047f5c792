// SPDX-License-Identifier: MIT

/// What a name that rows are found by names.
public enum NameKind: Comparable, CaseIterable, Hashable, Sendable {
  /// Who owns it.
  case owner
  /// What people and the service tagged it with.
  case tag
  /// What raised an alert.
  case source
  /// A device, user, file, address, technique or category, in this order.
  case device, user, file, address, technique, category

  /// The kinds of name words are looked for in.
  static let searched: [ClosedRange<NameKind>] = [.owner...(.tag), .device...(.category)]

  /// The kind of name of something an incident is about.
  init(_ kind: Entity.Kind) {
    switch kind {
    case .device: self = .device
    case .user: self = .user
    case .file: self = .file
    case .address: self = .address
    case .technique: self = .technique
    case .category: self = .category
    }
  }

  /// A byte that occurs in no UTF-8.
  package var mark: UInt8 {
    switch self {
    case .owner: 0xF5
    case .tag: 0xF6
    case .source: 0xF7
    case .device: Entity.Kind.device.mark
    case .user: Entity.Kind.user.mark
    case .file: Entity.Kind.file.mark
    case .address: Entity.Kind.address.mark
    case .technique: Entity.Kind.technique.mark
    case .category: Entity.Kind.category.mark
    }
  }

  /// A whole name, in lower case, as an archive keeps it: after its kind, ended.
  func key(_ name: some Collection<UInt8>) -> [UInt8] { [mark] + name + [QueueRow.textEnd] }
}

extension QueueRow {
  /// The names it is found by, each as an archive keeps it.
  var nameKeys: [[UInt8]] {
    [NameKind.owner.key(owner.folded)]
      + (tags + systemTags).map { NameKind.tag.key($0.folded) }
      + sources.map { NameKind.source.key($0.folded) } + entities.map(\.foldedText)
  }
}
