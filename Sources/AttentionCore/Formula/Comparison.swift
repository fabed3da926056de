/// A goal or a proof: `A[quickly,dog] >= 0.80`; it holds when it holds in every cell.
public struct Comparison: Hashable, Sendable {
  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case less = "<"
    case greater = ">"
    case atMost = "≤"
    case atLeast = "≥"
  }

  public let left: Formula
  public let sign: Sign
  public let right: Formula
  private let statedTolerance: Literal?
  let place: TextOffset

  public init(parsing text: String) throws(FormulaError) {
    var parser = try Parser(text)
    left = Formula(root: try parser.formula())
    (sign, place) = try parser.comparisonSign()
    right = Formula(root: try parser.formula())
    statedTolerance = try parser.tolerance()
    try parser.end()
  }

  /// How far the sides may miss each other: the number after `±`, else 1e-9 for `=` and nothing for the
  /// others.
  public var tolerance: Double { statedTolerance?.value ?? (sign == .equal ? defaultTolerance : 0) }

  public var text: String {
    "\(left.text) \(sign.rawValue) \(right.text)" + (statedTolerance.map { " ± \($0.text)" } ?? "")
  }

  /// By how much two numbers satisfy the comparison; negative: by how much they miss.
  func margin(_ left: Double, _ right: Double) -> Double {
    switch sign {
    case .equal: tolerance - abs(left - right)
    case .less, .atMost: right - left + tolerance
    case .greater, .atLeast: left - right + tolerance
    }
  }

  /// Whether a margin is enough: `<` and `>` need more than nothing.
  func holds(margin: Double) -> Bool {
    sign == .less || sign == .greater ? margin > 0 : margin >= 0
  }
}

/// The right answer of a question with a number: `S[quickly,dog] ± 0.005`.
public struct Answer: Hashable, Sendable {
  public let formula: Formula
  private let statedTolerance: Literal?

  public init(parsing text: String) throws(FormulaError) {
    var parser = try Parser(text)
    formula = Formula(root: try parser.formula())
    statedTolerance = try parser.tolerance()
    try parser.end()
  }

  /// How far the typed number may be off: the number after `±`, else 1e-9.
  public var tolerance: Double { statedTolerance?.value ?? defaultTolerance }

  public var text: String { formula.text + (statedTolerance.map { " ± \($0.text)" } ?? "") }
}

/// What `=` allows for the rounding of doubles.
private let defaultTolerance = 1e-9
