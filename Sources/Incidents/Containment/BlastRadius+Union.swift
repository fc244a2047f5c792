// SPDX-License-Identifier: MIT

extension BlastRadius {
  /// Takes over what another incident's data says of the same target.
  mutating func formUnion(_ other: BlastRadius) {
    if target.name.isEmpty { target.name = other.target.name }
    entity = entity ?? other.entity
    loggedOn = unique(loggedOn + other.loggedOn)
    remediation = unique(remediation + other.remediation)
    for trait in other.traits where !traits.contains(trait) { traits.append(trait) }
    for id in other.others where !others.contains(id) { others.append(id) }
    for done in other.alreadyDone where !alreadyDone.contains(done) { alreadyDone.append(done) }
    for group in other.excluded where !excluded.contains(group) { excluded.append(group) }
  }

  /// What several responses touch, those on surely one target together, in order of appearance.
  public static func combined(_ radii: [BlastRadius]) -> [BlastRadius] {
    var ids = DeviceIDs()
    for radius in radii { ids.add(radius.target) }
    var found: [BlastRadius] = []
    for radius in radii {
      let key = ids.key(of: radius.target)
      if key != nil, let place = found.firstIndex(where: { ids.key(of: $0.target) == key }) {
        found[place].formUnion(radius)
      } else {
        found.append(radius)
      }
    }
    return found
  }
}

extension CaseBook {
  /// What a response touches, with the excluded groups its target is in as far as its incident's
  /// document says.
  ///
  /// `about` gives the ids of the incidents about an entity; those in `except` are not counted as
  /// others. At most `limit` of them are looked at.
  public func blastRadius(
    of response: ResponseCase, on view: Case, document: Incident?,
    except: Set<IncidentID> = [], limit: Int, about: (Entity) -> [IncidentID]
  ) -> BlastRadius {
    let described = document?.responses.first { $0.id.hasSameBytes(as: response.id) }
    let entity = described.flatMap { document?.entity(of: $0) }
    let ids = (entity.map(about) ?? []).filter { $0 != view.id && !except.contains($0) }
    var radius = BlastRadius(
      of: response, on: view, document: document,
      others: ids.prefix(limit).lazy.compactMap(self.view(of:)))
    if let described, let document {
      radius.excluded = records(.exclusion).map(Exclusion.init)
        .filter { $0.isNamed(for: described, in: document) }
    }
    return radius
  }
}
