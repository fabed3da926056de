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
    if let part = try part(formula) { return part }
    return try result(of: formula).value
  }

  /// The value of a formula that is a name, or a part of what a name stands for: nothing has to be computed.
  private func part(_ formula: Formula) throws(FormulaError) -> Matrix? {
    switch formula.root.kind {
    case .name(let name): return self[name]
    case .part(let whole, let rows, let columns):
      guard case .name(let name) = whole.kind, let matrix = self[name] else { return nil }
      return matrix.part(
        try region(
          rows: rows, columns: columns, of: matrix.shape, named: name, at: formula.root.indexPlaces))
    default: return nil
    }
  }

  /// The value of a formula whose cells cannot be closed, or the rule that it would break.
  func settledValue(of formula: Formula, or rule: String) throws(FormulaError) -> Matrix {
    let result = try result(of: formula)
    try result.node.checkSettled(formula, or: rule)
    return result.value
  }

  private func result(of formula: Formula) throws(FormulaError) -> (node: Graph.Node, value: Matrix) {
    var graph = graph
    let root = try graph.add(formula.root)
    let added = values.count..<graph.nodes.count
    guard !added.isEmpty else { return (graph.nodes[root], values[root]) }
    let storage = graph.nodes[added].map(\.initialValue)
    var values = self.values + storage
    guard graph.nodes[added].contains(where: \.looksBack) else {
      graph.evaluate(added, &values, start: nil, typedOver: typedOver)
      return (graph.nodes[root], values[root])
    }
    // First at the start, where `was` is the identity: what it reads now was computed then.
    var start = self.start + storage
    graph.evaluate(added, &start, start: nil, typedOver: [:], tape: beginning)
    graph.evaluate(added, &values, start: start, typedOver: typedOver)
    return (graph.nodes[root], values[root])
  }

  /// The role of the first matrix that the formula names.
  public func role(of formula: Formula) -> MatrixRole? { formula.names.first.flatMap { role(of: $0) } }

  /// The decimals of the first matrix that the formula names; 3 if it names none.
  public func digits(of formula: Formula) -> Int { formula.names.first.map { digits(of: $0) } ?? 3 }
}

// MARK: Comparisons

extension Worksheet {
  /// The shape that the two sides of a comparison have in common.
  @discardableResult
  public func check(_ comparison: Comparison) throws(FormulaError) -> Shape {
    try sides(of: comparison).shape
  }

  /// Whether a comparison holds in every cell.
  public func verdict(on comparison: Comparison) throws(FormulaError) -> Verdict {
    let (left, right, shape) = try sides(of: comparison)
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

  private func sides(
    of comparison: Comparison
  ) throws(FormulaError) -> (left: Matrix, right: Matrix, shape: Shape) {
    let left = try settledValue(of: comparison.left, or: "they are never compared")
    let right = try settledValue(of: comparison.right, or: "they are never compared")
    if let shape = left.shape.stretched(with: right.shape) { return (left, right, shape) }
    let misfit = left.shape.namesAtOdds(with: right.shape) ?? "\(left.shape) against \(right.shape)"
    throw FormulaError(
      message: "\(comparison.text) does not fit: \(misfit)", offset: comparison.place.characters)
  }
}

/// Whether a comparison holds, and its cell that misses by most; if none misses, the one that comes nearest
/// to it.
public struct Verdict: Hashable, Sendable {
  public let holds: Bool
  /// The two sides in that cell, whose place is counted from 0.
  public let left: Cell
  public let right: Cell
  public let row: Int
  public let column: Int
}

extension Graph.Node {
  /// Whether its value depends on the start of the worksheet.
  fileprivate var looksBack: Bool {
    guard case .operation(let operation) = work else { return false }
    return operation is Was
  }

  /// - Throws: If its cells may be closed, the rule that this breaks.
  fileprivate func checkSettled(_ formula: Formula, or rule: String) throws(FormulaError) {
    guard let closedBy else { return }
    throw FormulaError(
      message: closedCellsMessage(formula.root, closedBy: closedBy, rule), offset: formula.root.start)
  }
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
