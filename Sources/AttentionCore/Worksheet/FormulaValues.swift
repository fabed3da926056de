/// Formulas that are not in the worksheet: live values, goals, answers, what is shown.
extension Worksheet {
  /// The shape that a formula would have.
  public func check(_ formula: Formula) throws(FormulaError) -> Shape {
    var graph = graph
    let root = try graph.add(formula.root)
    return graph.nodes[root].shape
  }

  /// The value of a formula now.
  public func value(of formula: Formula) throws(FormulaError) -> Matrix {
    var graph = graph
    let root = try graph.add(formula.root)
    let added = values.count..<graph.nodes.count
    guard !added.isEmpty else { return values[root] }
    let storage = graph.nodes[added].map(\.initialValue)
    var start = self.start + storage
    graph.evaluate(added, &start, start: nil, typedOver: [:])
    var values = self.values + storage
    graph.evaluate(added, &values, start: start, typedOver: [:])
    return values[root]
  }

  /// The value of a formula whose cells cannot be closed.
  func settledValue(of formula: Formula) throws(FormulaError) -> Matrix {
    try checkSettled(formula, "they can only go into softmax")
    return try value(of: formula)
  }

  /// The role of the first matrix that the formula names.
  public func role(of formula: Formula) -> MatrixRole? { formula.names.first.flatMap { role(of: $0) } }

  /// The decimals of the first matrix that the formula names; 3 if it names none.
  public func digits(of formula: Formula) -> Int { formula.names.first.map { digits(of: $0) } ?? 3 }

  /// - Throws: If cells of the formula may be closed.
  /// - Returns: Its shape.
  @discardableResult
  fileprivate func checkSettled(_ formula: Formula, _ rule: String) throws(FormulaError) -> Shape {
    var graph = graph
    let root = try graph.add(formula.root)
    let node = graph.nodes[root]
    guard let closedBy = node.closedBy else { return node.shape }
    throw FormulaError(
      message: closedCellsMessage(formula.root, closedBy: closedBy, rule), offset: formula.root.start)
  }
}

// MARK: Comparisons

extension Worksheet {
  /// The shape that the two sides of a comparison have in common.
  @discardableResult
  public func check(_ comparison: Comparison) throws(FormulaError) -> Shape {
    let left = try checkSettled(comparison.left, "they are never compared")
    let right = try checkSettled(comparison.right, "they are never compared")
    if let shape = left.stretched(with: right) { return shape }
    throw FormulaError(
      message: "\(comparison.text) does not fit: "
        + (left.namesAtOdds(with: right) ?? "\(left) against \(right)"),
      offset: comparison.place.characters)
  }

  /// Whether a comparison holds in every cell.
  public func verdict(on comparison: Comparison) throws(FormulaError) -> Verdict {
    let shape = try check(comparison)
    let left = try value(of: comparison.left)
    let right = try value(of: comparison.right)
    var worst = (margin: Double.infinity, row: 0, column: 0)
    for row in 0..<shape.rows.count {
      for column in 0..<shape.columns.count {
        let margin = comparison.margin(left.stretched(row, column), right.stretched(row, column))
        if margin < worst.margin { worst = (margin, row, column) }
      }
    }
    return Verdict(
      holds: comparison.holds(margin: worst.margin), left: left.stretched(worst.row, worst.column),
      right: right.stretched(worst.row, worst.column), row: worst.row, column: worst.column)
  }
}

/// Whether a comparison holds, and its cell that misses by most; if none misses, the one that comes nearest to it.
public struct Verdict: Hashable, Sendable {
  public let holds: Bool
  /// The two sides in that cell, whose place is counted from 0.
  public let left: Cell
  public let right: Cell
  public let row: Int
  public let column: Int
}

extension Comparison {
  /// By how much two cells satisfy the comparison; a cell without a number never does.
  fileprivate func margin(_ left: Cell, _ right: Cell) -> Double {
    guard let left = left.number, let right = right.number else { return -.infinity }
    return margin(left, right)
  }
}

extension Matrix {
  fileprivate func stretched(_ row: Int, _ column: Int) -> Cell {
    let place = shape.stretched(row, column)
    return self[row: place.row, column: place.column]
  }
}
