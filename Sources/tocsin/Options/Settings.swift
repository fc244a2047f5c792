// SPDX-License-Identifier: MIT

import Cells
import ConsoleRuntime
import Incidents
import SafeText
import Settings

/// What the global options mean here: the place, the person, the terminal.
struct Settings {
  /// What a configuration with mistakes means to whoever reads it.
  enum Purpose {
    /// Something may be recorded: any mistake stops it.
    case records
    /// Nothing is recorded: mistakes are told, and stop it only where they leave open which store
    /// is meant.
    case reads
    /// It opens whatever is wrong, and records nothing where that leaves open what is meant.
    case opensAnyway
  }

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
  /// A configuration with mistakes stops what would record something, but for the console: that
  /// opens without what is wrong, and, where it is not certain which store is meant or who acts,
  /// changes nothing.
  init(_ options: TypedOptions, for purpose: Purpose = .records) throws {
    effective = try EffectiveSettings(options)
    switch purpose {
    case .records: try effective.check()
    case .reads: try effective.checkPlace()
    case .opensAnyway: break
    }
    if purpose != .opensAnyway, let warning = effective.reading?.warning { Failure.tell(warning) }
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
    isReadOnly =
      effective[.readOnly].value.isTrue || effective.isUncertain
      || purpose == .reads && !effective.problems.isEmpty
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
