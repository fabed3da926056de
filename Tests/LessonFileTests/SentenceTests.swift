import Testing

@testable import LessonFile

@Suite struct SentenceTests {
  @Test(arguments: [
    ("El gato duerme", ["El", "gato", "duerme"]),
    ("  one\ttwo\nthree ", ["one", "two", "three"]),
    ("ha ha", ["ha_1", "ha_2"]),
    ("ha ha_1 ha", ["ha_2", "ha_1", "ha_3"]),
    ("20 + 20", ["20_1", "+", "20_2"]),
    ("The the", ["The", "the"]),
    ("❤\u{FE0F} 👍🏽", ["❤", "👍"]),
    ("שלום עולם", ["שלום", "עולם"]),
    ("e\u{301} é", ["e\u{301}_1", "é_2"]),
    ("3.14 `x`", ["3.14", "`x`"]),
  ])
  func `tokens become names that differ`(text: String, names: [String]) throws {
    let sentence = try Sentence(text)
    #expect(sentence.names == names)
    #expect(Set(sentence.names).count == names.count)
  }

  @Test(arguments: [
    ("", "has 0"),
    ("alone", "has 1"),
    ("a b c d e f g h i", "has 9"),
    ("say \"no\"", "write “ or ’ instead"),
    ("bell\u{7} rings", "U+0007 cannot be seen"),
    ("\u{1B}[2J x", "U+001B cannot be seen"),
    ("left\u{202E} right", "U+202E cannot be seen"),
    ("👩\u{200D}👩 family", "U+200D cannot be seen"),
    ("z\u{300}\u{301}\u{302} x", "at most two marks"),
    ("z\u{300}\u{301}\u{302}\u{303}\u{304} x", "more than 4 marks"),
    ("\u{301}x y", "cannot begin with a mark"),
    ("\u{E000} y", "U+E000 cannot be seen"),
    ("\u{FFFD} y", "no text in UTF-8"),
    ("`3.14` y", "cannot have `"),
    ("abcdefghijklmnopqrstuvwxyz y", "at most 24 letters"),
    ("abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvwx", "at most 24 letters"),
  ])
  func `what no lesson can be made of is refused`(text: String, reason: String) {
    let error = #expect(throws: SentenceError.self) { try Sentence(text) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func `a formula names a row by its name or, where that needs quotation marks, by its number`() throws
  {
    let sentence = try Sentence("niño 3.14 x*y it's <b")
    #expect(sentence.names.indices.map(sentence.label) == ["niño", "2", "3", "it's", "5"])
    #expect(sentence.names.indices.map(sentence.prose) == ["*niño*", "`3.14`", "*x\\*y*", "*it's*", "`<b`"])
    #expect(sentence.title == nil)
    #expect(try Sentence("¿Qué es x*y ?").title == "¿Qué es x\\*y ?")
  }

  @Test func `drawn numbers are hundredths and never near 0`() {
    for seed in 0..<50 {
      let numbers = SentenceNumbers(tokens: 8, dimensions: 8, seed: UInt64(seed))
      for number in (numbers.queries + numbers.keys + numbers.values).joined() {
        #expect((0.1...1.5).contains(abs(number)) && fixedText(number, digits: 2) == "\(number)".padded)
      }
    }
  }
}

extension String {
  /// With two decimals: `0.5` is `0.50`.
  fileprivate var padded: String { drop { $0 != "." }.count < 3 ? self + "0" : self }
}
