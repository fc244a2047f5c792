// SPDX-License-Identifier: MIT

/// A configuration file that says in comments what can be said, and changes nothing.
public enum DefaultFile {
  /// The file.
  public static func text(actions: [DescribedAction]) -> String {
    var lines = [
      "// Configuration of tocsin, in JSON5. It belongs in $XDG_CONFIG_HOME/tocsin/config.json5.",
      "// The values below are the defaults. Options and environment variables win over them.",
      "{",
    ]
    for setting in Setting.all {
      lines += ["  // \(setting.help)"]
      if case .choice = setting.kind { lines += ["  // One of: \(setting.expected)."] }
      let also = [setting.option, setting.variable.map { "$" + $0 }].compactMap { $0 }
      if !also.isEmpty { lines += ["  // Also: \(also.joined(separator: ", "))."] }
      if setting.kind == .queries {
        lines += ["  // Such as: { \"phishing at night\": \"phish sev:high.. age:..12h\" }."]
      }
      guard setting.kind == .keys else {
        // A name with a dot in it must be quoted.
        let name = setting.id.contains(".") ? quoted(setting.id) : setting.id
        lines += ["  \(name): \(setting.standard.json),", ""]
        continue
      }
      lines += ["  \(setting.id): {"]
      for action in actions {
        lines += [
          "    // \(action.help)", "    // \(quoted(action.id)): \(quoted(action.keys)),",
        ]
      }
      lines += ["  },"]
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }
}
