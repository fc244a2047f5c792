// SPDX-License-Identifier: MIT

import ArgumentParser
import ConsoleRuntime
import IncidentStore
import Resources
import Terminal

/// The console on the terminal, until the person leaves.
enum Interactive {
  /// Runs it on a store; what it ends with, if not with `q`, is the program's exit code.
  static func run(
    _ settings: Settings, store: any Store, title: String, keepsDrafts: Bool = false,
    replay: Replay? = nil
  ) throws {
    var environment = Environment(
      store: store, author: settings.author, now: { Clock.now },
      techniqueName: { TechniqueNames.name(of: $0) }, sentence: { $0.sentence })
    environment.techniqueTactics = { TechniqueNames.tactics(of: $0) }
    environment.zone = TeamZone.read(nil)
    environment.teamZone = settings.teamZone
    environment.readinessChecklist = ReadinessChecklist.values
    environment.guide = GuideFile.guide
    environment.provider = settings.effective.provider
    // A replay leaves nothing behind.
    let drafts = keepsDrafts && replay == nil ? Drafts(ofStore: store.id) : nil
    environment.edit = { text in
      let directory = drafts?.files.workplace ?? Variables["TMPDIR"] ?? "/tmp"
      return Editor(directory: directory).edit(text)
    }
    if let drafts {
      environment.adoptDrafts = { drafts.adopt() }
      environment.keepDrafts = { drafts.keep($0) }
    }
    if keepsDrafts, replay == nil,
      let looks = Looking(ofStore: store.id, by: settings.author)
    {
      environment.recallLooks = { looks.recall() }
      environment.keepLooks = { looks.keep($0) }
    }
    defer { drafts?.files.leave() }
    environment.configuration = settings.effective.reading
    environment.polls = Variables["TOCSIN_NO_INOTIFY"] != nil
    if let replay {
      return try replay.run(
        environment, title: title, ascii: settings.style.isASCII, plain: settings.isPlain)
    }
    let options = Terminal.Options(
      color: settings.color.mode, ascii: settings.style.isASCII, plain: settings.isPlain,
      theme: settings.theme)
    let ending: (code: Int32, unsaid: [String])
    do {
      ending = try runConsole(environment, title: title, options: options)
    } catch {
      throw Failure.noTerminal(error.description)
    }
    // Thrown, so that whoever made a place for the store can clear it away.
    for sentence in ending.unsaid { Failure.tell(sentence) }
    let code = ending.code == 0 && !ending.unsaid.isEmpty ? 1 : ending.code
    if code != 0 { throw ExitCode(code) }
  }
}

extension ColorChoice {
  fileprivate var mode: ColorMode {
    switch self {
    case .auto: .automatic
    case .never: .never
    case .sixteen: .sixteen
    case .many: .ansi256
    }
  }
}
