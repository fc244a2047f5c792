// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import SafeText
import Settings

/// The settings that count, for `tocsin config`.
struct ConfigurationText {
  private struct Row {
    var name: String
    var value: SettingValue
    var origin: EffectiveSettings.Origin
  }

  private let rows: [Row]

  init(_ settings: Settings) {
    var rows: [Row] = []
    for setting in Setting.all {
      let (value, origin) = settings.effective[setting]
      switch setting {
      case .keys where !value.keys.isEmpty:
        rows += value.keys.map { Self.row($0, origin) }
      case .views where !value.queries.isEmpty:
        rows += value.queries.map { Self.row($0, origin) }
      case .store:
        rows.append(Row(name: "store", value: .text(settings.place.path), origin: origin))
      case .author:
        rows.append(Row(name: "as", value: .text(settings.author.name), origin: origin))
      case .readOnly where settings.effective.isUncertain:
        rows.append(Row(name: setting.id, value: .flag(true), origin: .mistakes))
      case .readOnly where !settings.effective.problems.isEmpty && !value.isTrue:
        rows.append(Row(name: setting.id, value: .flag(true), origin: .mistakesForCommands))
      default: rows.append(Row(name: setting.id, value: value, origin: origin))
      }
    }
    self.rows = rows
  }

  private static func row(_ choice: KeyChoice, _ origin: EffectiveSettings.Origin) -> Row {
    var origin = origin
    if case .file(let path, _) = origin { origin = .file(path, choice.position) }
    return Row(name: "keys.\(choice.action)", value: .keys([choice]), origin: origin)
  }

  private static func row(_ query: NamedQuery, _ origin: EffectiveSettings.Origin) -> Row {
    var origin = origin
    if case .file(let path, _) = origin { origin = .file(path, query.position) }
    return Row(name: "views.\(query.name)", value: .text(query.text), origin: origin)
  }

  /// One line each: name, value, origin.
  var lines: String {
    let cells = rows.map { row in
      [row.name, Self.text(of: row.value), row.origin.description]
        .map { VisibleText($0, .indicator) }
    }
    let widths = (0..<2).map { column in cells.map { $0[column].width }.max() ?? 0 }
    return cells.map { cells in
      let padded = (0..<2).map { column in
        cells[column].text + String(repeating: " ", count: widths[column] - cells[column].width)
      }
      return "\(padded.joined(separator: "  "))  \(cells[2].text)\n"
    }.joined()
  }

  private static func text(of value: SettingValue) -> String {
    switch value {
    case .text(let text): text
    case .keys(let choices) where choices.count == 1: sequences(choices[0])
    default: value.json
    }
  }

  private static func sequences(_ choice: KeyChoice) -> String {
    choice.sequences.isEmpty
      ? "(none)" : choice.sequences.map(\.text).joined(separator: ", ")
  }

  /// One array of objects.
  var json: String {
    let objects = rows.map { row in
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("name", row.name)
        writer.name("value")
        switch row.value {
        case .usual: writer.null()
        case .text(let text): writer.string(text)
        case .flag(let flag): writer.bool(flag)
        case .queries:
          writer.object { _ in }
        case .keys(let choices):
          writer.array { writer in
            for written in choices.flatMap(\.sequences) { writer.string(written.text) }
          }
        }
        writer.member("origin", row.origin.kind)
        writer.member("where", row.origin.place)
      }
      return "  " + String(decoding: writer.bytes, as: UTF8.self)
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

extension EffectiveSettings.Origin {
  /// What kind of origin it is, for scripts.
  var kind: String {
    switch self {
    case .option: "option"
    case .variable: "environment"
    case .file: "file"
    case .mistakes, .mistakesForCommands: "mistakes"
    case .standard: "default"
    }
  }

  /// The option, the variable or the place in the file.
  var place: String? {
    switch self {
    case .option(let name), .variable(let name): name
    case .file(let path, let position): "\(path):\(position)"
    case .mistakes, .mistakesForCommands, .standard: nil
    }
  }

  /// Who says it, for people.
  var description: String {
    switch self {
    case .option(let name): name
    case .variable(let name): "$" + name
    case .file(let path, let position): "\(path):\(position)"
    case .mistakes: "until the configuration is right"
    case .mistakesForCommands: "for commands, until the configuration is right"
    case .standard: "default"
    }
  }
}
