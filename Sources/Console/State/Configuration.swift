// SPDX-License-Identifier: MIT

public import Cells
public import Incidents
public import Settings

/// What of the configuration an open console takes over at once.
public struct Configuration: Hashable, Sendable {
  /// Which keys do what.
  public var keymap = KeyMap.standard
  /// What the roles look like.
  public var theme = Theme.dark
  /// The views of the file.
  public var views: [SavedView] = []
  /// How the terminal is told that it is your move.
  public var notify = NotificationWay.off

  /// What is usual.
  public init() {}

  /// What a file says, and what is wrong with it, in the file's order.
  public static func read(
    _ file: SettingsFile
  ) -> (configuration: Configuration, problems: [SettingsProblem]) {
    var configuration = Configuration()
    let keys = KeyMap.read(file[.keys]?.value.keys ?? [])
    configuration.keymap = keys.map
    if let theme = file[.theme]?.value.text.flatMap(Theme.init) { configuration.theme = theme }
    if let way = file[.notify]?.value.text.flatMap(NotificationWay.init) {
      configuration.notify = way
    }
    let queries = file[.views]?.value.queries ?? []
    configuration.views = queries.map { SavedView(name: $0.name, query: $0.text) }
    let doubts = queries.compactMap(problem)
    let hours = [problem(ofHours: file[.businessHours])].compactMap { $0 }
    let problems = (file.problems + keys.problems + doubts + hours).sorted {
      $0.position < $1.position
    }
    return (configuration, problems)
  }

  private static func problem(ofHours placed: SettingsFile.Placed?) -> SettingsProblem? {
    guard let placed, let text = placed.value.text, BusinessHours(text, zone: .utc) == nil else {
      return nil
    }
    return SettingsProblem(
      placed.position,
      "'\(text)' are no days and hours, such as Mon-Fri 08:00-18:00, an hour a day at least.",
      setting: Setting.businessHours.id)
  }

  private static func problem(of view: NamedQuery) -> SettingsProblem? {
    do throws(QueryError) {
      _ = try Query(view.text, in: .queue([.marks, .changes]))
      return nil
    } catch {
      return SettingsProblem(
        view.position, "View '\(view.name)': \(error.sentence)", setting: Setting.views.id)
    }
  }
}
