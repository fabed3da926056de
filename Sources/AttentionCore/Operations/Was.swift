/// `was(a)`: a as it was at the start of the place.
struct Was: Operation {
  var name: String { "was" }
  var form: Form { .call(arguments: 1...1) }
  var closedCells: ClosedCells { .carried }
  var isConstant: Bool { true }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape { arguments[0].shape }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let start = operands.atStart(0)
    result.numbers = start.numbers
    result.gaps = start.gaps
  }

  /// An edit does not reach the start.
  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region { .nothing }

  /// The start stays as it was, whatever is computed now.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .none }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let then = trace.operands.atStart(0)[row: row, column: column]
    // It leads nowhere: what can be asked for is how the cell is computed now.
    return .line([.remark(.atTheStart), .sign(": "), .quantity(Quantity(cell: then, source: nil))])
  }
}
