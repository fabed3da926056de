/// A text with every character outside ASCII replaced by its nearest spelling inside it.
///
/// What has no spelling reads `?`; line breaks and tabs become blanks; accents and inverted marks vanish.
func foldedToASCII(_ text: String) -> String {
  var folded = ""
  folded.reserveCapacity(text.utf8.count)
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    // Two dots are a closed cell; one alone is the matrix product.
    if scalar == middleDot && rest.first == middleDot {
      rest.removeFirst()
      folded += GlyphSet.ascii.closed
    } else {
      folded += spelling(of: scalar)
    }
  }
  return folded
}

private let middleDot: Unicode.Scalar = "·"

private func spelling(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case " "..."~": return String(scalar)
  case "\t", "\n", "\r": return " "
  default: break
  }
  if let spelling = spellings[scalar] { return spelling }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return ""
  case .spaceSeparator: return " "
  default: return "?"
  }
}

private let spellings: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [:]
  for (characters, spelling) in drawnGlyphs + mathematics + punctuation + letters {
    for scalar in characters.unicodeScalars { table[scalar] = spelling }
  }
  return table
}()

/// What the Unicode glyph set draws, spelt as the ASCII set draws it.
private let drawnGlyphs = [
  ("─", "-"), ("═", "="), ("│", "|"), ("┌┐└┘├┤┬┴┼", "+"),
  ("●•", "*"), ("∙", "."), ("◉", "@"), ("○", "o"),
  ("×", "x"), ("÷", "/"), ("−", "-"), ("√", "sqrt "), ("ᵀ", ".T"), ("·", "@"), ("Σ∑", "sum"),
  ("←", "<-"), ("→⇒↦", "->"), ("↑", "^"), ("↓", "v"), ("↔", "<->"),
  ("…", "..."), ("▸►", ">"), ("✓", "+"), ("✗", "x"),
  ("█▉", "="), ("▊▋▌▍▎", "-"), ("▏░", "."), ("▒", "%"), ("▓", "#"),
]

private let mathematics = [
  ("≤", "<="), ("≥", ">="), ("≠", "!="), ("≈", "~"), ("∞", "inf"), ("∂", "d"), ("∇", "grad "), ("∈", " in "),
  ("±", "+/-"), ("°", " deg"), ("⟨", "<"), ("⟩", ">"), ("‖", "||"), ("⊙", "*"), ("½", "1/2"), ("¼", "1/4"),
  ("⁰", "^0"), ("¹", "^1"), ("²", "^2"), ("³", "^3"), ("⁴", "^4"), ("⁵", "^5"), ("⁶", "^6"), ("⁷", "^7"),
  ("⁸", "^8"), ("⁹", "^9"), ("⁻", "^-"), ("ⁿ", "^n"), ("ˣ", "^x"),
  ("₀", "0"), ("₁", "1"), ("₂", "2"), ("₃", "3"), ("₄", "4"), ("₅", "5"), ("₆", "6"), ("₇", "7"), ("₈", "8"),
  ("₉", "9"), ("ᵢ", "i"), ("ⱼ", "j"), ("ₖ", "k"), ("ₙ", "n"), ("ₓ", "x"), ("ₜ", "t"),
  ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("Δ", "Delta"), ("ε", "epsilon"),
  ("η", "eta"), ("θ", "theta"), ("λ", "lambda"), ("μµ", "mu"), ("π", "pi"), ("σ", "sigma"), ("τ", "tau"),
  ("φ", "phi"), ("ω", "omega"),
]

private let punctuation = [
  ("¿¡", ""), ("«»“”„", "\""), ("‘’‚", "'"), ("—–‐‑‒", "-"), ("′", "'"), ("″", "\""), ("€", "EUR"),
]

private let letters = [
  ("ÀÁÂÃÄÅĀĂĄ", "A"),
  ("ÇĆĈĊČ", "C"),
  ("ĎĐÐ", "D"),
  ("ÈÉÊËĒĔĖĘĚ", "E"),
  ("ĜĞĠĢ", "G"),
  ("ĤĦ", "H"),
  ("ÌÍÎÏĨĪĬĮİ", "I"),
  ("Ĵ", "J"),
  ("Ķ", "K"),
  ("ĹĻĽŁ", "L"),
  ("ÑŃŅŇ", "N"),
  ("ÒÓÔÕÖŌŎŐØ", "O"),
  ("ŔŖŘ", "R"),
  ("ŚŜŞŠȘ", "S"),
  ("ŢŤȚŦ", "T"),
  ("ÙÚÛÜŨŪŬŮŰŲ", "U"),
  ("Ŵ", "W"),
  ("ÝŶŸ", "Y"),
  ("ŹŻŽ", "Z"),
  ("àáâãäåāăą", "a"),
  ("çćĉċč", "c"),
  ("ďđð", "d"),
  ("èéêëēĕėęě", "e"),
  ("ĝğġģ", "g"),
  ("ĥħ", "h"),
  ("ìíîïĩīĭįı", "i"),
  ("ĵ", "j"),
  ("ķ", "k"),
  ("ĺļľł", "l"),
  ("ñńņň", "n"),
  ("òóôõöōŏőø", "o"),
  ("ŕŗř", "r"),
  ("śŝşšș", "s"),
  ("ţťțŧ", "t"),
  ("ùúûüũūŭůűų", "u"),
  ("ŵ", "w"),
  ("ýÿŷ", "y"),
  ("źżž", "z"),
  ("Æ", "AE"), ("æ", "ae"), ("Œ", "OE"), ("œ", "oe"), ("ß", "ss"), ("Þ", "Th"), ("þ", "th"), ("ªₐ", "a"),
  ("º", "o"),
]
