// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// A form for fields of a record of ours, or for the parts of an incident's note.
///
/// Only what is changed is recorded, each field against what its author saw: two who change
/// different fields of one record both succeed.
public struct RecordForm: Hashable, Sendable {
  /// A field of the form.
  public struct Field: Hashable, Sendable {
    /// How its value is given.
    public enum Kind: Hashable, Sendable {
      /// One line of text.
      case line
      /// Several lines of text.
      case text
      /// One of some values, each with its title; Left and Right choose.
      case choice([Choice])
      /// A moment, written as people write it.
      case moment
      /// A count, in digits.
      case number
      /// Days and hours of a week.
      case hours
    }

    /// A value to choose and what it is called.
    public struct Choice: Hashable, Sendable {
      /// The value.
      public var value: String
      /// The title.
      public var title: String

      /// Makes a choice.
      public init(_ value: String, _ title: String) {
        self.value = value
        self.title = title
      }
    }

    /// The record's field.
    public var name: String
    /// The label on screen.
    public var label: String
    /// How its value is given.
    public var kind: Kind
    /// What may be written, in a few words.
    public var hint: String
    /// Whether nothing is recorded without it.
    public var isRequired: Bool
    /// What an empty choice is shown as.
    public var unset = "not chosen"

    /// Makes a field.
    public init(
      _ name: String, _ label: String, _ kind: Kind = .line, hint: String = "",
      isRequired: Bool = false, unset: String = "not chosen"
    ) {
      self.name = name
      self.label = label
      self.kind = kind
      self.hint = hint
      self.isRequired = isRequired
      self.unset = unset
    }
  }

  /// Which record it writes.
  public enum Target: Hashable, Sendable {
    /// One that is known.
    case record(Subject)
    /// A new one, named after what is written in a field.
    case new(RecordNoun, after: String)
    /// An incident's note; its fields are named like the parts of it.
    case note(IncidentID)
  }

  /// What can have the focus in it.
  public enum Row: Hashable, Sendable {
    /// A field, by its place.
    case field(Int)
    /// Leave it as a draft.
    case cancel
    /// Record it.
    case save
  }

  /// What it is about, over the form.
  public var title: String
  /// Which record it writes.
  public var target: Target
  /// The line its author saw last.
  public var seen: Int
  /// The fields.
  public var fields: [Field]
  /// What goes with what is written, by field: fixed when the form was opened.
  public var fixed: [String: String]
  /// What is typed, by place.
  public var texts: [TextField]
  /// What the record said when the form was opened, by place, as it would be typed.
  public var known: [String]
  /// The row with the focus.
  public var row = Row.field(0)

  /// The rows, from the top.
  var rows: [Row] { fields.indices.map(Row.field) + [.cancel, .save] }

  /// Whether the text with the focus may have several lines.
  var isOnLongText: Bool {
    if case .field(let place) = row { fields[place].kind == .text } else { false }
  }

  /// Whether a field says something else than the record did.
  func isChanged(_ place: Int) -> Bool {
    !texts[place].text.utf8.elementsEqual(known[place].utf8)
  }

  /// The draft of a field.
  func draft(_ place: Int) -> Draft {
    switch target {
    case .record(let subject): .record(subject.text, field: fields[place].name)
    case .new(let noun, _): .record("new/\(noun.rawValue)", field: fields[place].name)
    case .note(let id): .note(id, NoteField(rawValue: fields[place].name) ?? .nextStep)
    }
  }

  /// Takes the note on an answer away while another answer is chosen: it was about the first.
  mutating func settleNote() {
    guard let answer = fields.firstIndex(where: { $0.name.hasPrefix("answer/") }),
      let note = fields.firstIndex(where: { $0.name.hasPrefix("note/") })
    else { return }
    if isChanged(answer), !isChanged(note) {
      texts[note] = TextField()
    } else if !isChanged(answer), texts[note].isEmpty {
      texts[note] = TextField(known[note])
    }
  }

  /// Moves the focus so many rows on, round and round.
  mutating func move(by offset: Int) {
    let place = rows.firstIndex(of: row) ?? 0
    row = rows[(place + offset + rows.count) % rows.count]
  }
}
