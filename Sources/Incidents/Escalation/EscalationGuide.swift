// SPDX-License-Identifier: MIT

/// The questions that decide whom to turn to in an emergency, as a tree of steps.
public struct EscalationGuide: Hashable, Sendable {
  /// A step: a question to answer, or something to do.
  public struct Step: Hashable, Sendable, Identifiable {
    /// Its name, as records and the command line write it.
    public var id: String
    /// What is asked or to be done.
    public var question: String
    /// What it means.
    public var details: String
    /// What to write down with the answer.
    public var record: String
    /// What can be answered.
    public var answers: [Answer]
    /// Where to go.
    public var links: [Link]

    /// Makes a step.
    public init(
      id: String, question: String, details: String = "", record: String = "",
      answers: [Answer], links: [Link] = []
    ) {
      self.id = id
      self.question = question
      self.details = details
      self.record = record
      self.answers = answers
      self.links = links
    }

    /// The answer with a value.
    public func answer(_ value: String) -> Answer? { answers.first { $0.value == value } }
  }

  /// An answer, and where it leads.
  public struct Answer: Hashable, Sendable {
    /// What records write.
    public var value: String
    /// What people read.
    public var title: String
    /// The step it leads to; `nil` if it ends the way.
    public var next: String?

    /// Makes an answer.
    public init(_ value: String, _ title: String, next: String? = nil) {
      self.value = value
      self.title = title
      self.next = next
    }
  }

  /// A place to go to.
  public struct Link: Hashable, Sendable {
    /// What is there.
    public var title: String
    /// Its address.
    public var url: String

    /// Makes a link.
    public init(_ title: String, _ url: String) {
      self.title = title
      self.url = url
    }
  }

  /// Every step; the first is where it begins.
  public var steps: [Step]

  /// Makes a guide.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// The step with an id.
  public func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// The steps that answers lead through, the first unanswered one last.
  ///
  /// An answer that the step does not know leads nowhere; no step comes twice.
  public func way(_ answer: (String) -> String?) -> [Step] {
    var way: [Step] = []
    var next = steps.first
    while let step = next, !way.contains(where: { $0.id == step.id }) {
      way.append(step)
      next = answer(step.id).flatMap(step.answer)?.next.flatMap(self.step)
    }
    return way
  }
}

/// The customer's own incident response provider, as the configuration names it.
public struct ResponseProvider: Hashable, Sendable {
  /// Its name; empty if none is configured.
  public var name: String
  /// Its phone number.
  public var phone: String
  /// The number of the contract.
  public var contract: String
  /// Whether the customer has Microsoft Unified or Premier Support: `unified`, `premier`, `no`;
  /// empty if nobody said.
  public var customer: String

  /// Makes a provider.
  public init(name: String = "", phone: String = "", contract: String = "", customer: String = "") {
    self.name = name
    self.phone = phone
    self.contract = contract
    self.customer = customer
  }

  /// Whether there is anybody to phone.
  public var isKnown: Bool { !name.isEmpty || !phone.isEmpty }
}
