import Glibc

/// `rotate(a, t)`: in row i, each pair of columns turned by tᵢ degrees, counterclockwise.
///
/// A pair (x, y) becomes (x cos t − y sin t, x sin t + y cos t).
struct Rotate: Operation {
  var name: String { "rotate" }
  var form: Form { .call(arguments: 2...2) }

  /// a is n×d with d even; t is n×1, or one angle for all rows.
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let (a, t) = (arguments[0], arguments[1])
    guard a.shape.columns.count.isMultiple(of: 2) else {
      throw Misfit(
        message: "rotate turns pairs of columns; \(a.text) has \(counted(a.shape.columns.count, "column"))")
    }
    guard t.shape.columns.count == 1, t.shape.rows.count == 1 || t.shape.rows.meets(a.shape.rows) else {
      throw Misfit(
        message: "rotate needs one angle, or one for each row of \(a.text); \(t.text) is \(t.shape)")
    }
    return a.shape
  }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let (a, t) = (operands[0], operands[1])
    for row in 0..<a.rowCount {
      let angle = t.numbers[t.shape.stretched(row, 0).row] * .pi / 180
      let (cosine, sine) = (cos(angle), sin(angle))
      let indices = a.indices(ofRow: row)
      for index in stride(from: indices.lowerBound, to: indices.upperBound, by: 2) {
        let (x, y) = (a.numbers[index], a.numbers[index + 1])
        result.numbers[index] = x * cosine - y * sine
        result.numbers[index + 1] = x * sine + y * cosine
      }
    }
  }

  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    guard operand == 0 else { return .cell(operands[1].shape.stretched(row, 0).row, 0) }
    let first = column - column % 2
    return Region(rows: row..<(row + 1), columns: first..<(first + 2))
  }

  /// x moves its own coordinate by cos t and the other by sin t; the angle moves the pair at a right angle to itself.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let isFirst = link.resultColumn.isMultiple(of: 2)
    if link.operand == 1 {
      let partner = link.resultColumn + (isFirst ? 1 : -1)
      let other = result.numbers[link.resultRow * result.columnCount + partner]
      return .number((isFirst ? -other : other) * .pi / 180)
    }
    let t = operands[1]
    let angle = t.numbers[t.shape.stretched(link.row, 0).row] * .pi / 180
    if link.column == link.resultColumn { return .number(cos(angle)) }
    return .number(isFirst ? -sin(angle) : sin(angle))
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let angle = Piece.quantity(trace.stretchedQuantity(1, row: row, column: 0))
    let first = column - column % 2
    let x = trace.quantity(0, row: row, column: first)
    let y = trace.quantity(0, row: row, column: first + 1)
    let (ofX, between, ofY) =
      column == first ? ("×cos ", "° − ", "×sin ") : ("×sin ", "° + ", "×cos ")
    return .line(
      [.quantity(x), .sign(ofX), angle, .sign(between)] + y.parenthesizedIfNegative
        + [.sign(ofY), angle, .sign("°")])
  }
}
