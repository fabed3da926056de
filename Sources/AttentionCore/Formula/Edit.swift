/// A change of a worksheet: `K[dog,3] = 3.10`, `S = Q · Kᵀ + 1`.
public struct Edit: Hashable, Sendable {
  public let target: Target
  public let formula: Formula

  public init(target: Target, formula: Formula) {
    self.target = target
    self.formula = formula
  }

  public init(parsing text: String) throws(FormulaError) {
    var parser = try Parser(text)
    target = try parser.target()
    try parser.expect("=", after: target.text)
    formula = Formula(root: try parser.formula())
    try parser.end()
  }

  public var text: String { "\(target.text) = \(formula.text)" }
}
