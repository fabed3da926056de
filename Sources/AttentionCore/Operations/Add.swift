/// `a + b`: the sum, cell by cell.
struct Add: InfixCellByCell {
  var name: String { "+" }
  var form: Form { .infix(.sum) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0], operands[1]) { a, b in a + b }
  }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .number(1) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line(trace.line(row: row, column: column, sign: " + "))
  }
}
