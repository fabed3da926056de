import Glibc

/// `cos(a)`: the cosine of each number, in radians.
struct Cosine: MapCells {
  var name: String { "cos" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in cos(a) }
  }

  func slope(at a: Double, result y: Double) -> Double { -sin(a) }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("cos ")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
