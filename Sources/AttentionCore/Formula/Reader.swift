/// The characters of a sentence, taken from left to right.
struct Reader {
  static let longest = 200

  private let characters: [Character]
  private(set) var position = 0

  init(_ text: String) throws(FormulaError) {
    characters = Reader.characters(of: text)
    guard characters.count <= Reader.longest else {
      throw FormulaError(
        message: "a formula has at most \(Reader.longest) characters, this one has \(characters.count)",
        offset: Reader.longest)
    }
  }

  /// In ASCII each byte is a character but for a line end of two, which saves the search for graphemes.
  private static func characters(of text: String) -> [Character] {
    guard text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) else { return Array(text) }
    return text.utf8.map { Character(Unicode.Scalar($0)) }
  }

  /// The next character, or another one counted from it.
  func peek(_ distance: Int = 0) -> Character? {
    let place = position + distance
    return characters.indices.contains(place) ? characters[place] : nil
  }

  /// The character before the next one.
  var last: Character? { peek(-1) }

  /// Whether a sign comes next.
  func sees(_ sign: String) -> Bool {
    guard let next = peek() else { return false }
    // Nearly always one ASCII character is held against another.
    if let ascii = next.asciiValue, ascii != sign.utf8.first { return false }
    return characters[position...].starts(with: sign)
  }

  mutating func skipBlanks() {
    while let next = peek(),
      next == " " || (!next.isASCII && next.isWhitespace) || next == "\t" || next.isNewline
    {
      position += 1
    }
  }

  /// Takes a sign, after blanks, if it comes next.
  mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    guard sees(sign) else { return false }
    position += sign.count
    return true
  }

  /// Takes characters as long as they are of a kind; empty if the next one is not.
  mutating func take(while isOfKind: (Character) -> Bool) -> String {
    var taken = ""
    while let next = peek(), isOfKind(next) {
      taken.append(next)
      position += 1
    }
    return taken
  }

  /// What comes next, for a complaint: a word, a sign, or `the end`.
  var found: String {
    guard let next = peek() else { return "the end" }
    guard next.startsLabel else { return String(next) }
    var copy = self
    return copy.take { $0.continuesLabel }
  }
}
