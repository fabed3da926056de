/// How many columns one grapheme takes on a terminal: 0, 1 or 2.
///
/// 0 means that it cannot be drawn: a control character, or a mark without a base. Agrees with `wcwidth` of
/// glibc for every character that a lesson may show, because ncurses counts columns with it.
public func displayWidth(of character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    if scalar == emojiPresentation && width > 0 { return 2 }
    width += columns(of: scalar)
  }
  return min(width, 2)
}

/// How many columns a text takes on a terminal: the sum over its graphemes.
@specialized(where Text == String)
@specialized(where Text == Substring)
public func displayWidth<Text: StringProtocol>(of text: Text) -> Int {
  if isASCIIGraphic(text.utf8) { return text.utf8.count }
  var width = 0
  for scalar in text.unicodeScalars {
    guard isPlain(scalar) else { return text.reduce(0) { $0 + displayWidth(of: $1) } }
    width += 1
  }
  return width
}

/// Whether a text is nothing but ASCII from blank to `~`, each byte of which is a column.
func isASCIIGraphic(_ bytes: some Collection<UInt8>) -> Bool {
  bytes.withContiguousStorageIfAvailable { $0.allSatisfy { 0x20 <= $0 && $0 < 0x7F } } ?? false
}

/// Whether a character takes one column and joins no neighbour that is plain too.
///
/// Nearly all that screens are full of is plain, and needs neither tables nor a search for graphemes.
func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  // ASCII; Latin letters and signs; Greek.
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x400: true
  // Dashes and quotation marks; superscript letters, superscripts and subscripts.
  case 0x2010..<0x2028, 0x1D00..<0x1DC0, 0x2070..<0x20D0: true
  // Arrows and mathematics; lines, blocks and circles.
  case 0x2190..<0x231A, 0x2500..<0x25FD: true
  default: false
  }
}

/// Asks the terminal for the wide, coloured form of the character before it.
private let emojiPresentation: Unicode.Scalar = "\u{FE0F}"

private func columns(of scalar: Unicode.Scalar) -> Int {
  if isPlain(scalar) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  // Vowels and final consonants of Hangul stand inside the square of the consonant before them.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
  return isWide(scalar.value) ? 2 : 1
}

private func isWide(_ value: UInt32) -> Bool {
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count && wideRanges[low].contains(value)
}

/// The characters that are wide or full-width by Unicode Standard Annex 11, in order; a range runs on over code
/// points that are not assigned.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
  0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
  0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
  0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
  0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
  0x3041...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6B, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
  0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
  0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
  0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
  0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
  0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC,
  0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
  0x20000...0x3FFFD,
]
