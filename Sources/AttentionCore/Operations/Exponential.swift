import Glibc

/// `exp(a)`: e to the power of each number.
struct Exponential: MapCells {
  var name: String { "exp" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in exp(a) }
  }

  func slope(at a: Double, result y: Double) -> Double { y }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("e^")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
