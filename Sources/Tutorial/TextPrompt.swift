/// A line of text while it is being typed.
public struct TextPrompt: Hashable, Sendable {
  /// More than any sentence needs.
  static let limit = 200

  public private(set) var text: String
  /// How many characters stand before the caret.
  public private(set) var caret: Int

  public init(_ text: String = "") {
    self.text = text
    caret = text.count
  }

  /// Takes letters where the caret is; line ends and tabs become blanks.
  mutating func type(_ letters: String) {
    for letter in letters where text.count < Self.limit {
      let before = text.count
      text.insert(letter.isWhitespace ? " " : letter, at: index(caret))
      // A mark joins the letter before it.
      caret += text.count - before
    }
  }

  /// Moves the caret or takes letters away, by the keys that edit numbers too.
  mutating func edit(_ key: NumberPrompt.Key) {
    switch key {
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home: caret = 0
    case .end: caret = text.count
    case .backspace:
      guard caret > 0 else { return }
      caret -= 1
      text.remove(at: index(caret))
    case .delete:
      guard caret < text.count else { return }
      text.remove(at: index(caret))
    case .clear:
      text.removeSubrange(..<index(caret))
      caret = 0
    case .clearToEnd: text.removeSubrange(index(caret)...)
    }
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
