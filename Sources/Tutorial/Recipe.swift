/// What a lesson about a sentence of one's own is made from: the same recipe makes the same lesson everywhere.
public struct Recipe: Hashable, Sendable {
  /// The tokens as they were typed, with blanks between them.
  public var sentence: String
  /// How many numbers each query, key and value has.
  public var dimensions: Int
  /// Where the numbers begin to be drawn.
  public var seed: UInt64

  public init(sentence: String, dimensions: Int = 3, seed: UInt64 = 1) {
    self.sentence = sentence
    self.dimensions = dimensions
    self.seed = seed
  }

  /// What the sandbox begins with.
  public static let beginning = Recipe(sentence: "The cat drinks milk")
}
