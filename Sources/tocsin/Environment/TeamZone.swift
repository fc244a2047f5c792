// SPDX-License-Identifier: MIT

import Glibc
import Incidents

/// The zone a team works in, as the system's time zone data say it.
enum TeamZone {
  /// Where Debian, and everybody else, keeps them; the variable is the C library's own.
  private static var directory: String {
    Variables["TZDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/usr/share/zoneinfo"
  }

  /// Whether there is a zone of a name.
  static func exists(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "."),
      !name.contains(".."), !name.contains("\0")
    else { return false }
    if name == "UTC" { return true }
    guard let file = fopen("\(directory)/\(name)", "rb") else { return false }
    defer { fclose(file) }
    var magic = [UInt8](repeating: 0, count: 4)
    // A directory can be opened, too, but holds nothing.
    return fread(&magic, 1, 4, file) == 4 && magic == Array("TZif".utf8)
  }

  /// Why a name is none, as a sentence.
  static func refusal(of name: String) -> String {
    access(directory, R_OK) == 0
      ? "There is no time zone '\(name)' here; it is a name such as Europe/Berlin."
      : "No time zone is known here: \(directory) cannot be read (Debian's package tzdata)."
  }

  /// The offsets of a zone, or of the machine's where none is named, from some years ago to some
  /// years ahead: whole years, so that it is the same value all year long.
  ///
  /// The variable that names the zone to the C library is changed meanwhile: only before there are
  /// threads.
  static func read(_ name: String?) -> LocalZone {
    if name == "UTC" { return .utc }
    guard let name else { return offsets() }
    let before = Variables["TZ"]
    setenv("TZ", ":" + name, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return offsets()
  }

  private static func offsets() -> LocalZone {
    let year = CalendarDate(Clock.now).year
    let start = seconds(ofYear: year - 3)
    let end = seconds(ofYear: year + 3)
    // No zone changes twice within a week.
    let week: Int64 = 7 * 86_400
    var stretches = [stretch(from: start)]
    var known = start
    while known < end {
      let next = min(known + week, end)
      if Clock.minutes(at: next) != stretches[stretches.count - 1].minutes {
        var (low, high) = (known, next)
        while high - low > 1 {
          let middle = (low + high) / 2
          if Clock.minutes(at: middle) == Clock.minutes(at: next) {
            high = middle
          } else {
            low = middle
          }
        }
        stretches.append(stretch(from: high))
      }
      known = next
    }
    return LocalZone(stretches)
  }

  private static func seconds(ofYear year: Int) -> Int64 {
    (Timestamp(iso8601: "\(year)-01-01T00:00:00Z")?.milliseconds ?? 0) / 1000
  }

  private static func stretch(from seconds: Int64) -> LocalZone.Stretch {
    LocalZone.Stretch(
      from: Timestamp(milliseconds: seconds * 1000), minutes: Clock.minutes(at: seconds))
  }
}
