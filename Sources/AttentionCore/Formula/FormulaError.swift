/// What is wrong with a formula, a comparison or an edit: a sentence, and where.
public struct FormulaError: Error, Hashable, Sendable {
  /// A sentence without the place: `nothing above is called L`.
  public let message: String
  /// Characters from the start of the sentence that was read.
  public let offset: Int

  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// A place in the text of a formula. All places are equal, because formulas are compared by their meaning.
struct TextOffset: Hashable, Sendable {
  let characters: Int

  init(_ characters: Int = 0) { self.characters = characters }

  static func == (left: TextOffset, right: TextOffset) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
