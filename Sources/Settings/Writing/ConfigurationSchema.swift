// SPDX-License-Identifier: MIT

/// The JSON schema of a configuration file, for editors.
public enum ConfigurationSchema {
  /// The schema (draft 2020-12).
  public static func text(actions: [DescribedAction]) -> String {
    var lines = [
      "{", "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",",
      "  \"title\": \"Configuration of tocsin\",", "  \"type\": \"object\",",
      "  \"additionalProperties\": false,", "  \"properties\": {",
      "    \"$schema\": { \"type\": \"string\" },",
    ]
    for (place, setting) in Setting.all.enumerated() {
      let comma = place + 1 < Setting.all.count ? "," : ""
      lines += ["    \(quoted(setting.id)): {"]
      lines += ["      \"description\": \(quoted(setting.help)),"]
      if setting.kind != .keys { lines += ["      \"default\": \(setting.standard.json),"] }
      lines += type(of: setting, actions)
      lines += ["    }\(comma)"]
    }
    return (lines + ["  }", "}", ""]).joined(separator: "\n")
  }

  private static func type(of setting: Setting, _ actions: [DescribedAction]) -> [String] {
    switch setting.kind {
    case .directory:
      return ["      \"type\": [\"string\", \"null\"],", "      \"pattern\": \"^(/|~/)\""]
    case .name(let limit):
      return [
        "      \"type\": [\"string\", \"null\"],", "      \"minLength\": 1,",
        "      \"maxLength\": \(limit)",
      ]
    case .flag: return ["      \"type\": [\"boolean\", \"null\"]"]
    case .duration:
      return [
        "      \"type\": [\"string\", \"null\"],", "      \"pattern\": \"^([0-9]+[mhdw])+$\"",
      ]
    case .choice(let words):
      // What reads as a number may be written as one.
      let numbers = words.filter { Int($0) != nil }
      let values = words.map(quoted) + numbers + ["null"]
      return ["      \"enum\": [\(values.joined(separator: ", "))]"]
    case .queries:
      return [
        "      \"type\": [\"object\", \"null\"],",
        "      \"maxProperties\": \(NamedQuery.limit),",
        "      \"additionalProperties\": { \"type\": \"string\" }",
      ]
    case .keys:
      var lines = [
        "      \"type\": [\"object\", \"null\"],", "      \"additionalProperties\": false,",
        "      \"properties\": {",
      ]
      for (place, action) in actions.enumerated() {
        lines += [
          "        \(quoted(action.id)): {",
          "          \"description\": \(quoted(action.help)),",
          "          \"default\": \(quoted(action.keys)),",
          "          \"type\": [\"array\", \"string\"],",
          "          \"items\": { \"type\": \"string\" }",
          "        }\(place + 1 < actions.count ? "," : "")",
        ]
      }
      return lines + ["      }"]
    }
  }
}
