// SPDX-License-Identifier: MIT

import Console
import Dispatch
import Settings
import Synchronization

/// Watches the configuration file on a thread of its own, and tells what it says anew.
final class ConfigurationLookout: Sendable {
  private let start: ConfigurationFile.Reading
  private let last: Mutex<ConfigurationFile.Content>
  private let watcher: FileWatcher
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "configuration", qos: .utility)

  /// Begins to watch; `reading` is what the console knows already.
  init(_ reading: ConfigurationFile.Reading, usesHints: Bool, mailbox: Mailbox) {
    start = reading
    last = Mutex(reading.content)
    self.mailbox = mailbox
    watcher = FileWatcher(path: reading.file.path, usesHints: usesHints)
    queue.async { [self] in watcher.run(look) }
  }

  /// Reads the file, and tells if it is another than before.
  func look() {
    let news = last.withLock { last in
      let found = start.file.read()
      guard found.content != last else { return [Message]() }
      last = found.content
      return messages(on: found)
    }
    mailbox.post(news)
  }

  /// Looks on another thread, for changes no hint tells of, such as those on a network's disk.
  func lookSoon() { DispatchQueue.global(qos: .utility).async { [self] in look() } }

  /// Stops and waits until it has: nothing is told after this.
  func leave() {
    watcher.stop()
    queue.sync {}
  }

  private func messages(on found: ConfigurationFile.Reading) -> [Message] {
    if let first = found.shortProblems.first {
      let others = found.problems.count - 1
      let more = others > 0 ? " (\(others) more)" : ""
      return [.noticed(.failure, "\(first)\(more) The configuration stays as it was.")]
    }
    let later = Setting.all.filter {
      !$0.isLive && found.settings[$0]?.value != start.settings[$0]?.value
    }
    let names = later.map(\.id).joined(separator: ", ")
    let rest =
      later.isEmpty
      ? "." : "; \(names) \(later.count > 1 ? "count" : "counts") from the next start."
    let notice = (found.warning.map { $0 + " " } ?? "") + "Configuration read again\(rest)"
    return [.configured(found.configuration), .noticed(.info, notice)]
  }
}
