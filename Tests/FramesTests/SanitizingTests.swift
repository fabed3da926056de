import Testing

@testable import Frames

struct SanitizingTests {
  @Test(
    arguments: [
      ("plain text", "plain text"), ("señal · Kᵀ 日本", "señal · Kᵀ 日本"), ("", ""),
      ("\u{1B}]52;c;x\u{7}", "^[]52;c;x^G"), ("a\nb\tc\r\n", "a^Jb^Ic^M^J"), ("\u{0}\u{7F}", "^@^?"),
      ("\u{9B}31m", "\u{FFFD}31m"), ("user\u{202E}txt.exe", "user\u{FFFD}txt.exe"),
      ("a\u{2066}b\u{2069}c\u{61C}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
      ("a\u{200B}\u{200D}\u{FEFF}\u{AD}b", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b"),
      ("\u{2028}\u{2029}\u{3164}\u{2060}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\u{E000}\u{F0000}\u{378}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("e\u{301}\u{302}\u{303}\u{304}x\u{301}", "e\u{301}\u{302}x\u{301}"), ("\u{301}a", "\u{FFFD}a"),
      ("❤\u{FE0F}", "❤"), ("👍🏽", "👍"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"), ("\u{FE0F}\u{301}", "\u{FFFD}"),
    ])
  func `text from outside is made harmless`(text: String, expected: String) {
    // Compared by scalars: as strings, texts that only look alike are equal.
    #expect(printable(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(printable(text))")
  }

  @Test func `nothing harmful is left of any text, and doing it twice changes nothing more`() {
    var random = SplitMix(seed: 6)
    for _ in 0..<2_000 {
      let highest: UInt32 = [0xFF, 0x3000, 0x10FFFF].randomElement(using: &random) ?? 0xFF
      let scalars = (0..<10).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...highest, using: &random))
      }
      let text = printable(String(String.UnicodeScalarView(scalars)))
      for scalar in text.unicodeScalars {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format, .privateUse, .unassigned, .surrogate].contains(category))
      }
      #expect(printable(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func `a text with hundreds of marks stays as wide as its letters`() {
    let text = "a" + String(repeating: "\u{489}", count: 500) + "b"
    #expect(printable(text).unicodeScalars.count == 4)
    #expect(displayWidth(of: printable(text)) == 2)
  }

  @Test func `no cell of a frame holds anything harmful, whatever is drawn`() {
    var random = SplitMix(seed: 7)
    // What a grapheme can hide: joiners, selectors, tags, marks, and what is no letter at all.
    let hidden: [Unicode.Scalar] = [
      "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{E0041}", "\u{301}", "\u{489}", "\u{1B}", "\u{9B}", "\u{202E}",
      "\u{E000}", "\u{3164}", "\u{115F}", "\u{378}", "\u{1F3FD}", "\u{600}",
    ]
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView("a❤日👩".unicodeScalars.shuffled(using: &random))
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = text.indices.randomElement(using: &random) ?? text.startIndex
        text.insert(hidden.randomElement(using: &random) ?? "a", at: place)
      }
      var frame = Frame(size: Size(columns: 40, rows: 1))
      let end = frame.draw(String(text), at: Point(column: 0, row: 0))
      #expect(end == displayWidth(of: String(text)))
      let row = frame.text(ofRow: 0, trimmed: false)
      #expect(printable(row).unicodeScalars.elementsEqual(row.unicodeScalars), "\(row.unicodeScalars)")
      #expect(displayWidth(of: row) == 40, "\(text) \(row.unicodeScalars.map(\.value))")
    }
  }
}
