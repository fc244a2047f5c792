// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// A question before something hard to take back is recorded.
///
/// It takes no answer until 250 ms after the frame that completed it was written, so that a key
/// meant for what was on the screen before cannot answer it.
public struct Confirmation: Hashable, Sendable {
  /// Milliseconds after its frame during which keys are dropped.
  public static let deadTime: Int64 = 250

  /// The verb, as the dialog's title.
  public var title: String
  /// What is recorded and what is not, as sentences with data in them.
  public var statement: String
  /// Label and value of each fact.
  public var facts: [Fact]
  /// What it is recorded on, one by one, where that is more than the facts say.
  public var list = ConfirmationList()
  /// What will be recorded.
  public var proposal: Proposal
  /// What must be typed; `nil` where `y` is enough.
  public var target: String?
  /// Whether it takes an answer only once the list, too, was on the screen; the facts always must.
  public var mustShowList = false
  /// The action on many it is about, if any.
  public var run: ManyRun?
  /// What is asked of the environment instead of recording the proposal, if anything.
  public var effect: Effect?
  /// What was typed.
  public var field = TextField()
  /// The first line on the screen.
  public internal(set) var top = 0
  /// How many lines, from the first, were on a frame that was written.
  public internal(set) var seen = 0
  /// When its frame was written, in monotonic milliseconds; `nil` until it was.
  public internal(set) var shownAt: Int64?
  /// When the last of what must be seen was written; `nil` until it was.
  public internal(set) var readAt: Int64?
  /// Its lines on the screen as it is now.
  var layout: ConfirmLayout?

  /// A fact in the dialog.
  public struct Fact: Hashable, Sendable {
    /// The label.
    public var label: String
    /// The value.
    public var value: String
    /// Whether it may be cut to one line, because all of it stands elsewhere on the screen.
    public var isShortened = false
    /// Whether it is a text of a person's, whose line breaks are breaks.
    public var keepsLines = false
    /// What gives way first where the question does not fit the screen; 0 stays.
    public var yields = 0
  }

  /// Forgets what was seen: its lines stand elsewhere now.
  mutating func beginAnew() {
    (top, seen, shownAt, readAt, layout) = (0, 0, nil, nil, nil)
  }
}

/// What a question is about, one by one.
public struct ConfirmationList: Hashable, Sendable {
  /// One of them.
  public struct Item: Hashable, Sendable {
    /// The id of the incident that begins with it, if one does.
    public var incident: String?
    /// What is said beside that id.
    public var title = ""
    /// What it is; an id, or a target.
    public var text: String
  }

  /// What one of them is called.
  public var noun = ""
  /// The label before them.
  public var label = ""
  /// Whether they are ids, as many to a line as fit.
  public var isPacked = false
  /// Those it is recorded on.
  public var items: [Item] = []
  /// Those it is not recorded on, by the reason.
  public var left: [Confirmation.Fact] = []
}
