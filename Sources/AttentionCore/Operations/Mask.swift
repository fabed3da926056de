/// `mask(a, M)`: a where M is not 0; the other cells are closed.
struct Mask: CellByCell {
  var name: String { "mask" }
  var form: Form { .call(arguments: 2...2) }
  var closedCells: ClosedCells { .made }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let (a, mask) = (arguments[0], arguments[1])
    if a.shape.rows.meets(mask.shape.rows), a.shape.columns.meets(mask.shape.columns) { return a.shape }
    let detail =
      a.shape.namesAtOdds(with: mask.shape) ?? "\(a.text) is \(a.shape), \(mask.text) is \(mask.shape)"
    throw Misfit(message: "mask needs a mask of the same shape: \(detail)")
  }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let (a, mask) = (operands[0], operands[1])
    for index in result.numbers.indices {
      result.numbers[index] = a.numbers[index]
      if mask[cell: index] == .number(0) { result.leaveOut(index, .closed) }
    }
  }

  /// An open cell is handed on as it is. Whether it is open does not grow.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    link.operand == 0 && !result.isClosed(at: link) ? .number(1) : .none
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let score = Piece.quantity(trace.quantity(0, row: row, column: column))
    let isClosed = trace.operands[1][row: row, column: column] == .number(0)
    return .line(isClosed ? [score, .sign(", "), .remark(.closed)] : [score])
  }
}
