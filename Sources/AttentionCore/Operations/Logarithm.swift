import Glibc

/// `log(a)`: the natural logarithm of each number.
struct Logarithm: MapCells {
  var name: String { "log" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in log(a) }
  }

  func reason(row: Int, column: Int, of operands: Operands) -> Missing { .logarithm }

  func slope(at a: Double, result y: Double) -> Double { 1 / a }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("ln ")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
