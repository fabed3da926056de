/// `topk(a, k)`: the k largest numbers of each row; the other cells are closed. The first wins a tie.
struct TopK: RowByRow {
  var name: String { "topk" }
  var form: Form { .call(arguments: 2...2) }
  var closedCells: ClosedCells { .made }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let k = arguments[1]
    guard k.shape.isSingle else {
      throw Misfit(message: "the k of topk is one number; \(k.text) is \(k.shape)")
    }
    return arguments[0].shape
  }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let (a, k) = (operands[0], operands[1][cell: 0].number)
    result.numbers = a.numbers
    guard let k else { return }
    for row in 0..<a.rowCount {
      let row = a.indices(ofRow: row)
      for index in row where Double(rank(of: index, in: row, of: a)) > k { result.leaveOut(index, .closed) }
    }
  }

  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    operand == 0
      ? Region(rows: row..<(row + 1), columns: 0..<operands[0].columnCount) : .cell(0, 0)
  }

  /// A kept number is handed on as it is. Which ones are kept does not grow.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let isItself = link.operand == 0 && link.column == link.resultColumn
    return isItself && !result.isClosed(at: link) ? .number(1) : .none
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let quantity = Piece.quantity(trace.quantity(0, row: row, column: column))
    let a = trace.operands[0]
    let row = a.indices(ofRow: row)
    let rank = rank(of: row.lowerBound + column, in: row, of: a)
    guard let k = trace.operands[1][cell: 0].number, Double(rank) > k else { return .line([quantity]) }
    return .line([quantity, .sign(", "), .remark(.notAmongTheLargest)])
  }

  /// The place of a number among those of its row, from 1 for the largest.
  private func rank(of index: Int, in row: Range<Int>, of a: Matrix) -> Int {
    let number = a.numbers[index]
    return 1
      + row.count { other in
        a.numbers[other] > number || (a.numbers[other] == number && other < index)
      }
  }
}
