// SPDX-License-Identifier: MIT

public import Cells
public import Incidents
public import Settings

/// Everything the screen depends on.
public struct State: Hashable, Sendable {
  // What is known.
  /// Who sits here.
  public var author: Author
  /// The store's name in the header.
  public var storeTitle: String
  /// Why nothing can be recorded, as a sentence; `nil` if it can.
  public var readOnlyReason: String?
  /// When data was last imported; `nil` if never.
  public var dataAsOf: Timestamp?
  /// How many records of that import could not be read and are in quarantine.
  public internal(set) var unreadRecords = 0
  /// The time, to the minute; only the environment reads the clock.
  public var now: Timestamp { didSet { overdue = queue.overdue(at: now) } }
  /// How far local time is from UTC.
  public var zone = LocalZone.utc
  /// Where the team's hours are counted: those on duty, and those of the report.
  public var teamZone = LocalZone.utc
  /// Where a line of this person's moved the selected row to; said with its receipt.
  var moved: MovedRow?
  /// Whether times are shown in it, not in UTC.
  public internal(set) var usesLocalTime = false
  /// Every case.
  public internal(set) var book = CaseBook()
  /// Every row, in triage order.
  public internal(set) var queue = TriageQueue() { didSet { overdue = queue.overdue(at: now) } }
  /// How many rows have a response clock that ran out; kept, because every frame asks.
  public private(set) var overdue = 0
  /// Whether the store has been read once.
  public internal(set) var isLoaded = false
  /// How far its first reading is; `nil` when all of it was read.
  public internal(set) var reading: Reading?
  /// Lines of the journal that wait until what lies over the panes is gone, oldest first.
  public internal(set) var heldNews: [JournalEntry] = []
  /// A book that waits for the same.
  var heldBook: HeldBook?
  /// Whether the selected incident's document waits to be read anew, for the same reason.
  var isDocumentHeld = false
  /// What others did to incidents since they were last selected here.
  public internal(set) var news: [IncidentID: News] = [:]
  /// The selected incident, if it was news until it was selected.
  var newsBeingRead: IncidentID?
  /// What was looked at.
  var looks = Looks()
  /// What of it was asked to be kept last; `nil` until it is known what an earlier console kept.
  var keptLooks: Looks?
  /// The stay at the selected incident.
  var visit: Visit?
  /// The incident whose document is at hand.
  public internal(set) var opened: Opened?

  // What is shown.
  /// The size of the terminal.
  public var size: Size
  /// Whether chrome must do with ASCII.
  public var isASCII = false
  /// Whether the screen is for reading out: one pane at a time, words for signs, no lines.
  public var isPlain = false
  /// What the roles look like.
  public var theme = Theme.dark
  /// What the configuration said last that they should look like.
  var configuredTheme = Theme.dark
  /// Whether the mouse does something.
  public internal(set) var usesMouse = false
  /// Which keys do what.
  public internal(set) var keymap = KeyMap.standard
  /// How the terminal is told that it is your move.
  public internal(set) var notify = NotificationWay.off
  /// A configuration that waits until what lies over the panes is gone.
  var heldConfiguration: Configuration?
  /// The pane with the focus.
  public internal(set) var focus = Pane.queue
  /// Whether that pane has the screen to itself.
  public internal(set) var isZoomed = false
  /// The queue pane.
  public internal(set) var queuePane = QueuePane()
  /// What the queue showed before it went to the incidents about something, the latest last.
  var pivots: [Pivot] = []
  /// The marked incidents.
  public internal(set) var marks = Marks()
  /// The journal, where it has the screen instead of the panes.
  public internal(set) var history: HistoryList?
  /// The board, where it has the screen instead of the panes.
  public internal(set) var board: Board?
  /// How ready the organisation is, as the book says it.
  public internal(set) var readiness = Readiness()
  /// The readiness items that come with the program, by record and field.
  public var readinessChecklist: [Subject: [String: String]] = [:]
  /// What was worked out for boards last.
  var boardFigures: BoardFigures?
  /// Steps of the plan that are asked about once the documents of their incidents were read.
  var surveying: [ResponsePlan.Step] = []
  /// Those documents, while the question is made.
  var surveyed: [IncidentID: Incident] = [:]
  /// The summary pane.
  public internal(set) var summaryPane = SummaryPane()
  /// The responses pane.
  public internal(set) var responsesPane = ResponsesPane()
  /// What lies over the panes, if anything.
  public internal(set) var overlay: Overlay? { didSet { if overlay == nil { refused = nil } } }
  /// Why what was typed in it was not recorded, if so.
  var refused: RefusedDialog?
  /// The dialog whose text is on its way to the disk, if no key came since.
  var sent: SentDialog?
  /// How the other panes follow the queue.
  var trail = Trail()
  /// Keys of an unfinished sequence, such as the first `g` of `g g`.
  public internal(set) var pendingKeys: [Key] = []
  /// The line at the bottom.
  public internal(set) var notice: Notice?
  /// Earlier notices, oldest first.
  public internal(set) var notices: [Notice] = []
  /// Text typed and not yet recorded, by what it is for.
  public internal(set) var drafts: [Draft: String] = [:]
  /// Filters that were kept, oldest first.
  public internal(set) var filterHistory: [String] = []
  /// The views people named, beside those everybody has.
  public var savedViews: [SavedView] = []
  /// What was run from the palette in this session, oldest first.
  public internal(set) var commandHistory: [String] = []
  /// Text typed for many incidents and not yet recorded.
  public internal(set) var manyDrafts: [ManyDraft: String] = [:]
  /// Actions on many on their way to the disk, oldest first.
  var runs: [ManyRun] = []
  /// What was last left out of an action on many.
  public internal(set) var lastReport: Report?
  /// What was recorded last, if it can be repeated.
  public internal(set) var lastEvent: Event?
  /// Proposals on their way to the disk.
  public internal(set) var pendingCommits = 0

  /// The state of a console that has read nothing yet.
  public init(author: Author, storeTitle: String, now: Timestamp, size: Size) {
    self.author = author
    self.storeTitle = storeTitle
    self.now = now
    self.size = size
  }
}

/// A book read elsewhere, and its queue.
struct HeldBook: Hashable {
  var book: CaseBook
  var queue: TriageQueue
  var isWhole: Bool
}

/// How far the first reading of a store is.
public struct Reading: Hashable, Sendable {
  /// How many lines of the journal were read.
  public var lines: Int
  /// About how many there are.
  public var expected: Int

  /// Makes it.
  public init(lines: Int, expected: Int) {
    self.lines = lines
    self.expected = expected
  }
}

/// The three panes.
public enum Pane: Int, CaseIterable, Hashable, Sendable {
  /// The triage queue.
  case queue = 1
  /// The selected incident's summary.
  case summary
  /// The selected incident's responses.
  case responses

  /// The name in the pane's title.
  public var title: String {
    switch self {
    case .queue: "Queue"
    case .summary: "Summary"
    case .responses: "Responses"
    }
  }
}

/// The queue pane: what is selected is an id, never a place.
public struct QueuePane: Hashable, Sendable {
  /// Which rows are shown.
  public internal(set) var filter = QueueFilter()
  /// The order of the rows.
  public internal(set) var order = QueueOrder()
  /// The shown rows' ids, in that order.
  public internal(set) var shown = OrderedQueue()
  /// The selected incident.
  public internal(set) var selection: IncidentID?
  /// The place of the first row on screen.
  public internal(set) var top = 0
  /// Whether a person chose the selection, by any key.
  public internal(set) var isTouched = false
  /// Whether the person has stayed at the top, to see what comes in there.
  public internal(set) var followsTop = true

  /// The place of the selection among the shown rows.
  public var place: Int? { selection.flatMap(shown.place(of:)) }
}

/// The summary pane.
public struct SummaryPane: Hashable, Sendable {
  /// Its tabs.
  public enum Tab: Int, CaseIterable, Hashable, Sendable {
    /// What the experts wrote and what follows from the alerts.
    case summary
    /// The alerts.
    case alerts
    /// The evidence.
    case evidence
    /// Everything dated.
    case timeline
    /// Comments from Defender and from here.
    case notes

    /// The name on the tab.
    public var title: String {
      switch self {
      case .summary: "Summary"
      case .alerts: "Alerts"
      case .evidence: "Evidence"
      case .timeline: "Timeline"
      case .notes: "Notes"
      }
    }
  }

  /// The shown tab.
  public internal(set) var tab = Tab.summary
  /// The first line on screen.
  public internal(set) var top = 0
  /// What is searched for.
  public internal(set) var search = ""
  /// What of the timeline is shown.
  public internal(set) var timelineFilter = TimelineFilter()
  /// Where each entry of the timeline stands, while that tab shows.
  var timeline: TimelineLayout?
}

/// The responses pane.
public struct ResponsesPane: Hashable, Sendable {
  /// The selected response's id.
  public internal(set) var selection: String?
  /// The ids of the marked responses.
  public internal(set) var marks: Set<String> = []
  /// What is searched for.
  public internal(set) var search = ""
}

/// An incident whose document is at hand.
public struct Opened: Hashable, Sendable {
  /// The incident as its document says it.
  public var incident: Incident
  /// What follows from it.
  public var summary: InvestigationSummary
  /// The journal's lines about it, oldest first.
  public var history: [JournalEntry]
  /// Names of the ATT&CK techniques in it, by id.
  public var techniqueNames: [String: String]
  /// Everything dated, what was merged into it included.
  public var timeline: Timeline

  /// Makes it.
  public init(
    incident: Incident, history: [JournalEntry], techniqueNames: [String: String] = [:],
    timeline: Timeline = Timeline()
  ) {
    self.incident = incident
    self.summary = InvestigationSummary(incident)
    self.history = history
    self.techniqueNames = techniqueNames
    self.timeline = timeline
  }
}

/// What a typed text is for, so that it can be found again.
public enum Draft: Hashable, Sendable {
  /// A comment on an incident.
  case comment(IncidentID)
  /// The reason for a step on a response.
  case reason(IncidentID, response: String, ResponseStep)
  /// A part of an incident's note.
  case note(IncidentID, NoteField)
  /// The reason of a snooze.
  case snooze(IncidentID)
  /// The comment of a resolution.
  case resolution(IncidentID)
  /// A field of a record, or of a new one.
  case record(String, field: String)
}

/// A sentence for the line at the bottom.
public struct Notice: Hashable, Sendable {
  /// What kind of news it is.
  public enum Kind: Hashable, Sendable {
    /// Something was recorded and is on the disk.
    case saved
    /// For information.
    case info
    /// What others did; newer news take its place.
    case news
    /// Something did not work.
    case failure
  }

  /// What kind of news it is.
  public var kind: Kind
  /// The sentence.
  public var text: String
  /// When.
  public var at: Timestamp
}
