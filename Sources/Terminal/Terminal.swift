// SPDX-License-Identifier: MIT

import CTerminal
public import Cells

/// The terminal while the console has it.
///
/// One at a time, on the main thread only.
///
/// Frames go out by `paint`, everything else (OSC, modes) between frames. Whatever ends the
/// process, from `exit` to a trap, the C side gives the terminal back as it was.
public final class Terminal {
  /// What there is to say once about poor surroundings.
  public let notices: [String]
  /// Whether to draw with ASCII only, by wish or because the encoding forbids more.
  public let usesASCII: Bool
  /// Whether to draw for screen readers.
  public let isPlain: Bool
  /// What roles look like: as wished at first, then as the newest frame says.
  public internal(set) var theme: Theme
  /// The colours drawn with.
  public let colorDepth: ColorDepth

  let clipboardRoute: ClipboardRoute
  let packer: RowPacker
  var assembler: InputAssembler
  var painted: Grid?
  /// `nil` where the terminal does not answer.
  var pacing: Pacing?
  /// Whether a frame waits for the link.
  var isHolding = false
  var row: [tocsin_cell] = []
  var caughtSignals: UInt64 = 0
  /// Input that poll cannot see: curses queues a resize by itself.
  var hasQueuedInput = true
  var isHungUp = false
  private var isOpen = true

  /// Takes the terminal.
  ///
  /// The first `paint` draws.
  public init(options: Options = Options()) throws(TerminalError) {
    var notices: [String] = []
    let encoding = tocsin_choose_encoding()
    if encoding == TOCSIN_UTF8_ASSUMED {
      notices.append("The locale names no encoding; UTF-8 is assumed (else use --ascii).")
    } else if encoding == TOCSIN_NOT_UTF8 {
      notices.append("The locale is not UTF-8; drawing with ASCII only.")
    }
    let wanted = Environment["TERM"] ?? ""
    let term = try Self.usableTerm(wanted)
    if term != wanted {
      notices.append("The terminal '\(wanted)' is not known here; drawing as for \(term).")
    }
    switch tocsin_open(term) {
    case TOCSIN_OPENED: break
    case TOCSIN_ALREADY_OPEN: throw .alreadyOpen
    case TOCSIN_NO_TERMINAL: throw .noTerminal
    default: throw .refused(term: term)
    }
    self.notices = notices
    usesASCII = options.ascii || encoding == TOCSIN_NOT_UTF8
    isPlain = options.plain
    theme = options.theme
    packer = RowPacker(isASCII: usesASCII)
    assembler = InputAssembler(isUTF8: encoding != TOCSIN_NOT_UTF8)
    colorDepth = options.color.depth(
      available: Int(tocsin_color_count()), noColor: Environment["NO_COLOR"] != nil)
    clipboardRoute = ClipboardRoute(
      term: wanted, tmux: Environment["TMUX"], screen: Environment["STY"])
    pacing = tocsin_answers() != 0 ? Pacing() : nil
    define(theme.palette)
  }

  deinit {
    close()
  }

  /// Gives the terminal back for good; calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    awaitAnswer()
    tocsin_close()
  }

  /// The size to draw for; changes only when `readEvents` reports it.
  public var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    tocsin_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// The given name, or a common one where it is unknown.
  private static func usableTerm(_ wanted: String) throws(TerminalError) -> String {
    for term in [wanted, "xterm-256color", "xterm", "vt100"] where !term.isEmpty {
      let outcome = tocsin_probe_term(term)
      if outcome == TOCSIN_OPENED { return term }
      if outcome == TOCSIN_NO_ADDRESSING { throw .cannotPlaceCursor(term: term) }
    }
    throw .unknownTerminal(term: wanted)
  }

  func define(_ palette: Palette) {
    for role in Role.allCases {
      for emphasis in 0..<UInt8(8) {
        let style = Style(role, Style.Emphasis(rawValue: emphasis))
        let appearance = palette.appearance(of: style, depth: colorDepth)
        // The bits of Emphasis and of the C side are the same three.
        tocsin_define_look(
          RowPacker.look(style), appearance.emphasis.rawValue, Int32(appearance.foreground),
          Int32(appearance.background))
      }
    }
  }
}
