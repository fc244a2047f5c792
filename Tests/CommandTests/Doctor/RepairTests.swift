// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import Testing

/// What `doctor --repair` and `verify` say of a store that cannot be used as it is.
@Suite struct RepairTests {
  private func journal(_ sandbox: Sandbox) -> String {
    "\(sandbox.store)/journal/000000000001.ndjson"
  }

  private func append(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_APPEND)
    try #require(write(file, text, text.utf8.count) == text.utf8.count)
    close(file)
  }

  @Test func `verify and doctor say of a store that a failed flush closed that it is unavailable`()
    throws
  {
    let sandbox = try Sandbox.withSamples()
    let marker = #"{"at":"2026-11-24T00:00:00.000Z","uid":1,"call":"fdatasync","errno":5}"#
    try Data(marker.utf8).write(to: URL(filePath: "\(sandbox.store)/POISONED"))
    chmod("\(sandbox.store)/POISONED", 0o600)
    let verify = try sandbox.run("verify")
    #expect(verify.status == 69)
    #expect(verify.out.contains("\npoisoned    nothing can be written: fdatasync failed at 2026"))
    #expect(verify.out.hasPrefix("journal     sound"))
    #expect(try sandbox.run("doctor").status == 69)
    #expect(try sandbox.run("comment", "2972395", "x").status == 69)
    #expect(
      try sandbox.run("doctor", "--repair").error
        == "tocsin: wrote the journal's last segment anew, and read it back\n")
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `verify and doctor agree on a torn last line, and on a torn one in the middle`()
    throws
  {
    let sandbox = try Sandbox.withSamples()
    try append(#"{"v":1,"seq":4,"t":"2026-11-2"#, to: journal(sandbox))
    let verify = try sandbox.run("verify")
    #expect(verify.status == 1)
    #expect(verify.out.hasPrefix("journal     unfinished or damaged after line 3;"))
    let doctor = try sandbox.run("doctor")
    #expect(doctor.status == 1)
    #expect(doctor.out.contains("It is unfinished or damaged after line 3; writing goes on."))
    let repair = try sandbox.run("doctor", "--repair")
    #expect(repair.status == 1)
    #expect(
      repair.error
        == "tocsin: --repair does not help with: journal. Each of these lines says what does.\n")
    #expect(try sandbox.run("ack", "2972395").status == 0)
    #expect(try sandbox.run("verify").status == 0)
    #expect(try sandbox.run("verify").out.contains("\ntorn        1 unfinished lines, harmless"))
    #expect(try sandbox.run("doctor").status == 0)
  }

  @Test(arguments: ["journal", "incidents", "store.json", "journal/000000000001.ndjson"])
  func `a store of which a part is missing is unavailable, and it is said which`(
    _ name: String
  ) throws {
    let sandbox = try Sandbox.withSamples()
    let path = "\(sandbox.store)/\(name)"
    try FileManager.default.moveItem(atPath: path, toPath: "\(sandbox.path)/aside")
    for command in [
      ["list"], ["verify"], ["import", "\(sandbox.path)/page.json"], ["ack", "2972395"], [],
    ] {
      let run = try sandbox.run(command)
      #expect(run.status == 69, "\(command)")
      #expect(run.error.hasPrefix("tocsin: \(path): It is missing, "), "\(command): \(run.error)")
      #expect(run.error.contains("backup or an export"), "\(command)")
    }
    let doctor = try sandbox.run("doctor")
    #expect(doctor.status == 69)
    #expect(doctor.out.contains("The store cannot be opened: \(path): It is missing"))
    let repair = try sandbox.run("doctor", "--repair")
    #expect(repair.status == 69 && repair.error.contains(path))
    try FileManager.default.moveItem(atPath: "\(sandbox.path)/aside", toPath: path)
    #expect(try sandbox.run("verify").status == 0)
  }

  @Test func `unfinished files are removed by a repair, which says so`() throws {
    let sandbox = try Sandbox.withSamples()
    let path = "\(sandbox.store)/journal/000000000009.ndjson.x.tmp"
    close(creat(path, 0o600))
    #expect(try sandbox.run("doctor").out.contains("notice   unfinished"))
    #expect(
      try sandbox.run("doctor", "--repair").error == "tocsin: Nothing had to be repaired.\n")
    var times = [timespec](repeating: timespec(tv_sec: 1, tv_nsec: 0), count: 2)
    utimensat(AT_FDCWD, path, &times, 0)
    #expect(
      try sandbox.run("doctor", "--repair").error
        == "tocsin: removed \(path), which was never finished\n")
    #expect(access(path, F_OK) != 0)
  }

  @Test func `where nothing can be remembered or kept, doctor and --verbose say so, nothing else`()
    throws
  {
    let sandbox = try Sandbox.withSamples()
    // A file: even root cannot make a directory in it.
    let file = "\(sandbox.path)/page.json"
    sandbox.environment["XDG_STATE_HOME"] = file
    sandbox.environment["XDG_CACHE_HOME"] = file
    for command in [["list"], ["verify"], ["ack", "2972395"]] {
      let run = try sandbox.run(command)
      #expect(run.status == 0 && !run.error.contains(file), "\(command): \(run.error)")
    }
    let doctor = try sandbox.run("doctor")
    #expect(doctor.status == 0)
    #expect(
      doctor.out.contains("notice   head         Nothing can be remembered: \(file) is not a dir"))
    #expect(doctor.out.contains("notice   index        None can be kept: \(file) is not a dir"))
    let verbose = try sandbox.run("list", "--verbose")
    #expect(verbose.status == 0)
    #expect(verbose.error.contains("Nothing can be remembered: \(file) is not a directory."))
    #expect(verbose.error.contains("No index can be kept: \(file) is not a directory."))
  }
}
