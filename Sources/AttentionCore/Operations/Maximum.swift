/// `max(a)`: the largest number of each row.
struct Maximum: RowToNumber {
  var name: String { "max" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let a = operands[0]
    for row in 0..<a.rowCount {
      result.numbers[row] = a.numbers[a.indices(ofRow: row)].max() ?? 0
    }
  }

  /// Only the largest number counts; of equal ones, the first.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let row = operands[0].numbers[operands[0].indices(ofRow: link.row)]
    let first = row.firstIndex(of: result.number(at: link))
    return first == row.startIndex + link.column ? .number(1) : .none
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let pieces = trace.row(0, row).map { [Piece.quantity($0)] }.joined(separator: [.sign(", ")])
    return .line([.sign("max(")] + pieces + [.sign(")")])
  }
}
