/// One cell of a gradient in numbers: for each cell that uses it, that cell's own gradient times the slope.
struct ChainRule {
  let gradient: Gradient
  let gradients: Gradients
  let worksheet: Worksheet

  private var tape: Tape { worksheet.tape }

  /// `-0.577×0.22`: the factors of each term multiplied, the terms added.
  func line(for cell: CellReference) -> [Piece] {
    var pieces: [Piece] = []
    for factors in terms(for: cell) {
      // Only the first number of a line may have a minus without parentheses.
      pieces +=
        pieces.isEmpty ? [.quantity(factors[0])] : [.sign(" + ")] + factors[0].parenthesizedIfNegative
      for factor in factors.dropFirst() { pieces += [.sign("×")] + factor.parenthesizedIfNegative }
    }
    return pieces.isEmpty ? [.quantity(Quantity(cell: .number(0), source: nil))] : pieces
  }

  /// One or two factors for each cell that reads this one and leads to the loss; what only carries it to another
  /// place is passed over.
  private func terms(for cell: CellReference) -> [[Quantity]] {
    if cell.node == tape.graph.roots[gradient.loss] { return [[Quantity(cell: .number(1), source: nil)]] }
    let users = gradients.numbers.keys.filter { tape.graph.nodes[$0].operands.contains(cell.node) }
    return users.sorted().flatMap { user -> [[Quantity]] in
      guard case .operation(let operation) = tape.graph.nodes[user].work else { return [] }
      let operands = tape.operands(of: user)
      let result = tape.result(of: user)
      return operands.nodes.indices.filter { operands.nodes[$0] == cell.node }.flatMap { operand in
        links(from: cell, to: user, as: operand, operation).flatMap { link -> [[Quantity]] in
          let using = CellReference(node: user, row: link.resultRow, column: link.resultColumn)
          if operation is any Rearrangement { return terms(for: using) }
          return factors(using, operation.slope(at: link, of: operands, result: result), of: operands)
        }
      }
    }
  }

  /// The cells of a user that read a cell and are not typed over.
  private func links(
    from cell: CellReference, to user: Int, as operand: Int, _ operation: any Operation
  ) -> [Link] {
    let shape = tape.graph.nodes[user].shape
    return (0..<shape.count).compactMap { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: shape.columns.count)
      let region = operation.reads(operand, row: row, column: column, of: tape.operands(of: user))
      guard region.contains(cell.row, cell.column), !tape.isTypedOver(index, of: user) else { return nil }
      return Link(
        operand: operand, row: cell.row, column: cell.column, resultRow: row, resultColumn: column)
    }
  }

  /// The gradient of the using cell, times a slope; a slope of 1 is not written.
  private func factors(_ user: CellReference, _ slope: Slope, of operands: Operands) -> [[Quantity]] {
    switch slope {
    case .none: return []
    case .number(1): return [[gradient(of: user)]]
    case .number(let number): return [[gradient(of: user), quantity(number, source: nil)]]
    case .cell(let operand, let row, let column):
      let factor = CellReference(node: operands.nodes[operand], row: row, column: column)
      return [[gradient(of: user), worksheet.quantity(factor)]]
    }
  }

  /// ∂loss/∂cell; it comes from a matrix if the worksheet has one that is this gradient.
  private func gradient(of cell: CellReference) -> Quantity {
    let index = cell.row * tape.graph.nodes[cell.node].shape.columns.count + cell.column
    let matrix = tape.graph.roots.first { root in
      guard case .operation(let other as Gradient) = tape.graph.nodes[root].work else { return false }
      return other.loss == gradient.loss && other.target == tape.graph.nodes[cell.node].definition
        && !tape.isTypedOver(index, of: root)
    }
    return quantity(
      gradients.numbers[cell.node]?[index] ?? 0,
      source: matrix.map { CellReference(node: $0, row: cell.row, column: cell.column) })
  }

  private func quantity(_ number: Double, source: CellReference?) -> Quantity {
    Quantity(cell: number.isFinite ? .number(number) : .missing(gradients.reason), source: source)
  }
}

extension Region {
  fileprivate func contains(_ row: Int, _ column: Int) -> Bool {
    rows.contains(row) && columns.contains(column)
  }
}
