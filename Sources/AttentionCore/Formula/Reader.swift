/// The characters of a sentence, taken from left to right.
struct Reader {
  static let longest = 200

  private let characters: [Character]
  private(set) var position = 0

  init(_ text: String) throws(FormulaError) {
    characters = Array(text)
    guard characters.count <= Reader.longest else {
      throw FormulaError(
        message: "a formula has at most \(Reader.longest) characters, this one has \(characters.count)",
        offset: Reader.longest)
    }
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
    let start = position
    while let next = peek(), isOfKind(next) { position += 1 }
    return String(characters[start..<position])
  }

  /// What comes next, for a complaint: a word, a sign, or `the end`.
  var found: String {
    guard let next = peek() else { return "the end" }
    guard next.startsLabel else { return String(next) }
    var copy = self
    return copy.take { $0.continuesLabel }
  }
}
