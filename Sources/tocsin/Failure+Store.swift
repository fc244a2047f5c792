// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore

extension StoreError {
  /// The status the program ends with.
  var status: ExitStatus {
    switch self {
    case .absent: .noInput
    case .exists: .cannotCreate
    case .untrusted, .readOnly: .notPermitted
    case .newerFormat, .poisoned, .incomplete: .unavailable
    case .busy: .busy
    case .broken, .damagedDocument: .badData
    case .tooLarge: .usage
    case .system(let call, _, let code): Self.status(of: call, code)
    }
  }

  private static func status(of call: String, _ code: Int32) -> ExitStatus {
    if code == EACCES || code == EPERM || code == EROFS { return .notPermitted }
    return call.hasPrefix("mk") || call.hasPrefix("create") ? .cannotCreate : .inputOutput
  }

  /// Whether it is certain, and not said already, that nothing was recorded.
  ///
  /// After a failed flush nobody knows what is on the disk.
  var isUnrecorded: Bool {
    switch self {
    case .busy, .poisoned: false
    case .absent, .incomplete, .exists, .untrusted, .newerFormat, .readOnly, .broken,
      .damagedDocument,
      .system, .tooLarge:
      true
    }
  }

  /// What next, where an error number tells.
  private static func advice(on errno: Int32) -> String {
    switch errno {
    case ENOSPC, EDQUOT: " Make room and try again."
    case EIO: " Look into the disk."
    case EROFS: " The disk can only be read."
    default: ""
    }
  }

  /// What, where, and what next.
  var sentence: String {
    switch self {
    case .absent(let path): Failure.noStore(path: path).sentence
    case .incomplete(let path, let reason): "\(path): \(reason)"
    case .exists(let path): "\(path): a store is there already; nothing was changed."
    case .untrusted(let path, let reason): "\(path) cannot be trusted: \(reason)"
    case .newerFormat(let path, let format):
      "\(path): a newer tocsin made it (format \(format)); use that one."
    case .busy(let holder): "The store is busy, held by \(holder); nothing was written. Try again."
    case .readOnly(let reason): "The store can only be read: \(reason)"
    case .poisoned(let reason):
      "Nothing can be written: a flush to disk failed earlier (\(reason)). Look into the disk, then see 'tocsin doctor'."
    case .broken(let path, let line, let reason):
      "\(path)\(line > 0 ? ":\(line)" : ""): the journal is broken: \(reason) It can only be read; see 'tocsin doctor'."
    case .damagedDocument(let path, let reason): "\(path) is damaged: \(reason)"
    case .system(let call, let path, let errno):
      "\(path): \(call): \(Failure.text(of: errno)).\(Self.advice(on: errno))"
    case .tooLarge(let reason): "That is too much for one line of the journal: \(reason)"
    }
  }
}
