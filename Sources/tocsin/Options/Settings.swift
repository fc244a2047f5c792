// SPDX-License-Identifier: MIT

import Cells
import ConsoleRuntime
import Incidents
import SafeText
import Settings

/// What the global options mean here: the place, the person, the terminal.
struct Settings {
  /// The most bytes of a name to act under.
  static let nameLimit = 64

  /// Where the store is.
  let place: StorePlace
  /// By which policy response clocks run.
  let clockPolicy: ClockPolicy
  /// Who acts.
  let author: Author
  /// Whether nothing may be changed.
  let isReadOnly: Bool
  /// Which colours to use.
  let color: ColorChoice
  /// What the console looks like.
  let theme: Theme
  /// Whether the console is for reading out.
  let isPlain: Bool
  /// How text for people is drawn.
  let style: TextStyle
  /// Whether to say what is used.
  let isVerbose: Bool
  /// Every setting that counts, and who says so.
  let effective: EffectiveSettings

  /// What the options, the environment and the configuration mean together.
  ///
  /// A configuration with mistakes stops everything but the console: that opens without what is
  /// wrong, and, where it is not certain which store is meant or who acts, changes nothing.
  init(_ options: GlobalOptions, opensAnyway: Bool = false) throws {
    effective = try EffectiveSettings(options)
    if !opensAnyway {
      try effective.check()
      if let warning = effective.reading?.warning { Failure.tell(warning) }
    }
    clockPolicy = effective.clockPolicy
    var place = try StorePlace(
      option: options.store, configured: effective[.store].value.text,
      allowsUnsafeFileSystem: options.allowUnsafeFilesystem)
    place.clockPolicy = clockPolicy
    self.place = place
    let login = Login.current
    if let name = effective[.author].value.text {
      guard Self.isPrintable(name, bytes: Self.nameLimit) else { throw Failure.unfitName(name) }
      author = Author(name: name, uid: login.uid, login: login.name)
    } else {
      author = Author(name: login.name, uid: login.uid)
    }
    isReadOnly = effective[.readOnly].value.isTrue || effective.isUncertain
    color = effective[.color].value.text.flatMap(ColorChoice.init) ?? .auto
    theme = effective[.theme].value.text.flatMap(Theme.init) ?? .dark
    isPlain = options.plain
    style = TextStyle(color: color, isASCII: effective[.ascii].value.isTrue)
    isVerbose = options.verbose
    if isVerbose { OwnPlaces.tell() }
  }

  /// Whether a text is one line that shows as exactly what it is, in at most so many bytes.
  static func isPrintable(_ text: String, bytes limit: Int) -> Bool {
    !text.isEmpty && text.utf8.count <= limit && text.first != " " && text.last != " "
      && VisibleText(text, .indicator).text == text
  }
}
