// SPDX-License-Identifier: MIT

public import Console
public import IncidentStore
public import Incidents

/// The outside world, as one value: all that an effect can reach.
public struct Environment: Sendable {
  /// Where incidents live.
  public var store: any Store
  /// Who sits here.
  public var author: Author
  /// The time.
  public var now: @Sendable () -> Timestamp
  /// The name of an ATT&CK technique; `nil` if it is not known.
  public var techniqueName: @Sendable (String) -> String?
  /// The tactics an ATT&CK technique serves, by their short names; none if it is not known.
  public var techniqueTactics: @Sendable (String) -> [String] = { _ in [] }
  /// How far local time is from UTC.
  public var zone = LocalZone.utc
  /// Where the team's hours are counted.
  public var teamZone = LocalZone.utc
  /// The readiness items that come with the program, by record and field.
  public var readinessChecklist: [Subject: [String: String]] = [:]
  /// Takes over drafts of consoles that are gone.
  public var adoptDrafts: @Sendable () -> [Draft: String] = { [:] }
  /// Keeps drafts on the disk; the answer is why not, as a sentence, or `nil`.
  public var keepDrafts: @Sendable ([Draft: String]) -> String? = { _ in nil }
  /// What was looked at in an earlier console; `nil` if nothing is remembered.
  public var recallLooks: @Sendable () -> Looks? = { nil }
  /// Remembers what was looked at, as well as it can.
  public var keepLooks: @Sendable (Looks) -> Void = { _ in }
  /// Opens a text in the person's editor, on a terminal that was given back.
  public var edit: @Sendable (String) -> EditorOutcome = { _ in
    .failed("There is no editor here.")
  }
  /// The sentence for an error of the store.
  public var sentence: @Sendable (StoreError) -> String
  /// What the configuration file said at the start; `nil` if none is looked for.
  public var configuration: ConfigurationFile.Reading?
  /// The questions that decide whom to turn to in an emergency.
  public var guide = EscalationGuide()
  /// The customer's own incident response provider.
  public var provider = ResponseProvider()
  /// Whether the configuration file is only looked at, without inotify(7).
  public var polls = false

  /// Makes an environment.
  public init(
    store: any Store, author: Author, now: @escaping @Sendable () -> Timestamp,
    techniqueName: @escaping @Sendable (String) -> String?,
    sentence: @escaping @Sendable (StoreError) -> String
  ) {
    self.store = store
    self.author = author
    self.now = now
    self.techniqueName = techniqueName
    self.sentence = sentence
  }
}
