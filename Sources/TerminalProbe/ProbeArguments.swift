// SPDX-License-Identifier: MIT

import Terminal

/// The probe's command line: `--ascii`, `--color MODE`.
struct ProbeArguments {
  var options = Terminal.Options()

  init(_ arguments: [String]) {
    options.ascii = arguments.contains("--ascii")
    if let flag = arguments.firstIndex(of: "--color"), flag + 1 < arguments.count {
      options.color = ColorMode(rawValue: arguments[flag + 1]) ?? .automatic
    }
  }
}
