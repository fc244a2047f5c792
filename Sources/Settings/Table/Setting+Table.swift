// SPDX-License-Identifier: MIT

/// How the terminal is told that it is your move.
public enum NotificationWay: String, CaseIterable, Hashable, Sendable {
  /// Not at all.
  case off
  /// By its bell.
  case bell
  /// By the sequence of iTerm2, and of others that took it over.
  case osc9
  /// By the sequence of rxvt-unicode, and of others that took it over.
  case osc777
}

extension Setting {
  /// Every setting, in the order of the printed file.
  ///
  /// What is asked before something dangerous is recorded is no setting.
  public static let all =
    [store, author, readOnly, theme, color, ascii, notify] + clocks + provider
    + [businessHours, timeZone, views, keys]

  /// Where the store is.
  public static let store = Setting(
    "store", .directory, standard: .usual,
    help: "The store's directory; null is $XDG_DATA_HOME/tocsin.", option: "--store",
    variable: "TOCSIN_STORE")
  /// The name to act under.
  public static let author = Setting(
    "as", .name(limit: 64), standard: .usual,
    help: "The name to act under; null is your login, which the journal keeps in any case.",
    option: "--as")
  /// Whether nothing may be changed.
  public static let readOnly = Setting(
    "readOnly", .flag, standard: .flag(false), help: "Change nothing in the store.",
    option: "--read-only")
  /// What the roles look like.
  public static let theme = Setting(
    "theme", .choice(["dark", "light", "high-contrast", "mono"]), standard: .text("dark"),
    help: "What the console looks like.", option: "--theme", isLive: true)
  /// How many colours to use.
  public static let color = Setting(
    "color", .choice(["auto", "never", "16", "256"]), standard: .text("auto"),
    help: "Colours: auto is as many as the terminal has.", option: "--color",
    variable: "NO_COLOR")
  /// Whether to draw with ASCII only.
  public static let ascii = Setting(
    "ascii", .flag, standard: .flag(false), help: "Draw with ASCII characters only.",
    option: "--ascii")
  /// Named queries.
  public static let views = Setting(
    "views", .queries, standard: .queries([]),
    help: "Views for the menu of V, by their names: each a query.", isLive: true)
  /// How the terminal is told that it is your move.
  public static let notify = Setting(
    "notify", .choice(NotificationWay.allCases.map(\.rawValue)),
    standard: .text(NotificationWay.off.rawValue),
    help: "Tell the terminal when an incident becomes your move; never what it is about.",
    isLive: true)
  /// When the team works.
  public static let businessHours = Setting(
    "businessHours", .name(limit: 60), standard: .usual,
    help: "Days and hours response clocks run, such as Mon-Fri 08:00-18:00; null is always.")
  /// Where the team works.
  public static let timeZone = Setting(
    "timeZone", .name(limit: 60), standard: .usual,
    help:
      "The zone of those hours, duty hours and the report's, such as Europe/Berlin; null is here.")
  /// Which keys do what.
  public static let keys = Setting(
    "keys", .keys, standard: .keys([]),
    help: "The keys of each action, by its name; [] unbinds it.", isLive: true)

  /// The setting of a name.
  public static func named(_ id: String) -> Setting? { all.first { $0.id == id } }
}
