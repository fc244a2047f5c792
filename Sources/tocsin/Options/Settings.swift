// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What the global options mean here: the place, the person, the terminal.
struct Settings {
  /// The most bytes of a name to act under.
  static let nameLimit = 64

  /// Where the store is.
  let place: StorePlace
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

  init(_ options: GlobalOptions) throws {
    place = try StorePlace(
      option: options.store, allowsUnsafeFileSystem: options.allowUnsafeFilesystem)
    let login = Login.current
    if let name = options.name {
      guard Self.isPrintable(name, bytes: Self.nameLimit) else { throw Failure.unfitName(name) }
      author = Author(name: name, uid: login.uid, login: login.name)
    } else {
      author = Author(name: login.name, uid: login.uid)
    }
    isReadOnly = options.readOnly
    color = options.color
    theme = options.theme ?? .dark
    isPlain = options.plain
    style = TextStyle(color: options.color, isASCII: options.ascii)
    isVerbose = options.verbose
    if isVerbose { OwnPlaces.tell() }
  }

  /// Whether a text is one line that shows as exactly what it is, in at most so many bytes.
  static func isPrintable(_ text: String, bytes limit: Int) -> Bool {
    !text.isEmpty && text.utf8.count <= limit && text.first != " " && text.last != " "
      && VisibleText(text, .indicator).text == text
  }
}
