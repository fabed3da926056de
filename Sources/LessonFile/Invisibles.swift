/// Whether a scalar steers the terminal or the reading direction, or cannot be seen at all.
///
/// These are the controls, the format characters (bidirectional marks, zero-width blanks and joiners, soft
/// hyphens, byte order marks), the separators of lines and paragraphs, the fillers of Hangul, and what has no meaning
/// that all systems share: private use and code points that are not assigned.
func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xAE...0x2FF: return false
  case 0x115F, 0x1160, 0x3164, 0xFFA0: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
  default: return false
  }
}

/// The most marks, such as accents, that a cell of the terminal holds on one letter.
private let mostMarks = 4

/// The first thing in a text that no screen can show, and at which of its scalars; nil if there is none.
///
/// Besides what cannot be seen this is a letter with more marks than a cell of the terminal holds.
func unshowable(in text: some StringProtocol, butTabs: Bool = false) -> (offset: Int, sentence: String)? {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return nil }
  var marks = 0
  for (offset, scalar) in text.unicodeScalars.enumerated() {
    if isInvisible(scalar), !(butTabs && scalar == "\t") {
      return (offset, "\(codePoint(scalar)) cannot be seen on a screen: take it out")
    }
    marks = isMark(scalar) ? marks + 1 : 0
    if marks > mostMarks {
      return (offset - marks, "a letter with more than \(mostMarks) marks on it, which no screen shows")
    }
  }
  return nil
}

/// Whether a scalar is drawn on the letter before it; the first ones are at U+0300.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x300 else { return false }
  let category = scalar.properties.generalCategory
  return category == .nonspacingMark || category == .enclosingMark
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
