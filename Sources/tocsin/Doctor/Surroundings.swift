// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Incidents

/// The terminal, language, time and person around the program.
struct Surroundings {
  private let settings: Settings

  /// The surroundings of some settings.
  init(_ settings: Settings) { self.settings = settings }

  /// What was found.
  var findings: [Finding] { [terminal, size, locale, zone, user] }

  private var terminal: Finding {
    guard let name = Variables["TERM"] else {
      return Finding(
        .notice, "terminal", "TERM is not set.", next: "The console needs it; commands do not.")
    }
    guard name != "dumb" else {
      return Finding(
        .notice, "terminal", "TERM is dumb.", next: "The console needs a terminal; commands do not."
      )
    }
    guard let path = Self.description(of: name) else {
      return Finding(
        .problem, "terminal", "There is no description of the terminal \(name) here.",
        next: "Install ncurses-term, or try TERM=xterm-256color.")
    }
    return Finding(.ok, "terminal", "TERM is \(name).", at: path)
  }

  private var size: Finding {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      var size = winsize()
      guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { continue }
      let text = "It has \(size.ws_col) columns and \(size.ws_row) rows."
      return size.ws_col >= 80 && size.ws_row >= 24
        ? Finding(.ok, "size", text)
        : Finding(.notice, "size", text, next: "80 columns and 24 rows show everything.")
    }
    return Finding(.ok, "size", "No terminal is attached.")
  }

  private var locale: Finding {
    let name = Variables["LC_ALL"] ?? Variables["LC_CTYPE"] ?? Variables["LANG"] ?? "C"
    guard setlocale(LC_CTYPE, "") != nil else {
      return Finding(
        .problem, "locale", "The locale \(name) is not installed.", next: "Try LC_ALL=C.UTF-8.")
    }
    let codes = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    guard codes == "UTF-8" else {
      return Finding(
        .notice, "locale", "The locale \(name) is not UTF-8 but \(codes).",
        next: "The console draws with --ascii there; set LC_ALL=C.UTF-8 for all characters.")
    }
    return Finding(.ok, "locale", "It is \(name), UTF-8.")
  }

  private var zone: Finding {
    let now = Clock.now
    var seconds = time_t(now.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let minutes = abs(parts.tm_gmtoff / 60)
    let offset = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    let sign = parts.tm_gmtoff < 0 ? "behind" : "ahead of"
    let name = parts.tm_zone.map { String(cString: $0) } ?? "unnamed"
    return Finding(
      .ok, "time",
      "It is \(now.iso8601); the zone \(name) is \(offset) \(sign) UTC.")
  }

  private var user: Finding {
    let author = settings.author
    return Finding(.ok, "user", "You act as \(author.title), user \(author.uid).")
  }

  /// Where a terminal is described; `nil` if nowhere.
  private static func description(of name: String) -> String? {
    guard let first = name.utf8.first, !name.contains("/") else { return nil }
    let folders = [String(UnicodeScalar(first)), String(first, radix: 16)]
    let roots =
      [Variables["TERMINFO"], Variables["HOME"].map { $0 + "/.terminfo" }].compactMap(\.self)
      + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    for root in roots {
      for folder in folders where access("\(root)/\(folder)/\(name)", R_OK) == 0 {
        return "\(root)/\(folder)/\(name)"
      }
    }
    return nil
  }

  /// How old a file is, in words; `nil` if there is none.
  static func age(ofFile path: String) -> String? {
    var found = stat()
    guard lstat(path, &found) == 0 else { return nil }
    let minutes = max(0, Clock.now.milliseconds / 1000 - Int64(found.st_mtim.tv_sec)) / 60
    switch minutes {
    case ..<1: return "less than a minute"
    case ..<120: return "\(minutes) minutes"
    case ..<2880: return "\(minutes / 60) hours"
    default: return "\(minutes / 1440) days"
    }
  }
}
