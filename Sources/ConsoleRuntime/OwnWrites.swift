// SPDX-License-Identifier: MIT

import Incidents

/// What this console wrote since the screen last caught up.
///
/// Keys can come faster than the disk. An action chosen while an earlier one of the same console
/// was still on its way saw a version from before it; that must not count as somebody's change.
/// Only an unbroken row of own lines is passed over: one line of anybody else ends it.
struct OwnWrites {
  private var chains: [IncidentID: (base: Int, newest: Int)] = [:]

  /// The proposal with the versions its author would have seen, had the screen kept up.
  func caughtUp(_ proposal: Proposal) -> Proposal {
    var proposal = proposal
    for (id, seen) in proposal.seen {
      guard let seen, let chain = chains[id], (chain.base...chain.newest).contains(seen) else {
        continue
      }
      proposal.seen[id] = chain.newest
    }
    return proposal
  }

  /// Takes note of a line this console wrote.
  mutating func record(_ entry: JournalEntry) {
    for (subject, version) in entry.on {
      guard let id = subject.incident else { continue }
      let isUnbroken = chains[id]?.newest == version
      chains[id] = (isUnbroken ? chains[id]?.base ?? version : version, entry.seq)
    }
  }
}
