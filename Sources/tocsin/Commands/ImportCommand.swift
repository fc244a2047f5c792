// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin import`: take over what the service says.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over incidents, alerts and responses from files of Graph JSON.",
    usage: "tocsin import (<file> | -) ... [--dry-run]",
    discussion: """
      Pages, single records, arrays and lines of JSON are read in any mix. A record that cannot \
      be read is kept in quarantine and never costs its neighbours.
      """)

  @Argument(
    help: ArgumentHelp("Files to read, - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]
  @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global.typed)
    if settings.isReadOnly && !dryRun { throw Failure.readOnly }
    let sources = files.map { $0 == "-" ? ImportSource.standardInput : .file($0) }
    // All of them before any: half an import because of a slip in the last name helps nobody.
    for file in files where file != "-" { try InputFile.check(file) }
    let store = try store(at: settings.place)
    let importer = Importer(
      into: store, by: settings.author, isDryRun: dryRun,
      clock: { Clock.now })
    if settings.isVerbose { Failure.tell("\(store.place), as \(settings.author.title)") }
    var progress = ProgressLine(dot: settings.style.dot)
    let report = try importer.run(sources) { progress.show($0) }
    progress.clear()
    let text = ImportText(report, isDryRun: dryRun, dot: settings.style.dot)
    try StandardStreams.out(text.summary)
    for remark in text.remarks { Failure.tell(remark) }
    _ = store.saveIndex()
    if report.isUseless { throw Failure.nothingRecognised }
    if report.isPartial { throw Failure.told(.partly) }
  }

  private func store(at place: StorePlace) throws(Failure) -> any Store {
    guard dryRun else { return try place.openOrMake() }
    do throws(StoreError) { return try place.open(isReadOnly: true, remembers: false) } catch {
      guard case .absent(let path) = error else { throw .store(error) }
      return EmptyStore(place: path)
    }
  }
}

extension ImportReport {

  /// Whether something in the input was not taken over.
  var isPartial: Bool { quarantined > 0 || unrecognised > 0 || !cutOffSources.isEmpty }
}
