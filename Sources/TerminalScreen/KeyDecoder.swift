import Frames

/// Turns the bytes that a terminal sends into keys.
///
/// It reads sequences by the grammar of ECMA-48, whatever they mean, and keeps those that are keys. So no letter of a
/// sequence that is foreign or torn ever acts as a key, on any terminal.
struct KeyDecoder {
  /// The longest paste that is kept, in bytes; the rest is left out.
  static let longestPaste = 65_536
  /// The most bytes of a sequence that are kept, which is more than any key needs.
  static let longestSequence = 20

  private enum State {
    /// Between keys.
    case ground
    /// Inside a character of several bytes.
    case character(bytes: [UInt8], missing: Int)
    /// After ESC.
    case escape
    /// After ESC [, with what came since: numbers, then one letter that ends it.
    case control(parameters: [UInt8])
    /// After ESC [ [, as the Linux console begins its function keys.
    case consoleFunction
    /// After ESC O; a digit says that another key was held.
    case shifted(withModifier: Bool)
    /// After ESC [ M, which begins an old report of the mouse, with so many bytes of it to come.
    case oldReport(missing: Int)
    /// Inside a string that a terminal sends about itself.
    case string
    /// Inside a paste, of whose end so many bytes have come.
    case paste(matched: Int)
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var state = State.ground
  private var pasted: [UInt8] = []
  private var keys: [Key] = []
  private var taken = 0

  var hasKeys: Bool { taken < keys.count }

  /// How many milliseconds the rest of a half-read key is worth waiting for; nil where none is half read.
  var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: 25
    case .character, .control, .consoleFunction, .shifted, .oldReport, .string: 500
    case .paste: 2000
    }
  }

  mutating func nextKey() -> Key? {
    guard hasKeys else { return nil }
    defer {
      taken += 1
      if !hasKeys {
        keys.removeAll(keepingCapacity: true)
        taken = 0
      }
    }
    return keys[taken]
  }

  /// Takes what was half read as it stands, since nothing more came: ESC alone is the key Escape.
  mutating func stopWaiting() {
    switch state {
    case .escape: keys.append(.escape)
    case .paste: finishPaste()
    default: break
    }
    state = .ground
  }

  /// Takes the next byte.
  mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: readGround(byte)
    case .character(let bytes, let missing): readCharacter(byte, after: bytes, missing: missing)
    case .escape: readEscape(byte)
    case .control(let parameters): readControl(byte, after: parameters)
    case .consoleFunction: readConsoleFunction(byte)
    case .shifted(let withModifier): readShifted(byte, withModifier: withModifier)
    case .oldReport(let missing): readOldReport(byte, missing: missing)
    case .string: readString(byte)
    case .paste(let matched): readPaste(byte, matched: matched)
    }
  }

  // MARK: One state each

  private mutating func readGround(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x09: keys.append(.tab)
    case 0x0A, 0x0D: keys.append(.enter)
    case 0x20: keys.append(.space)
    case 0x01...0x1A: keys.append(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x21...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
    case 0xC2...0xDF: state = .character(bytes: [byte], missing: 1)
    case 0xE0...0xEF: state = .character(bytes: [byte], missing: 2)
    case 0xF0...0xF4: state = .character(bytes: [byte], missing: 3)
    default: break
    }
  }

  private mutating func readCharacter(_ byte: UInt8, after bytes: [UInt8], missing: Int) {
    guard (0x80...0xBF).contains(byte) else { return readGround(byte) }
    let bytes = bytes + [byte]
    guard missing == 1 else {
      state = .character(bytes: bytes, missing: missing - 1)
      return
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
      !(0x80...0x9F).contains(scalar.value)
    else { return }
    keys.append(.character(Character(scalar)))
  }

  private mutating func readEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .control(parameters: [])
    case UInt8(ascii: "O"): state = .shifted(withModifier: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string
    case 0x1B: keys.append(.escape)
    // A key with Alt: no key of ours, and its letter must not act alone.
    default: state = .ground
    }
  }

  private mutating func readControl(_ byte: UInt8, after parameters: [UInt8]) {
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty:
      state = .consoleFunction
    case 0x20...0x3F:
      // A longer one is still read to its end, and then no key.
      state = .control(parameters: parameters.count < Self.longestSequence ? parameters + [byte] : parameters)
    case 0x40...0x7E:
      state = .ground
      finishControl(parameters, letter: byte)
    default:
      readGround(byte)
    }
  }

  private mutating func finishControl(_ parameters: [UInt8], letter: UInt8) {
    if parameters.first == UInt8(ascii: "<") {
      if let key = mouseKey(parameters.dropFirst(), letter: letter) { keys.append(key) }
      return
    }
    if letter == UInt8(ascii: "M"), parameters.isEmpty {
      state = .oldReport(missing: 3)
      return
    }
    let isPlain = parameters.isEmpty || parameters == [UInt8(ascii: "1")]
    if letter == UInt8(ascii: "~") {
      let number = Int(String(decoding: parameters, as: UTF8.self))
      if number == 200 {
        state = .paste(matched: 0)
      } else if let key = number.flatMap(numberedKey) {
        keys.append(key)
      }
    } else if isPlain, letter == UInt8(ascii: "Z") {
      keys.append(.backTab)
    } else if isPlain, let key = letteredKey(letter) {
      keys.append(key)
    }
  }

  /// Button, column and row in a byte each, which would be text between keys; nothing of it acts.
  private mutating func readOldReport(_ byte: UInt8, missing: Int) {
    // No report holds other control characters than the one that stands for a place too far out.
    guard byte >= 0x20 || byte == 0 else { return readGround(byte) }
    state = missing > 1 ? .oldReport(missing: missing - 1) : .ground
  }

  private mutating func readConsoleFunction(_ byte: UInt8) {
    state = .ground
    if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) {
      keys.append(.function(Int(byte - UInt8(ascii: "A")) + 1))
    }
  }

  private mutating func readShifted(_ byte: UInt8, withModifier: Bool) {
    switch byte {
    case 0x30...0x3F:
      state = .shifted(withModifier: true)
    case 0x20, 0x40...0x7E:
      state = .ground
      if !withModifier, let key = letteredKey(byte) ?? keypadKey(byte) { keys.append(key) }
    default:
      readGround(byte)
    }
  }

  private mutating func readString(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x18, 0x1A: state = .ground
    // The string ends with ESC \, which reads as a key with Alt.
    case 0x1B: state = .escape
    default: break
    }
  }

  private mutating func readPaste(_ byte: UInt8, matched: Int) {
    if byte == Self.pasteEnd[matched] {
      state = .paste(matched: matched + 1)
      if matched + 1 == Self.pasteEnd.count {
        finishPaste()
        state = .ground
      }
      return
    }
    keep(Self.pasteEnd.prefix(matched))
    let begins = byte == Self.pasteEnd[0]
    if !begins { keep([byte]) }
    state = .paste(matched: begins ? 1 : 0)
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    if pasted.count + bytes.count <= Self.longestPaste { pasted += bytes }
  }

  /// Makes one key of the paste: text with plain line ends and without anything that could drive a terminal.
  private mutating func finishPaste() {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: pasted, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n": text.append("\n")
      case "\t": text.append("\t")
      default: if scalar.properties.generalCategory != .control { text.append(scalar) }
      }
      previous = scalar
    }
    keys.append(.paste(String(text)))
    pasted.removeAll()
  }
}

/// The mouse, after ESC [ <: button, column and row, and M for a press. What else it does is not of interest: other
/// buttons, those held with a key, letting go, moving.
private func mouseKey(_ parameters: ArraySlice<UInt8>, letter: UInt8) -> Key? {
  guard letter == UInt8(ascii: "M"), parameters.count < KeyDecoder.longestSequence - 1 else { return nil }
  let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(number)
  guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2],
    column > 0, row > 0
  else { return nil }
  let place = Point(column: column - 1, row: row - 1)
  switch button {
  case 0: return .click(place)
  case 64: return .wheelUp(place)
  case 65: return .wheelDown(place)
  default: return nil
  }
}

/// A number of at most five digits, which is more than any window has columns.
private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
}

/// The keys that end in a letter, after ESC [ and ESC O alike.
private func letteredKey(_ letter: UInt8) -> Key? {
  switch letter {
  case UInt8(ascii: "A"): .up
  case UInt8(ascii: "B"): .down
  case UInt8(ascii: "C"): .right
  case UInt8(ascii: "D"): .left
  case UInt8(ascii: "F"): .end
  case UInt8(ascii: "H"): .home
  case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
  default: nil
  }
}

/// The keys that are a number between ESC [ and ~.
private func numberedKey(_ number: Int) -> Key? {
  switch number {
  case 1, 7: .home
  case 3: .delete
  case 4, 8: .end
  case 5: .pageUp
  case 6: .pageDown
  // The numbers leave gaps after F5 and F10.
  case 11...15: .function(number - 10)
  case 17...21: .function(number - 11)
  case 23...24: .function(number - 12)
  default: nil
  }
}

/// The keys of the number pad, after ESC O.
private func keypadKey(_ letter: UInt8) -> Key? {
  switch letter {
  case UInt8(ascii: "M"): .enter
  case UInt8(ascii: "I"): .tab
  case UInt8(ascii: " "): .space
  case UInt8(ascii: "X"): .character("=")
  // `j` to `y` stand for `*` to `9`, in the order of ASCII.
  case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(letter - 0x40)))
  default: nil
  }
}
