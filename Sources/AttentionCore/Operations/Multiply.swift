/// `a * b`: the product, cell by cell, or with one number.
struct Multiply: InfixCellByCell {
  var name: String { "*" }
  var form: Form { .infix(.product) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0], operands[1]) { a, b in a * b }
  }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let other = 1 - link.operand
    let place = operands[other].shape.stretched(link.resultRow, link.resultColumn)
    return .cell(of: other, row: place.row, column: place.column)
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line(trace.line(row: row, column: column, sign: "×"))
  }
}
