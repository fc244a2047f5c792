// SPDX-License-Identifier: MIT

/// The numbers of a period, each with the incidents behind it.
///
/// `Documentation/metrics.md` defines every one of them.
public struct ServiceMetrics: Hashable, Sendable {
  /// An incident's course, and what it is as it stands now.
  public struct Item: Hashable, Sendable {
    /// What happened to it.
    public var course: IncidentCourse
    /// Its severity.
    public var severity: Severity
    /// The products its alerts come from.
    public var sources: [String]
    /// What it is about.
    public var entities: [Entity]
    /// What it turned out to be.
    public var classification: Classification
    /// The deadlines of its last call for action that fell in the period.
    public var deadlines: [Deadline]

    /// Makes an item.
    public init(
      _ course: IncidentCourse, severity: Severity = .unknown, sources: [String] = [],
      entities: [Entity] = [], classification: Classification = .unknown,
      deadlines: [Deadline] = []
    ) {
      self.course = course
      self.severity = severity
      self.sources = sources
      self.entities = entities
      self.classification = classification
      self.deadlines = deadlines
    }
  }

  /// The period.
  public let period: Period
  /// The incidents that were open during any of it, in order of id.
  public let items: [Item]

  /// The incidents closed before the period of which a response clock ran out in it, in order of id.
  public let closedBefore: [Item]

  /// Numbers of items.
  public init(_ items: [Item], closedBefore: [Item] = [], over period: Period) {
    self.items = items
    self.closedBefore = closedBefore
    self.period = period
  }

  /// Numbers of courses; what each incident is comes from the book.
  public init(_ courses: [IncidentCourse], in book: CaseBook, over period: Period) {
    func item(_ course: IncidentCourse) -> Item {
      guard let view = book.view(of: course.id) else { return Item(course) }
      var course = course
      for place in course.failures.indices { course.failures[place].name(by: view) }
      return Item(
        course, severity: view.service.severity, sources: view.service.sources,
        entities: view.service.entities, classification: view.resolution.value.classification,
        deadlines: Self.deadlines(of: view, book.policy, in: period))
    }
    // Without a call nothing ran out.
    let closed = courses.filter { !$0.isOpen(during: period) && !$0.calls.isEmpty }
    self.init(
      courses.filter { $0.isOpen(during: period) }.map(item),
      closedBefore: closed.map(item).filter { !$0.deadlines.isEmpty }, over: period)
  }

  /// The items whose incidents the experts had a hand in.
  public var investigated: [Item] { items.filter { $0.course.investigatedAt != nil } }

  /// The items resolved in the period.
  public var resolved: [Item] {
    items.filter { $0.course.resolvedAt.map(period.contains) ?? false }
  }

  /// Resolved in the period after a response of the customer's was completed.
  public var resolvedWithHelp: [Item] { resolved.filter(\.course.hasHelp) }

  /// Resolved in the period after the experts had a hand in it, without ever being the customer's
  /// move.
  public var resolvedDirectly: [Item] {
    resolved.filter { !$0.course.hasHelp && $0.course.isExpertsAlone }
  }

  /// Resolved in the period in neither way.
  public var resolvedOtherwise: [Item] {
    resolved.filter { !$0.course.hasHelp && !$0.course.isExpertsAlone }
  }

  /// The customer's move at the end of the period.
  public var yours: [Item] { items.filter { $0.course.holder == .customer } }

  /// The items with a response that failed in the period.
  public var failed: [Item] { items.filter { !$0.course.failures.isEmpty } }

  /// From first awaited to acknowledged; 0 if it was acknowledged before.
  public var timeToAcknowledge: Spread { time(.acknowledge) }

  /// From first awaited to the first step on a response.
  public var timeToAct: Spread { time(.act) }

  /// From first awaited to the first moment nothing was asked any more.
  public var timeToDone: Spread { time(.done) }

  /// From its beginning to resolved.
  public var timeToResolve: Spread { time(.resolve) }

  /// How long what is the customer's move at the end of the period has been.
  public var queueAge: Spread {
    Spread(
      yours.map { item in
        Spread.Sample(period.end.elapsed(since: item.course.heldSince), of: item.course.id)
      })
  }
}

extension IncidentCourse {
  /// Whether it was open during any of a period before whose end it began.
  fileprivate func isOpen(during period: Period) -> Bool {
    closedAt.map { $0 >= period.start } ?? true
  }
}

extension IncidentCourse.Failure {
  /// Takes title and target of what was recorded here from the incident as it is shown.
  fileprivate mutating func name(by view: Case) {
    guard title.isEmpty, let response = view.response(self.response) else { return }
    title = response.title
    target = response.service?.target ?? ""
  }
}
