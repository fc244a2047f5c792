// SPDX-License-Identifier: MIT

extension Action {
  /// What an action takes in the palette, after the word that stands for it: `assign bob`.
  ///
  /// With an argument an action asks exactly what it would ask without.
  public struct Argument: Sendable {
    /// The word that stands for the action.
    public let command: String
    /// What the argument is, in a word or two.
    public let name: String
    /// Where the action can be done with an argument.
    public let scope: Scope
    /// Whether the action does nothing without one.
    public let isRequired: Bool
    /// Whether only what is offered is taken.
    public let isChoice: Bool
    /// What may stand there, for what was typed so far, the likeliest first.
    let choices: @Sendable (State, String) -> [Choice]
    /// Why a text cannot be taken, as a sentence; `nil` if it can.
    let refusal: @Sendable (State, String) -> String?
    /// Does the action with it.
    let perform: @Sendable (inout State, String) -> [Effect]

    /// Makes the description of an argument.
    init(
      _ command: String, _ name: String, in scope: Scope = .anyPane, isRequired: Bool = false,
      isChoice: Bool = false,
      choices: @escaping @Sendable (State, String) -> [Choice] = { _, _ in [] },
      refusal: @escaping @Sendable (State, String) -> String? = { _, _ in nil },
      perform: @escaping @Sendable (inout State, String) -> [Effect]
    ) {
      self.command = command
      self.name = name
      self.scope = scope
      self.isRequired = isRequired
      self.isChoice = isChoice
      self.choices = choices
      self.refusal = refusal
      self.perform = perform
    }
  }

  /// Something that may stand as an argument.
  public struct Choice: Hashable, Sendable {
    /// What is put in the text.
    public let text: String
    /// What it stands for.
    public let detail: String
  }
}

extension [Action.Choice] {
  /// Those that answer what was typed, the best first, else in their order.
  func matching(_ typed: String) -> [Action.Choice] {
    guard !typed.isEmpty else { return self }
    return enumerated().compactMap { order, choice in
      FuzzyMatch(typed, in: choice.text).map { ($0.score, order, choice) }
    }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }
}
