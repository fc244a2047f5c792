// SPDX-License-Identifier: MIT

public import Console
private import Glibc
public import Settings

/// A configuration file on the disk, which is only ever read.
public struct ConfigurationFile: Hashable, Sendable {
  /// Where it is.
  public let path: String

  /// Makes it; nothing is read yet.
  public init(path: String) { self.path = path }

  /// What is at the path.
  public enum Content: Hashable, Sendable {
    /// Nothing.
    case absent
    /// Something that is not read, and why, as a sentence.
    case refused(String)
    /// A file; `isExposed` is whether others may write it.
    case bytes([UInt8], isExposed: Bool)
  }

  /// What a reading of the file gave.
  public struct Reading: Hashable, Sendable {
    /// The file.
    public var file: ConfigurationFile
    /// What was there.
    public var content: Content
    /// What it says; nothing where it cannot be read.
    public var settings = SettingsFile()
    /// What an open console takes over.
    public var configuration = Configuration()
    /// What is wrong, each a sentence with its place; none if the file is right or absent.
    public var problems: [String] = []
    /// What a person should know though nothing is wrong, as a sentence.
    public var warning: String?
    /// The settings the problems are about; `nil` among them is the file as a whole.
    public var troubled: Set<String?> = []

    /// The problems for a line that may be short: the file by its name alone.
    var shortProblems: [String] {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return problems.map { $0.hasPrefix(file.path) ? name + $0.dropFirst(file.path.count) : $0 }
    }
  }

  /// Reads the file as it is now.
  public func read() -> Reading {
    var reading = Reading(file: self, content: content())
    switch reading.content {
    case .absent: break
    case .refused(let sentence):
      reading.problems = ["\(path): \(sentence)"]
      reading.troubled = [nil]
    case .bytes(let bytes, let isExposed):
      reading.settings = SettingsFile(bytes)
      let (configuration, problems) = Configuration.read(reading.settings)
      reading.configuration = configuration
      reading.problems = problems.map { "\(path):\($0.position): \($0.sentence)" }
      reading.troubled = Set(problems.map(\.setting))
      if isExposed { reading.warning = "\(path) can be changed by others than you." }
    }
    return reading
  }

  private func content() -> Content {
    // Not to wait for whoever would open the other end of a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .absent : .refused(Self.words(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .refused(Self.words(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .refused("This is no regular file.") }
    let limit = JSON5Reader.sizeLimit
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count <= limit {
      let read = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, limit + 1 - count)
      }
      if read == 0 { break }
      if read > 0 {
        count += read
      } else if errno != EINTR {
        return .refused(Self.words(errno))
      }
    }
    guard count <= limit else { return .refused("The file is larger than \(limit / 1024) KiB.") }
    return .bytes(Array(bytes[..<count]), isExposed: Self.isExposed(status))
  }

  private static func isExposed(_ status: stat) -> Bool {
    let isForeign = status.st_uid != getuid() && status.st_uid != 0
    let isShared = status.st_mode & S_IWGRP != 0 && status.st_gid != getgid()
    return isForeign || isShared || status.st_mode & S_IWOTH != 0
  }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) + "." }
}
