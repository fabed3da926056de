/// `-a`: each number with the other sign.
struct Negate: MapCells {
  var name: String { "-" }
  var otherSigns: [String] { ["−"] }
  var form: Form { .prefix }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in -a }
  }

  func slope(at a: Double, result y: Double) -> Double { -1 }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("−")] + trace.quantity(0, row: row, column: column).parenthesizedIfNegative)
  }
}
