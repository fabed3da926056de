/// `a / b`: the quotient, cell by cell, or by one number.
struct Divide: InfixCellByCell {
  var name: String { "/" }
  var form: Form { .infix(.product) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0], operands[1]) { a, b in a / b }
  }

  func reason(row: Int, column: Int, of operands: Operands) -> Missing {
    let place = operands[1].shape.stretched(row, column)
    return operands[1][row: place.row, column: place.column] == .number(0) ? .divisionByZero : .overflow
  }

  /// 1/b for a, and −a/b² for b.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let place = operands[1].shape.stretched(link.resultRow, link.resultColumn)
    let b = operands[1].numbers[place.row * operands[1].columnCount + place.column]
    return .number(link.operand == 0 ? 1 / b : -result.number(at: link) / b)
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line(trace.line(row: row, column: column, sign: " ÷ "))
  }
}
