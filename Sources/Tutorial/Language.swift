/// A language of the course, by its two-letter code: `en`, `es`.
public struct Language: Hashable, Sendable, Comparable {
  public let code: String

  public init(_ code: String) { self.code = code }

  /// The language every other one falls back to.
  public static let english = Language("en")

  public static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}
