import CVterm

/// One cell as the emulator shows it.
struct ShownCell: Equatable {
  /// The grapheme; empty where nothing was drawn and in the right half of a wide one.
  var text: String
  /// Palette numbers; nil for the terminal's own colours.
  var foreground: Int?
  var background: Int?
  var isBold: Bool
  var isUnderlined: Bool
  var isReversed: Bool

  static func plain(_ text: String) -> ShownCell {
    ShownCell(
      text: text, foreground: nil, background: nil, isBold: false, isUnderlined: false, isReversed: false)
  }
}

/// A key of the keyboard, sent as the emulator would send it in the mode that the program has set.
enum KeyboardKey {
  case up, down, left, right, home, end, pageUp, pageDown, enter, escape, tab, backspace, delete
  case function(Int)
}

/// A terminal without a window: takes the bytes that a program writes and shows the screen they make.
final class TerminalEmulator {
  private let emulator: OpaquePointer
  private let properties: UnsafeMutablePointer<vt_properties>
  private(set) var columns: Int
  private(set) var rows: Int

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    properties = .allocate(capacity: 1)
    properties.initialize(to: vt_properties())
    emulator = vt_make(Int32(columns), Int32(rows), properties)
  }

  deinit {
    vterm_free(emulator)
    properties.deallocate()
  }

  var showsCursor: Bool { properties.pointee.shows_cursor != 0 }
  var isOnSecondScreen: Bool { properties.pointee.is_on_second_screen != 0 }
  /// What of the mouse the program is told.
  enum Mouse: Equatable { case nothing, clicks, movements }

  var mouse: Mouse {
    switch Int(properties.pointee.mouse) {
    case Int(VTERM_PROP_MOUSE_NONE): .nothing
    case Int(VTERM_PROP_MOUSE_CLICK): .clicks
    default: .movements
    }
  }
  /// Whether a paste arrives in brackets.
  var bracketsPastes: Bool {
    vterm_keyboard_start_paste(emulator)
    return !takeReplies().isEmpty
  }
  /// Whether arrows arrive as ESC O, as programs with a full screen ask for.
  var sendsApplicationKeys: Bool { encode(.up) == Array("\u{1B}OA".utf8) }

  var cursor: (column: Int, row: Int) {
    let position = vt_get_cursor(emulator)
    return (Int(position.col), Int(position.row))
  }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(emulator, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    vterm_set_size(emulator, Int32(rows), Int32(columns))
  }

  func cell(column: Int, row: Int) -> ShownCell {
    let cell = vt_get_cell(emulator, Int32(column), Int32(row))
    var text = ""
    withUnsafeBytes(of: cell.characters) { bytes in
      for code in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 && $0 != .max }) {
        if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
      }
    }
    return ShownCell(
      text: text,
      foreground: cell.foreground == -1 ? nil : Int(cell.foreground),
      background: cell.background == -1 ? nil : Int(cell.background),
      isBold: cell.is_bold != 0, isUnderlined: cell.is_underlined != 0, isReversed: cell.is_reversed != 0)
  }

  /// One row as text, without the blanks at its end.
  func row(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < columns {
      let cell = vt_get_cell(emulator, Int32(column), Int32(row))
      let shown = self.cell(column: column, row: row).text
      text += shown.isEmpty ? " " : shown
      column += max(1, Int(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The bytes of a key press.
  func encode(_ key: KeyboardKey) -> [UInt8] {
    vterm_keyboard_key(emulator, key.code, VTERM_MOD_NONE)
    return takeReplies()
  }

  /// The bytes of a button that is pressed and let go over a cell; 4 and 5 are the wheel.
  func encodeButton(_ button: Int32, column: Int, row: Int) -> [UInt8] {
    vterm_mouse_move(emulator, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, button, true, VTERM_MOD_NONE)
    vterm_mouse_button(emulator, button, false, VTERM_MOD_NONE)
    return takeReplies()
  }

  /// What the emulator itself sends to the program: the bytes of keys, and answers to questions.
  func takeReplies() -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      let count = vterm_output_read(emulator, buffer.baseAddress, buffer.count)
      return buffer.prefix(count).map(UInt8.init(bitPattern:))
    }
  }
}

extension KeyboardKey {
  fileprivate var code: VTermKey {
    switch self {
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    case .enter: VTERM_KEY_ENTER
    case .escape: VTERM_KEY_ESCAPE
    case .tab: VTERM_KEY_TAB
    case .backspace: VTERM_KEY_BACKSPACE
    case .delete: VTERM_KEY_DEL
    case .function(let number): VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
    }
  }
}
