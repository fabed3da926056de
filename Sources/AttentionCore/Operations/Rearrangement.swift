/// An operation that only carries cells from one place to another: it computes nothing, so each cell is
/// explained where it came from.
protocol Rearrangement: Operation {
  /// The cell of an operand that a cell of the result was carried from.
  func origin(row: Int, column: Int, of operands: Operands) -> OperandCell
}

struct OperandCell {
  let operand: Int
  let row: Int
  let column: Int
}

extension Rearrangement {
  var closedCells: ClosedCells { .carried }

  // Inlined into each operation, where `origin` is known.
  @inline(__always)
  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let columns = result.columnCount
    for row in 0..<result.rowCount {
      for column in 0..<columns {
        let origin = origin(row: row, column: column, of: operands)
        let from = origin.row * operands[origin.operand].columnCount + origin.column
        let to = row * columns + column
        result.numbers[to] = operands[origin.operand].numbers[from]
        if operands[origin.operand].gaps != nil { result[cell: to] = operands[origin.operand][cell: from] }
      }
    }
  }

  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    let origin = origin(row: row, column: column, of: operands)
    return origin.operand == operand ? .cell(origin.row, origin.column) : .nothing
  }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .number(1) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let origin = origin(row: row, column: column, of: trace.operands)
    return .line([.quantity(trace.quantity(origin.operand, row: origin.row, column: origin.column))])
  }
}
