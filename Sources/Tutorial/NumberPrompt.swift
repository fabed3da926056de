/// A number while it is being typed: digits, one decimal sign, a minus.
///
/// Both `0.5` and `0,5` are numbers. A minus typed anywhere flips the sign, so that `-` needs no special place.
public struct NumberPrompt: Hashable, Sendable {
  /// The keys that edit the text, by what they do.
  public enum Key: Hashable, Sendable {
    case left, right, home, end
    case backspace, delete
    case clear, clearToEnd
  }

  /// Longer numbers than this say nothing new, so further digits are not taken.
  static let limit = 12

  /// The characters as typed.
  public private(set) var text: String
  /// How many characters stand before the caret.
  public private(set) var caret: Int

  public init(text: String = "") {
    self.text = text
    caret = text.count
  }

  /// Whether a number can begin or go on with a character.
  public static func accepts(_ character: Character) -> Bool {
    var prompt = NumberPrompt()
    return prompt.type(character)
  }

  /// Takes one character; returns false if it can be no part of a number.
  public mutating func type(_ character: Character) -> Bool {
    switch character {
    case "0"..."9":
      guard text.count < Self.limit, !(text.hasPrefix("-") && caret == 0) else { return true }
      insert(character)
    case ".", ",":
      guard !text.contains(where: { $0 == "." || $0 == "," }), !(text.hasPrefix("-") && caret == 0)
      else { return true }
      insert(character)
    case "-", "\u{2212}":
      flipSign()
    case "+":
      if text.hasPrefix("-") { flipSign() }
    default:
      return false
    }
    return true
  }

  /// Moves the caret or takes characters away.
  public mutating func edit(_ key: Key) {
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
    case .clearToEnd:
      text.removeSubrange(index(caret)...)
    }
  }

  /// The number that the text says; nil while it says none.
  public var value: Double? {
    let unsigned = text.drop { $0 == "-" }
    guard unsigned.contains(where: \.isNumber) else { return nil }
    return Double(text.map { $0 == "," ? "." : String($0) }.joined())
  }

  private mutating func insert(_ character: Character) {
    text.insert(character, at: index(caret))
    caret += 1
  }

  private mutating func flipSign() {
    if text.hasPrefix("-") {
      text.removeFirst()
      caret = max(0, caret - 1)
    } else {
      text.insert("-", at: text.startIndex)
      caret += 1
    }
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
