// SPDX-License-Identifier: MIT

internal import DefenderWire
package import Incidents

extension JournalEntry {
  /// Reads a line whose frame and hash are good.
  ///
  /// It never fails: what this version cannot make out becomes ``Event/other(kind:)``, so that
  /// the subjects it names are read-only here and nothing is guessed. Unknown members are ignored.
  package init(_ bytes: [UInt8], in range: Range<Int>, frame: JournalLine) {
    self.init(
      seq: frame.seq, at: Timestamp(milliseconds: 0), by: Author(name: "", uid: .max), on: [:],
      event: .other(kind: "unreadable"))
    guard let document = try? JSONDocument(bytes: bytes[range]) else { return }
    let line = document.root
    let kind = line["kind"]?.string?.text ?? "unreadable"
    if let subjects = line["on"] {
      for member in subjects.members {
        if let subject = Subject(member.name), let version = member.value.integer {
          on[subject] = Int(version)
        }
      }
    }
    event = .other(kind: kind)
    let time = line["t"]?.string.flatMap { Timestamp(iso8601: $0.text) }
    if let time { at = time }
    let uid = line["uid"]?.integer.flatMap(UInt32.init(exactly:))
    by = Author(
      name: line["by"]?.string?.text ?? "", uid: uid ?? .max, login: line["login"]?.string?.text)
    guard frame.version == 1, time != nil, uid != nil, let body = line["body"],
      body.kind == .object
    else { return }
    approval = body["approval"].flatMap(Approval.init)
    formerIDs = (body["was"]?.texts ?? []).compactMap(IncidentID.init)
    if let known = Event(kind: kind, body: body) { event = known }
  }
}

extension Event {
  /// An event of a known kind with the body it needs; `nil` otherwise.
  init?(kind: String, body: JSONValue) {
    switch kind {
    case "observed":
      guard let observation = Observation(body) else { return nil }
      self = .observed(observation)
    case "acknowledged": self = .acknowledged
    case "reopened": self = .reopened
    case "assigned":
      guard let owner = body["owner"], owner.isNull || owner.kind == .string else { return nil }
      self = .assigned(owner: owner.string?.text)
    case "commented":
      guard let text = body["text"]?.string?.text else { return nil }
      self = .commented(text: text)
    case "noted":
      guard let note = Note(body) else { return nil }
      self = .noted(note)
    case "tagged":
      guard let edit = TagEdit(body) else { return nil }
      self = .tagged(edit)
    case "snoozed":
      guard let snooze = Snooze(body) else { return nil }
      self = .snoozed(snooze)
    case "woken": self = .woken
    case "classified":
      guard let classification = body["classification"]?.string?.text,
        let determination = body["determination"]?.string?.text
      else { return nil }
      self = .classified(
        Classification(graphName: classification), Determination(graphName: determination))
    case "resolved":
      guard let classification = body["classification"]?.string?.text,
        let determination = body["determination"]?.string?.text
      else { return nil }
      self = .resolved(
        Resolution(
          classification: Classification(graphName: classification),
          determination: Determination(graphName: determination),
          comment: body["comment"]?.string?.text ?? ""))
    case "recorded":
      guard let edit = RecordEdit(body) else { return nil }
      self = .recorded(edit)
    case "undone":
      guard let seq = body["undoes"]?.integer else { return nil }
      self = .undone(seq: Int(seq))
    case "chain.reanchored":
      guard let breaks = body["breaks"] else { return nil }
      let read = breaks.elements.compactMap(ChainBreak.init)
      guard !read.isEmpty, read.count == Array(breaks.elements).count else { return nil }
      self = .reanchored(read)
    case "head.accepted":
      let former = body["formerStore"]?.string?.text
      let remembered = body["remembered"].flatMap(ChainBreak.Line.init)
      guard former != nil || remembered != nil else { return nil }
      self = .headAccepted(HeadAcceptance(remembered: remembered, formerStore: former))
    default:
      let prefix = "response."
      guard kind.hasPrefix(prefix),
        let step = ResponseStep(rawValue: String(kind.dropFirst(prefix.count)))
      else { return nil }
      let note = body["note"]?.string?.text ?? ""
      if let of = body["responsesOf"] {
        var byIncident: [IncidentID: [String]] = [:]
        for member in of.members {
          guard let id = IncidentID(member.name) else { return nil }
          byIncident[id] = member.value.texts
        }
        guard byIncident.count > 1 else { return nil }
        self = .response(ResponseRecord(byIncident: byIncident, step: step, note: note))
        return
      }
      guard
        let responses = body["response"]?.string.map({ [$0.text] }) ?? body["responses"]?.texts
      else { return nil }
      self = .response(ResponseRecord(responses: responses, step: step, note: note))
    }
  }
}

extension JSONValue {
  /// The strings of an array.
  var texts: [String] { elements.compactMap { $0.string?.text } }
}

extension Approval {
  fileprivate init?(_ value: JSONValue) {
    guard let request = value["request"]?.string.flatMap({ Subject($0.text) }),
      let digest = value["sha256"]?.string?.text,
      let uid = value["uid"]?.integer.flatMap(UInt32.init(exactly:))
    else { return nil }
    self.init(request: request, digest: digest, uid: uid)
  }
}
