import CTerminal
import Frames
import Glibc

/// Whether colours are wanted.
public enum ColorPreference: String, Hashable, Sendable, CaseIterable {
  /// What the terminal can do, unless the user has set NO_COLOR.
  case auto
  /// What the terminal can do.
  case always
  case never

  var allowsColors: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }
  }
}

/// Whether the user's locale is a UTF-8 one, so that more than ASCII may be shown.
public func localeIsUTF8() -> Bool { ct_locale_is_utf8() }

/// The terminal as a full screen, taken when it is made and given back when it goes away.
///
/// It cannot be copied: there is one terminal, and whoever holds this value is the only one who draws on it. However the
/// process ends, by a return, a signal or a crash, the terminal is given back as it was found.
public struct Screen: ~Copyable {
  /// The size in cells; it changes only while `nextInput` or `suspend` runs.
  public internal(set) var size: Size
  /// Whether the user's locale is a UTF-8 one, so that more than ASCII may be shown.
  public let isUTF8: Bool
  /// How many colours the terminal shows.
  public let depth: ColorDepth
  /// Whether clicks and the wheel are keys here; else they are the terminal's, which selects text by them.
  public var capturesMouse = false {
    didSet { ct_want_mouse(capturesMouse) }
  }
  /// Whether the terminal can report its mouse at all.
  public var reportsMouse: Bool { ct_reports_mouse() }

  /// What the terminal shows now; nil where that is not known.
  var shown: (frame: Frame, theme: Theme)?
  var decoder = KeyDecoder()
  /// The text of one run of cells on its way to the terminal.
  var text: [UInt8] = []

  /// Takes the terminal, or says why that is not possible and leaves it untouched.
  public init(colors: ColorPreference = .auto) throws(ScreenError) {
    switch ct_open(colors.allowsColors) {
    case .CT_OPENED: break
    case .CT_ALREADY_OPEN: throw .alreadyOpen
    case .CT_NOT_A_TERMINAL: throw .notATerminal
    case .CT_IN_BACKGROUND: throw .inBackground
    case .CT_TERM_UNSET: throw .terminalUnset
    case .CT_TERM_DUMB: throw .terminalDumb
    case .CT_TERM_UNKNOWN:
      let name = String(cString: ct_terminal_name())
      throw .terminalUnknown(name: name.isEmpty ? nil : name)
    case .CT_REFUSED: throw .refused
    }
    size = Self.currentSize()
    isUTF8 = ct_locale_is_utf8()
    depth =
      switch ct_color_count() {
      case 256: .full
      case 8: .eight
      default: .none
      }
    text.reserveCapacity(4 * size.columns)
  }

  deinit { ct_close() }

  /// Gives the terminal back.
  public consuming func close() {}

  /// Gives the terminal back and ends the process by a signal, so that its parent sees 128 plus the number.
  public consuming func closeAndReraise(_ signal: Int32) -> Never {
    ct_die_of(signal)
  }

  /// Gives the terminal to the shell as Ctrl-Z does, until the user comes back; then the last frame is shown again.
  ///
  /// Returns what `nextInput` would say: `resumed`, or `hangUp` where the terminal is gone.
  @discardableResult
  public mutating func suspend() -> Input {
    comeBack(ct_suspend())
  }

  /// Sends everything again with the next frame, whatever the terminal is thought to show.
  public mutating func repaintAll() {
    shown = nil
    ct_erase()
  }

  /// Sets the line that stands on standard error if the program crashes, after the terminal is given back.
  public static func setLastWords(_ line: String) {
    ct_set_last_words(line)
  }

  /// Shows the last frame on a terminal that was just taken again, if that was possible.
  mutating func comeBack(_ isTaken: Bool) -> Input {
    guard isTaken else { return .hangUp }
    let last = shown
    adoptSize()
    if let last, last.frame.size == size { paint(last.frame, theme: last.theme) }
    return .resumed
  }

  /// Takes over the size that the terminal has now; what it shows is no longer known.
  mutating func adoptSize() {
    size = Self.currentSize()
    shown = nil
  }

  private static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ct_get_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
