/// How fast a cell of a result grows with a cell that it reads: ∂result/∂operand.
enum Slope {
  /// The cell passes nothing on, whatever the numbers are: it is closed, or only says which cells are.
  case none
  case number(Double)
  /// As fast as the number in a cell of an operand says: in a product, the other factor.
  case cell(of: Int, row: Int, column: Int)
}

/// A cell of a result, and a cell of one of its operands that it reads.
struct Link {
  let operand: Int
  /// The cell of the operand.
  let row: Int
  let column: Int
  /// The cell of the result.
  let resultRow: Int
  let resultColumn: Int
}

extension Operation {
  /// One step of reverse mode: adds to ∂loss/∂operand what comes through the result, Σ g × slope.
  ///
  /// A cell that moves the loss by nothing passes nothing on. So where a result has no value, and the loss has
  /// one, no slope is asked for.
  ///
  /// - Parameters:
  ///   - g: ∂loss/∂result, row by row.
  ///   - gradient: ∂loss/∂operand so far, row by row.
  /// - Returns: Whether every slope was finite.
  func passOn(
    _ g: [Double], of result: Matrix, to operand: Int, of operands: Operands,
    into gradient: inout [Double]
  ) -> Bool {
    let columns = operands[operand].columnCount
    var isFinite = true
    for (index, g) in g.enumerated() where g != 0 {
      let (row, column) = index.quotientAndRemainder(dividingBy: result.columnCount)
      let region = reads(operand, row: row, column: column, of: operands)
      for operandRow in region.rows {
        for operandColumn in region.columns {
          let link = Link(
            operand: operand, row: operandRow, column: operandColumn, resultRow: row, resultColumn: column)
          guard let slope = operands.number(slope(at: link, of: operands, result: result)) else { continue }
          if !slope.isFinite { isFinite = false }
          gradient[operandRow * columns + operandColumn] += g * slope
        }
      }
    }
    return isFinite
  }
}

extension Operands {
  /// The number that a slope is; nil where nothing is passed on.
  func number(_ slope: Slope) -> Double? {
    switch slope {
    case .none: nil
    case .number(let number): number
    case .cell(let operand, let row, let column):
      self[operand].numbers[row * self[operand].columnCount + column]
    }
  }

  /// The number that an operand has at the cell of a link, or at another place; 0 where there is a gap.
  func number(at link: Link) -> Double {
    self[link.operand].numbers[link.row * self[link.operand].columnCount + link.column]
  }
}

extension Matrix {
  /// The number in the result cell of a link; 0 where there is a gap.
  func number(at link: Link) -> Double {
    numbers[link.resultRow * columnCount + link.resultColumn]
  }

  /// Whether the result cell of a link is closed.
  func isClosed(at link: Link) -> Bool {
    gaps?[link.resultRow * columnCount + link.resultColumn] == .closed
  }
}
