// SPDX-License-Identifier: MIT

/// How the program ended, for scripts (the numbers of `sysexits.h`).
enum ExitStatus: Int32 {
  /// Done, or already so.
  case done = 0
  /// Done in part; the rest was listed.
  case partly = 1
  /// The command line is wrong.
  case usage = 64
  /// The data is unusable.
  case badData = 65
  /// A file, store or incident that was named is not there.
  case noInput = 66
  /// The store cannot be used until somebody looked into it.
  case unavailable = 69
  /// Something cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another process or person was faster; trying again may do.
  case busy = 75
  /// It can only be read, or the move is not permitted.
  case notPermitted = 77
}
