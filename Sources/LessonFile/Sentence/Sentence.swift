import AttentionCore

/// The tokens of a sentence that somebody typed, with names that a worksheet can use.
public struct Sentence: Hashable, Sendable {
  public static let tokenCounts = 2...8
  /// As typed, without what no terminal draws.
  public let tokens: [String]
  /// The tokens, told apart: of `ha ha`, `ha_1` and `ha_2`.
  public let names: [String]

  /// - Parameter text: Tokens with blanks between them.
  public init(_ text: String) throws(SentenceError) {
    let words = text.split(whereSeparator: \.isWhitespace).map { Self.drawable(String($0)) }.filter {
      !$0.isEmpty
    }
    for word in words { try Self.check(word) }
    guard Self.tokenCounts.contains(words.count) else {
      throw SentenceError(
        .count, "a sentence has 2 to 8 tokens with blanks between them, this one has \(words.count)")
    }
    tokens = words
    names = Self.names(of: words)
    if let long = names.first(where: { $0.count > LessonReader.longestName }) {
      throw SentenceError(
        .tooLong, "\(long) is too long: a token has at most \(LessonReader.longestName) letters")
    }
  }

  /// Without variation selectors and skin tones: terminals do not agree on how wide they make what is before them.
  private static func drawable(_ word: String) -> String {
    var scalars = word.unicodeScalars
    scalars.removeAll { $0.properties.isVariationSelector || $0.properties.isEmojiModifier }
    return String(scalars)
  }

  private static func check(_ word: String) throws(SentenceError) {
    if let (_, sentence) = unshowable(in: word) { throw SentenceError(.sign, "\(word): \(sentence)") }
    if word.unicodeScalars.contains("\u{FFFD}") { throw SentenceError(.sign, "\(word) is no text in UTF-8") }
    if word.contains("\"") {
      throw SentenceError(.quotationMark, "a token cannot have \": write “ or ’ instead of it")
    }
    if let first = word.unicodeScalars.first, first.isMark {
      throw SentenceError(.sign, "a token cannot begin with a mark that stands on another letter")
    }
    // No screen shows three marks on one letter.
    if word.contains(where: { $0.unicodeScalars.count(where: \.isMark) > 2 }) {
      throw SentenceError(.sign, "\(word): a letter of a token has at most two marks on it")
    }
    guard word.contains("`"), !isProse(word) else { return }
    throw SentenceError(.sign, "\(word): a token with a number in it cannot have `")
  }

  /// Repeated tokens are numbered, and so are those of digits alone, since a place of a matrix may be counted too.
  private static func names(of words: [String]) -> [String] {
    var names: [String] = []
    for (index, word) in words.enumerated() {
      let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isNumber || words.filter({ $0 == word }).count > 1 else {
        names.append(word)
        continue
      }
      var number = words[...index].count { $0 == word }
      while names.contains("\(word)_\(number)") || words.contains("\(word)_\(number)") { number += 1 }
      names.append("\(word)_\(number)")
    }
    return names
  }
}

/// Why a text is no sentence that a lesson can be made of.
public struct SentenceError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// There are too few tokens, or too many.
    case count
    case tooLong
    case quotationMark
    /// A token has a sign that no screen shows, or too many marks on a letter.
    case sign
    /// There are no lessons of so many dimensions.
    case dimensions
  }

  public let reason: Reason
  /// In one line, with all that is known.
  public let message: String

  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }
}

// MARK: Tokens in words and formulas

extension Sentence {
  /// A token as a formula names its row: by its name where that needs no quotation marks, else by its number.
  func label(_ index: Int) -> String {
    let name = names[index]
    let target = Target(name: "K", rows: .one(name))
    return target.text == "K[\(name)]" ? name : "\(index + 1)"
  }

  /// A token in the words: `*duerme*`, or as code where its signs would mean something there.
  func prose(_ index: Int) -> String {
    let name = names[index]
    return Self.isProse(name) ? "*\(Self.escaped(name))*" : "`\(name)`"
  }

  /// The sentence as a title; nil where it is too long for the title bar, or could be taken for something else.
  var title: String? {
    let title = tokens.joined(separator: " ")
    return title.count <= 40 && Self.isProse(title) ? Self.escaped(title) : nil
  }

  private static func isProse(_ text: String) -> Bool {
    var reader = RunReader(.refused)
    reader.read(escaped(text)[...], .start)
    _ = reader.finish()
    return reader.faults.isEmpty
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      if "*{}`\\".contains(letter) { result.append("\\") }
      result.append(letter)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
