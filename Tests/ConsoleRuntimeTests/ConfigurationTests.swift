// SPDX-License-Identifier: MIT

import Cells
import Console
import ConsoleRuntime
import Glibc
import Settings
import TestSupport
import Testing

/// That an open console follows its configuration file, however it is changed.
@Suite struct ConfigurationTests {
  let clock = FixedClock()
  let display = HeadlessDisplay()
  let directory = Directory()
  let loaded = HeadlessDisplay.Step.until("A user opened a lure")

  private var file: ConfigurationFile { ConfigurationFile(path: directory.path + "/config.json5") }

  private func write(_ text: String, to name: String = "config.json5", mode: mode_t = 0o600) {
    let creating = open(directory.path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, mode)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(creating, $0.baseAddress, $0.count) }
    fchmod(creating, mode)
    close(creating)
  }

  /// As editors do: a new file takes the old one's place.
  private func replace(_ text: String) {
    write(text, to: "config.json5~")
    _ = rename(file.path + "~", file.path)
  }

  private func program(polls: Bool = false) -> Program {
    let clock = clock
    var environment = Environment(
      store: MemoryStore(holding: SampleIncident.queue, clock: clock),
      author: Story.author("alice"), now: { clock.now }, techniqueName: { _ in nil },
      sentence: { "\($0)" })
    environment.configuration = file.read()
    environment.polls = polls
    return Program(environment: environment, display: display, title: "soc")
  }

  @Test(arguments: [false, true])
  func `keys change while it runs, and a file with mistakes changes nothing`(polls: Bool) {
    write("{keys: {help: ['F1']}}")
    display.play(
      loaded, .until("F1 help"), .look { replace("{keys: {help: ['F6']}}") },
      .until("F6 help"), .until("Configuration read again."),
      .look { write("{keys: {\n  hepl: ['F3']}}") },
      .until("config.json5:2:3: There is no action 'hepl'."), .look {},
      .keys("j"), .until("2/5"), .until("F6 help"), .look { _ = unlink(file.path) },
      .until("? help"), .keys("q"))
    #expect(program(polls: polls).run() == 0, "\(display.screen)")
  }

  @Test func `a file behind a link is followed, and what counts later is said`() {
    mkdir(directory.path + "/dotfiles", 0o700)
    write("{}", to: "dotfiles/tocsin.json5")
    symlink("dotfiles/tocsin.json5", file.path)
    display.play(
      loaded,
      .look {
        write("{color: 'never', ascii: true, keys: {quit: ['Q']}}", to: "dotfiles/tocsin.json5")
      },
      .until("color, ascii count from the next start."), .until("Q quit"), .keys("Q"))
    #expect(program().run() == 0, "\(display.screen)")
  }

  @Test func `a file with mistakes is no reason not to open`() {
    write("{keys: {quit: []}, theme: 'dark',")
    display.play(.until("config.json5:1:1: This has no end: }."), loaded, .keys("q"))
    #expect(program().run() == 0, "\(display.screen)")
  }

  @Test func `only a regular file of some size is read, and one that others may write is told of`()
  {
    #expect(file.read().content == .absent)
    mkdir(file.path, 0o700)
    #expect(file.read().problems == ["\(file.path): This is no regular file."])
    _ = rmdir(file.path)
    mkfifo(file.path, 0o600)
    #expect(file.read().problems == ["\(file.path): This is no regular file."])
    _ = unlink(file.path)
    write(String(repeating: " ", count: JSON5Reader.sizeLimit + 1))
    #expect(file.read().problems == ["\(file.path): The file is larger than 256 KiB."])
    write("{ascii: true}", mode: 0o602)
    let exposed = file.read()
    #expect(exposed.problems == [])
    #expect(exposed.settings[.ascii]?.value.isTrue == true)
    #expect(exposed.warning == "\(file.path) can be changed by others than you.")
    write("{}", mode: 0o644)
    #expect(file.read().warning == nil)
  }
}
