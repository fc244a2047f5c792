// SPDX-License-Identifier: MIT

public import Incidents

/// Names and what they stand for.
public struct ReportFacts: Hashable, Sendable {
  /// One of them.
  public struct Fact: Hashable, Sendable {
    /// What programs call it.
    public var key: String
    /// What people call it; our words.
    public var label: String
    /// What it is.
    public var value: ReportValue
    /// What must be said with it.
    public var remark: ReportText
    /// The incidents behind it.
    public var incidents: [IncidentID]

    /// Makes a fact.
    public init(
      _ key: String, _ label: String, _ value: ReportValue, remark: ReportText = "",
      incidents: [IncidentID] = []
    ) {
      self.key = key
      self.label = label
      self.value = value
      self.remark = remark
      self.incidents = incidents
    }
  }

  /// What programs call them.
  public var name: String
  /// The facts, in order.
  public var facts: [Fact]

  /// Makes a list of facts.
  public init(name: String, _ facts: [Fact]) {
    self.name = name
    self.facts = facts
  }
}

/// Things to be done, and where they stand.
public struct ReportChecklist: Hashable, Sendable {
  /// Where one stands.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Nobody has begun.
    case open
    /// Somebody has begun.
    case inProgress
    /// It is done.
    case done
    /// It did not succeed.
    case failed
    /// It was left out for a reason.
    case skipped
  }

  /// One of them.
  public struct Item: Hashable, Sendable {
    /// Where it stands.
    public var state: State
    /// What is to be done.
    public var text: ReportText
    /// By whom, when, why.
    public var remark: ReportText
    /// The incidents it is about.
    public var incidents: [IncidentID]

    /// Makes an item.
    public init(
      _ state: State, _ text: ReportText, remark: ReportText = "", incidents: [IncidentID] = []
    ) {
      self.state = state
      self.text = text
      self.remark = remark
      self.incidents = incidents
    }
  }

  /// What programs call it.
  public var name: String
  /// What it is a list of.
  public var caption: ReportText
  /// The items, in order.
  public var items: [Item]

  /// Makes a checklist.
  public init(name: String, caption: ReportText, items: [Item]) {
    self.name = name
    self.caption = caption
    self.items = items
  }
}

extension ReportChecklist.State {
  /// As people read it.
  var title: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .done: "done"
    case .failed: "failed"
    case .skipped: "skipped"
    }
  }
}
