// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin verify`: whether the store is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every journal line, the chain, and every incident's document.",
    usage: "tocsin verify")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global.typed, for: .reads)
    let finding = try settings.place.verify()
    try StandardStreams.out(VerificationText(finding, dot: settings.style.dot).text)
    if finding.status != .done { throw Failure.told(finding.status) }
  }
}

extension Verification {
  /// The status `verify` ends with.
  var status: ExitStatus {
    if case .broken = state { return .badData }
    guard damagedDocuments.isEmpty else { return .badData }
    guard poisoned == nil else { return .unavailable }
    return state == .sound && !hasLostJournal ? .done : .partly
  }
}
