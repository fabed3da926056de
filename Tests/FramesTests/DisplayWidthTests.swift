import Testing

@testable import Frames

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("~", 1), (" ", 1), ("á", 1), ("a\u{301}", 1), ("ñ", 1), ("¿", 1), ("Σ", 1), ("ᵀ", 1),
      ("𝐐", 1),
      ("日", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("〈", 2), ("Ａ", 2), ("😀", 2), ("👍🏽", 2),
      ("👩‍👩‍👧", 2), ("🇪🇸", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("नि", 2), ("\u{FFFD}", 1),
      ("\u{301}", 0), ("\u{FE0F}", 0), ("\u{200B}", 0), ("\u{202E}", 0), ("\n", 0), ("\u{7F}", 0),
      ("\u{1B}", 0), ("\r\n", 0),
      ("\u{9B}", 0), ("\u{2028}", 0),
    ] as [(Character, Int)])
  func `a grapheme takes the columns that a terminal gives it`(character: Character, columns: Int) {
    #expect(displayWidth(of: character) == columns)
  }

  @Test(arguments: Array("─│═┌┐└┘├┤┬┴┼▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▀▐░▒▓√·×÷ΣαπᵀΔ−…►▸→←↑↓↔⇒●◉○≈≠≤≥∞∂✓✗★•–—“”«»₀²ⁿ⟨⟩⎡⎤⎣⎦"))
  func `everything that the program draws is one column wide`(glyph: Character) {
    #expect(displayWidth(of: glyph) == 1)
  }

  @Test(arguments: [("", 0), ("Q · Kᵀ", 6), ("日本 ok", 7), ("plain", 5), ("a\tb", 2)])
  func `a text is as wide as its graphemes together`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
    #expect(displayWidth(of: text[...]) == columns)
  }

  @Test func `plain characters are one column wide and stand alone`() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value), isPlain(scalar) else { continue }
      let text = "a" + String(scalar) + "b"
      let category = scalar.properties.generalCategory
      #expect(
        text.count == 3 && ![.nonspacingMark, .enclosingMark, .format, .control].contains(category),
        "\(value)")
      #expect(displayWidth(of: text + "日") == 5)
    }
  }
}
