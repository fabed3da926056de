import Glibc

/// `√a`: the square root of each number.
struct Root: MapCells {
  var name: String { "√" }
  var calledAs: String? { "sqrt" }
  var form: Form { .prefix }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in a.squareRoot() }
  }

  func reason(row: Int, column: Int, of operands: Operands) -> Missing { .root }

  /// At 0 the root is infinitely steep.
  var reasonOfSlope: Missing { .divisionByZero }

  func slope(at a: Double, result y: Double) -> Double { 1 / (2 * y) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("√")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
