/// `abs(a)`: each number without its sign.
struct Absolute: MapCells {
  var name: String { "abs" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.setCells(from: operands[0]) { a in abs(a) }
  }

  func slope(at a: Double, result y: Double) -> Double { a == 0 ? 0 : a < 0 ? -1 : 1 }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.sign("|"), .quantity(trace.quantity(0, row: row, column: column)), .sign("|")])
  }
}
