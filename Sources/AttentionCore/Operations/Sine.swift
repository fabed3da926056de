import Glibc

/// `sin(a)`: the sine of each number, in radians.
struct Sine: MapCells {
  var name: String { "sin" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in sin(a) }
  }

  func slope(at a: Double, result y: Double) -> Double { cos(a) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("sin ")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
