// SPDX-License-Identifier: MIT

import Cells
import ConsoleRuntime
import Glibc
import Settings

/// The settings that count: the command line's, else the environment's, else the file's, else what
/// is usual.
struct EffectiveSettings {
  /// Who says what counts.
  enum Origin: Hashable {
    /// An option of the command line.
    case option(String)
    /// An environment variable.
    case variable(String)
    /// The configuration, at a place.
    case file(String, TextPosition)
    /// Mistakes in the configuration, until they are gone.
    case mistakes
    /// The same, where they stop commands and not the console.
    case mistakesForCommands
    /// Nobody.
    case standard
  }

  /// What the file says; `nil` where there is no place for one.
  let reading: ConfigurationFile.Reading?
  /// What is wrong with the file, each a sentence with its place.
  let problems: [String]
  private let options: TypedOptions
  private let troubled: Set<String?>

  init(_ options: TypedOptions) throws(Failure) {
    self.options = options
    reading = try Self.file(options.config)?.read()
    if let path = options.config, reading?.content == .absent {
      throw .noFile(path: path, errno: ENOENT)
    }
    var problems = reading?.problems ?? []
    var troubled = reading?.troubled ?? []
    // Only here is it known what shows as what it is.
    if let reading, let placed = reading.settings[.author], let name = placed.value.text,
      !Settings.isPrintable(name, bytes: Settings.nameLimit)
    {
      let limit = Settings.nameLimit
      problems.append(
        "\(reading.file.path):\(placed.position): 'as' is 1 to \(limit) bytes of printable text.")
      troubled.insert(Setting.author.id)
    }
    if let reading, let placed = reading.settings[.timeZone], let name = placed.value.text,
      !TeamZone.exists(name)
    {
      problems.append("\(reading.file.path):\(placed.position): \(TeamZone.refusal(of: name))")
      troubled.insert(Setting.timeZone.id)
    }
    self.problems = problems
    self.troubled = troubled
  }

  /// Refuses a file with mistakes.
  func check() throws(Failure) {
    if !problems.isEmpty { throw .badConfiguration(problems) }
  }

  /// Refuses a file whose mistakes leave open which store is meant, and tells of the others: to read
  /// goes on without what is wrong.
  func checkPlace() throws(Failure) {
    guard !problems.isEmpty else { return }
    if isUncertain(.store) { throw .badConfiguration(problems) }
    problems.forEach(Failure.tell)
    Failure.tell("This is read as if that were not there; nothing is recorded until it is right.")
  }

  /// Whether mistakes leave open which store is meant, who acts, or whether anything may change.
  ///
  /// A name that is like no setting's may have been meant to forbid changes.
  var isUncertain: Bool {
    let isStrange = troubled.contains { $0.map { Setting.named($0) == nil } ?? true }
    return [Setting.store, .author, .readOnly].contains(where: isUncertain)
      || isStrange && said(of: .readOnly) == nil
  }

  private func isUncertain(_ setting: Setting) -> Bool {
    said(of: setting) == nil && (troubled.contains(nil) || troubled.contains(setting.id))
  }

  /// The value of a setting that counts, and who says so.
  subscript(setting: Setting) -> (value: SettingValue, origin: Origin) {
    if let said = said(of: setting) { return said }
    guard let reading, let placed = reading.settings[setting], !troubled.contains(setting.id) else {
      return (setting.standard, .standard)
    }
    return (placed.value, .file(reading.file.path, placed.position))
  }

  /// What the command line or the environment says.
  private func said(of setting: Setting) -> (value: SettingValue, origin: Origin)? {
    let value: SettingValue?
    switch setting {
    case .store: value = options.store.map { .text($0) }
    case .author: value = options.name.map { .text($0) }
    case .readOnly: value = options.readOnly ? .flag(true) : nil
    case .color: value = options.color.map { .text($0.rawValue) }
    case .theme: value = options.theme.map { .text($0.rawValue) }
    case .ascii: value = options.ascii ? .flag(true) : nil
    default: value = nil
    }
    if let value { return (value, .option(setting.option ?? "")) }
    guard let name = setting.variable, let text = Variables[name] else { return nil }
    // The one variable that says something only by being there; see no-color.org.
    return (.text(setting == .color ? ColorChoice.never.rawValue : text), .variable(name))
  }

  private static func file(_ named: String?) throws(Failure) -> ConfigurationFile? {
    if let named {
      if named.isEmpty { throw .emptyConfiguration }
      return ConfigurationFile(path: named)
    }
    if let config = Variables["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      return ConfigurationFile(path: config + "/tocsin/config.json5")
    }
    return Variables["HOME"].map { ConfigurationFile(path: $0 + "/.config/tocsin/config.json5") }
  }
}
