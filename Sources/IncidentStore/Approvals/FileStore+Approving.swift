// SPDX-License-Identifier: MIT

private import DefenderWire
public import Incidents
private import Synchronization

extension FileStore {
  /// The most bytes of a file of approval.
  private static let approvalLimit = 4096

  /// Says that this user approves a request, in a file of their own that is made once.
  ///
  /// The journal is told too, so that whoever asked sees it and the approver can take it back. Both
  /// count: only the system says whose the file is.
  public func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal? {
    try state.withLock { state throws(StoreError) in try checkWritable(state) }
    let uid = files.user.uid
    let asked: ApprovalRequest
    switch try snapshot().approvable(request, by: uid, at: options.clock()) {
    case .success(let request): asked = request
    case .failure(let flaw): return .unlawful(flaw.sentence)
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("request", asked.digest)
      writer.member("by", author.name)
      writer.member("uid", Int(uid))
      writer.member("at", options.clock().iso8601)
    }
    let path = approvalPath(asked.digest, uid)
    let file: OpenFile
    do throws(StoreError) { file = try files.create(path, mode: modes.sealed) } catch {
      guard error.isExistence else { throw error }
      guard !asked.isApproved(by: uid) else { return .unlawful(ApprovalFlaw.already.sentence) }
      // The file was made and the journal not told, or that was taken back: then it is told now.
      return try tell(request, uid, author)
    }
    do throws(StoreError) {
      defer { files.close(file) }
      try files.append(writer.bytes + [0x0A], to: file)
      try files.sync(file)
    } catch {
      // What is not whole approves nothing, and would bar the way.
      try? files.remove(path)
      throw error
    }
    try files.syncDirectory(of: path)
    return try tell(request, uid, author)
  }

  private func tell(
    _ request: Subject, _ uid: UInt32, _ author: Author
  ) throws(StoreError) -> Refusal? {
    let told = Proposal(RecordEdit(request, ["approved/\(uid)": author.name]), seen: nil)
    return try commit(told, by: author).judgement.firstRefusal?.refusal
  }

  private func approvalPath(_ digest: String, _ uid: UInt32) -> String {
    "\(layout.approvals)/\(digest).\(uid).json"
  }

  /// The approval a proposal was asked and approved with, or why it has none, as a sentence.
  ///
  /// Called under the lock, so that one approval is used once.
  func approval(
    of proposal: Proposal, request: Subject, _ book: CaseBook, by author: Author
  ) -> Result<Approval, ApprovalFlaw> {
    book.request(request, for: proposal, by: author, at: options.clock()).flatMap { asked in
      let names = (try? files.names(in: layout.approvals)) ?? []
      let approval = names.sorted().lazy.filter { $0.hasPrefix(asked.digest + ".") }
        .compactMap { self.approval(in: $0, of: asked) }.first
      return approval.map { .success($0) } ?? .failure(.notYet)
    }
  }

  /// The approval in a file; `nil` unless it is its owner's own, whole, about this request, and the
  /// owner is not who asked.
  private func approval(in name: String, of asked: ApprovalRequest) -> Approval? {
    let path = layout.approvals + "/" + name
    guard let file = try? files.open(path, .read, by: rules) else { return nil }
    defer { files.close(file) }
    guard let status = try? files.status(of: file), status.owner != asked.by.uid,
      asked.isApproved(by: status.owner),
      path == approvalPath(asked.digest, status.owner), status.links == 1,
      status.size <= Self.approvalLimit,
      let bytes = try? files.read(file, at: 0, count: status.size),
      let document = try? JSONDocument(bytes: bytes[...]),
      document.root["request"]?.string?.text == asked.digest,
      document.root["uid"]?.integer == Int64(status.owner)
    else { return nil }
    return Approval(
      request: asked.subject, digest: documentDigest(bytes), uid: status.owner)
  }
}
