/// `sum(a)`: the sum of each row.
struct Sum: RowToNumber {
  var name: String { "sum" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let a = operands[0]
    for row in 0..<a.rowCount {
      var sum = 0.0
      for index in a.indices(ofRow: row) { sum += a.numbers[index] }
      result.numbers[row] = sum
    }
  }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .number(1) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line(trace.row(0, row).joined(by: " + "))
  }
}
