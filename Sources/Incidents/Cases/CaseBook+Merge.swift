// SPDX-License-Identifier: MIT

/// Where a merged incident went.
public enum MergeTarget: Hashable, Sendable {
  /// It was not merged.
  case none
  /// Into this incident, which is here.
  case here(IncidentID)
  /// Into an incident that is not here, or round in a circle.
  case absent(IncidentID)
}

extension CaseBook {
  /// The most redirects followed.
  static let redirectLimit = 16

  /// Follows redirects to the incident that took over.
  public func mergeTarget(of id: IncidentID) -> MergeTarget {
    guard let first = redirect(of: id) else { return .none }
    var visited: Set<IncidentID> = [id]
    var next = first
    while visited.insert(next).inserted, visited.count <= Self.redirectLimit + 1 {
      guard let target = self.case(next) else { return .absent(next) }
      guard let further = target.service.redirect else { return .here(next) }
      next = further
    }
    return .absent(first)
  }

  /// Whether redirects lead from an incident round in a circle, or farther than they are followed.
  public func isMergedInCircle(_ id: IncidentID) -> Bool {
    if case .absent(let target) = mergeTarget(of: id) { self.case(target) != nil } else { false }
  }

  /// The incident that stands for an id now: itself, or what it was merged into.
  public func current(_ id: IncidentID) -> IncidentID {
    if case .here(let target) = mergeTarget(of: id) { target } else { id }
  }

  /// Every incident an unmerged one stands for now, merged directly or through others, in order of
  /// id.
  public func sources(of id: IncidentID) -> [IncidentID] {
    sources(of: id, redirect: redirect(of: id))
  }

  private func sources(of id: IncidentID, redirect: IncidentID?) -> [IncidentID] {
    // What was itself merged stands for nobody; nor does anything farther than redirects reach.
    guard redirect == nil else { return [] }
    var found: [IncidentID] = []
    var pending = directSources(of: id)
    for _ in 0..<Self.redirectLimit where !pending.isEmpty {
      found += pending
      pending = pending.flatMap(directSources(of:))
    }
    return found.sorted()
  }

  /// Everything whose redirects lead to an incident or through it, however it is shown.
  func redirected(to id: IncidentID) -> Set<IncidentID> {
    var found: Set<IncidentID> = []
    var pending = directSources(of: id)
    while let next = pending.popLast() {
      if found.insert(next).inserted { pending += directSources(of: next) }
    }
    return found
  }

  /// The case as it is shown: its own lines and those of the incidents merged into it.
  ///
  /// The version is the newest of any of them, because an action concerns them all.
  public func view(of id: IncidentID) -> Case? {
    self.case(id).map(view(of:))
  }

  /// The same of a case at hand.
  func view(of own: Case) -> Case {
    var view = own
    for source in sources(of: own.id, redirect: own.service.redirect) {
      if let merged = self.case(source) { view.absorb(merged) }
    }
    return view
  }
}
