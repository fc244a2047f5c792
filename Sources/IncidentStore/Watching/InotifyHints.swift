// SPDX-License-Identifier: MIT

private import Glibc
private import Synchronization

/// Hints by inotify(7); where there is none to be had, only the clock.
package final class InotifyHints: ChangeHints {
  /// What a directory is watched for: names that come and go, and files that are written to.
  private static let events = UInt32(
    IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR)
  /// The longest wait when nothing could end it from outside.
  private static let unstoppable: Int32 = 1000

  private let isAllowed: Bool
  private let isStopped = Mutex(false)
  private let descriptor = Mutex<Int32>(-1)
  /// Written to by `stop`; -1 if the process has no descriptors left.
  private let wake: (reading: Int32, writing: Int32)

  /// Makes hints; `isAllowed` is whether inotify may be used at all.
  package init(isAllowed: Bool) {
    self.isAllowed = isAllowed
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    wake = (ends[0], ends[1])
  }

  deinit {
    for descriptor in [descriptor.withLock { $0 }, wake.reading, wake.writing]
    where descriptor >= 0 {
      close(descriptor)
    }
  }

  package func arm(_ directories: [String]) -> Bool {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = isAllowed ? inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) : -1
      guard descriptor >= 0 else { return false }
      for directory in directories
      where inotify_add_watch(descriptor, directory, Self.events) < 0 {
        close(descriptor)
        descriptor = -1
        return false
      }
      return true
    }
  }

  package func wait(milliseconds: Int32?) -> ChangeHint {
    let events = descriptor.withLock { $0 }
    var limit = milliseconds ?? -1
    if wake.reading < 0 { limit = limit < 0 ? Self.unstoppable : min(limit, Self.unstoppable) }
    var polled = [wake.reading, events].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&polled, nfds_t(polled.count), limit)
    if isStopped.withLock({ $0 }) { return .stopped }
    guard count > 0, polled[1].revents != 0 else { return .nothing }
    return Self.take(events)
  }

  package func stop() {
    isStopped.withLock { $0 = true }
    var byte: UInt8 = 1
    _ = write(wake.writing, &byte, 1)
  }

  /// Reads all there is.
  private static func take(_ descriptor: Int32) -> ChangeHint {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var hint = ChangeHint.changed
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return hint }
      if buffer.withUnsafeBytes({ isLoss($0[..<count]) }) { hint = .lost }
    }
  }

  /// Whether one of the events says that others are missing or that no more will come.
  private static func isLoss(_ events: Slice<UnsafeRawBufferPointer>) -> Bool {
    let losses = UInt32(
      IN_Q_OVERFLOW | IN_IGNORED | IN_UNMOUNT | IN_DELETE_SELF | IN_MOVE_SELF)
    // The head of an event is its watch, mask, cookie and the length of the name after it.
    let head = MemoryLayout<inotify_event>.size
    var rest = UnsafeRawBufferPointer(rebasing: events)
    while rest.count >= head {
      let mask = rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
      let length = Int(rest.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      if mask & losses != 0 { return true }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(head + length))
    }
    return false
  }
}
