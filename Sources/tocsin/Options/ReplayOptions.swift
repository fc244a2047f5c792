// SPDX-License-Identifier: MIT

import ArgumentParser
import Cells
import ConsoleRuntime
import FoundationEssentials
import Glibc
import Incidents

/// How to work the console without a terminal: from a file of keys into a file of screens.
struct ReplayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Press the keys in a file, without a terminal; - is standard input.", valueName: "file"),
    completion: .file())
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "Where the screen they lead to is written, instead of standard output.", valueName: "file"),
    completion: .file())
  var dump: String?

  @Option(
    help: ArgumentHelp("The size of that screen; 80x24 unless said.", valueName: "columnsxrows"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      """
      The time it is all the while, such as 2026-11-23T08:41:00Z; a store that is not the demo's \
      is then only read.
      """,
      valueName: "time"))
  var now: String?

  /// The replay asked for, if any.
  func replay() throws(Failure) -> Replay? {
    guard let keys else {
      let alone = [("--dump", dump), ("--size", size), ("--now", now)].first { $0.1 != nil }
      if let alone { throw .unfitReplay("\(alone.0) needs --keys FILE.") }
      return nil
    }
    guard let size = KeyScript.size(size ?? "80x24") else {
      throw .unfitReplay(
        "--size '\(size ?? "")': write columns and rows such as 80x24, at most "
          + "\(KeyScript.largest.columns)x\(KeyScript.largest.rows).")
    }
    var moment: Timestamp?
    if let now {
      moment = Timestamp(iso8601: now)
      if moment == nil { throw .unfitReplay("--now '\(now)': write 2026-11-23T08:41:00Z.") }
    }
    return Replay(
      script: try Self.script(keys), size: size, now: moment,
      target: dump.flatMap { $0 == "-" ? nil : $0 })
  }

  private static func script(_ path: String) throws(Failure) -> KeyScript {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try StandardStreams.input()
    } else {
      try InputFile.check(path)
      guard let data = try? Data(contentsOf: URL(filePath: path)) else {
        throw .system("read", path, EIO)
      }
      bytes = Array(data)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unfitKeys("\(path): The keys are not UTF-8 text.")
    }
    do throws(KeyScript.Problem) { return try KeyScript(text) } catch {
      throw .unfitKeys("\(path):\(error.line): \(error.reason)")
    }
  }
}
