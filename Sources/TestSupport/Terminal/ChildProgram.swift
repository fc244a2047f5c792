// SPDX-License-Identifier: MIT

public import Glibc

/// A program started by `posix_spawn`: forking from Swift would copy one thread of many.
public struct ChildProgram: Sendable {
  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// It exited with a status.
    case exited(Int32)
    /// A signal ended it.
    case killed(Int32)
  }

  /// A program could not be started.
  public struct SpawnError: Error, CustomStringConvertible {
    /// The program.
    public let path: String
    /// The error number.
    public let code: Int32
    /// The program and the reason.
    public var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  /// The process id.
  public let id: pid_t

  /// Starts a program with exactly this environment.
  ///
  /// With `terminal` (the path of a pty's slave side) it leads a session of its own whose
  /// controlling terminal that is; without, its standard streams are `streams`.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String],
    terminal: String? = nil, streams: (input: Int32, output: Int32, error: Int32) = (0, 1, 2)
  ) throws(SpawnError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads that run tests block and ignore signals; a program must not inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    if let terminal {
      // The first terminal a session leader opens becomes its controlling terminal.
      let setSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, glibc's <spawn.h>
      flags |= setSession
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    } else {
      posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
      posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
      posix_spawn_file_actions_adddup2(&actions, streams.error, 2)
    }
    posix_spawnattr_setflags(&attributes, flags)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for word in words + settings { free(word) }
    }
    var id: pid_t = 0
    let code = posix_spawnp(&id, path, &actions, &attributes, &words, &settings)
    if code != 0 { throw SpawnError(path: path, code: code) }
    self.id = id
  }

  /// Waits for the end, at most `seconds`; `nil` if it still runs.
  public func wait(seconds: Int) -> Ending? {
    let deadline = Deadline(seconds: seconds)
    repeat {
      if let ending = ending(options: WNOHANG) { return ending }
      usleep(2_000)
    } while !deadline.isOver
    return nil
  }

  /// Sends a signal.
  public func send(_ signal: Int32) { kill(id, signal) }

  /// Kills it and collects what is left.
  public func end() {
    kill(id, SIGKILL)
    _ = ending(options: 0)
  }

  private func ending(options: Int32) -> Ending? {
    var status: Int32 = 0
    guard waitpid(id, &status, options) == id else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }
}
