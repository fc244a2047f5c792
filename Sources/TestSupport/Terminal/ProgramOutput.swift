// SPDX-License-Identifier: MIT

import Glibc

/// What a program printed and how it ended.
public struct ProgramOutput: Sendable {
  /// Standard output and standard error together.
  public let text: String
  /// The ending; `nil` if it had to be killed.
  public let ending: ChildProgram.Ending?

  /// Runs a program to its end, without input.
  public static func of(
    _ program: String, _ arguments: [String], environment: [String: String], seconds: Int = 60
  ) throws -> ProgramOutput {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else {
      throw ChildProgram.SpawnError(path: program, code: errno)
    }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipe[0]) }
    let child: ChildProgram
    do {
      child = try ChildProgram(
        program, arguments, environment: environment, streams: (null, pipe[1], pipe[1]))
      close(pipe[1])
    } catch {
      close(pipe[1])
      throw error
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var ending: ChildProgram.Ending?
    let deadline = Deadline(seconds: seconds)
    // A daemon the program leaves behind may hold the pipe open: the end of the program is the end.
    while true {
      var ready = pollfd(fd: pipe[0], events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, ending == nil ? 5 : 0) == 1 {
        let count = read(pipe[0], &buffer, buffer.count)
        if count > 0 {
          bytes += buffer[..<count]
          continue
        }
        if ending == nil { usleep(1_000) }
      }
      if ending != nil { break }
      ending = child.wait(seconds: 0)
      if ending == nil && deadline.isOver {
        child.end()
        break
      }
    }
    return ProgramOutput(text: String(decoding: bytes, as: UTF8.self), ending: ending)
  }
}
