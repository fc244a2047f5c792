// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin export`: an exact copy of the store.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Copy the store as it is now, while others go on working, and check the copy.",
    usage: "tocsin export <dir> [--force]",
    discussion: "The copy is a store itself: read it with --store, or put it back as it is.")

  @Argument(
    help: ArgumentHelp("The directory to make.", valueName: "dir"), completion: .directory)
  var directory: String
  @Flag(help: "Bring an earlier copy of the same store in that directory up to date.")
  var force = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global.typed, for: .reads)
    let store = try settings.place.open(
      isReadOnly: settings.isReadOnly, remembers: !settings.isReadOnly)
    let target = Memory.absolute(directory)
    guard !(target + "/").hasPrefix(Memory.absolute(store.place) + "/") else {
      throw Failure.noExport(path: target, reason: "It is in the store itself.")
    }
    let report: ExportReport
    do throws(StoreError) {
      report = try store.export(to: target, again: force)
    } catch {
      guard case .untrusted(let path, let reason) = error else { throw error }
      throw Failure.noExport(path: path, reason: reason)
    }
    let finding = report.verification
    try StandardStreams.out(VerificationText(finding, dot: settings.style.dot).text)
    Failure.tell("copied \(report.files) files up to line \(finding.headSeq) to \(report.place)")
    for place in report.leftOut { Failure.tell("left out \(place.path): \(place.reason)") }
    if finding.status != .done { throw Failure.told(finding.status) }
    if !report.leftOut.isEmpty { throw Failure.told(.partly) }
  }
}
