/// A text from outside made harmless: what is left neither drives a terminal nor hides or reorders letters.
///
/// - Control characters and DEL read as `less` shows them: `^[` for escape, `^J` for a newline, `^?` for DEL.
/// - Marks that cannot be seen read `�` (U+FFFD): C1 controls, everything that steers direction, joins or has no
///   width (U+00AD, U+061C, U+200B…200F, U+202A…202E, U+2028/9, U+2060…2069, U+FEFF, fillers such as U+3164),
///   private use and characters not assigned in Unicode, and a combining mark without a base.
/// - Of the combining marks on one base the first two stay. Variation selectors and skin tones are left out,
///   since terminals do not agree on how wide they make their base.
///
/// Making a text harmless twice changes nothing more. Split lines before: a newline is a control character too.
public func printable(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
  var result = String.UnicodeScalarView()
  var marks = 0
  for scalar in text.unicodeScalars {
    switch fate(of: scalar) {
    case .shown:
      result.append(scalar)
      marks = 0
    case .mark where result.isEmpty:
      result.append(replacement)
      marks = 0
    case .mark:
      if marks < maximumMarks { result.append(scalar) }
      marks += 1
    case .caret(let letter):
      result.append("^")
      result.append(letter)
      marks = 0
    case .replaced:
      result.append(replacement)
      marks = 0
    case .dropped:
      break
    }
  }
  return String(result)
}

/// What `printable` lets through of one grapheme: its base, or `\u{FFFD}` where that may not be seen, with two marks at
/// most.
func harmlessGrapheme(_ character: Character) -> String {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return "" }
  let base = fate(of: first) == .shown ? first : replacement
  if scalars.count == 1, base == first { return String(character) }
  let marks = scalars.dropFirst().filter { fate(of: $0) == .mark }.prefix(maximumMarks)
  return String(String.UnicodeScalarView([base] + marks))
}

/// Whether `printable` lets a scalar through, if not as one mark too many.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  let fate = fate(of: scalar)
  return fate == .shown || fate == .mark
}

private let maximumMarks = 2

private let replacement: Unicode.Scalar = "\u{FFFD}"

private enum Fate: Equatable {
  case shown, mark, replaced, dropped
  case caret(Unicode.Scalar)
}

private func fate(of scalar: Unicode.Scalar) -> Fate {
  switch scalar.value {
  case 0..<0x20, 0x7F: return .caret(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
  case 0x115F, 0x1160, 0x3164, 0xFFA0: return .replaced
  default: break
  }
  if scalar.properties.isVariationSelector || scalar.properties.isEmojiModifier { return .dropped }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
    return .replaced
  default: return .shown
  }
}
