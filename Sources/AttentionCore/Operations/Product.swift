/// `a · b`: the matrix product. Cell i,j is Σₖ aᵢₖ bₖⱼ, the dot product of row i of a and column j of b.
struct Product: Operation {
  var name: String { "·" }
  var otherSigns: [String] { ["@"] }
  var form: Form { .infix(.product) }

  /// n×d · d×m = n×m. The columns of a are paired with the rows of b, so where both have names, they are the
  /// same.
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let (a, b) = (arguments[0], arguments[1])
    let paired = a.shape.columns
    if paired.count != b.shape.rows.count {
      let columns = counted(paired.count, "column")
      let rows = counted(b.shape.rows.count, "row")
      throw Misfit(
        message: "\(text(a.node, b.node)) does not fit: \(a.shape) · \(b.shape), \(columns) against \(rows)"
          + transposeHint(a, b))
    }
    guard paired.meets(b.shape.rows) else {
      throw Misfit(
        message: "the columns of \(a.text) (\(paired.listing)) do not meet the rows of \(b.text) "
          + "(\(b.shape.rows.listing))")
    }
    return Shape(rows: a.shape.rows, columns: b.shape.columns)
  }

  func evaluate(_ operands: Operands, into product: inout Matrix) {
    let (a, b) = (operands[0], operands[1])
    let (n, d, m) = (a.rowCount, a.columnCount, b.columnCount)
    product.numbers.withUnsafeMutableBufferPointer { y in  // n×m
      a.numbers.withUnsafeBufferPointer { a in  // n×d
        b.numbers.withUnsafeBufferPointer { b in  // d×m
          for i in 0..<n {
            // 1. Row i starts at zero.
            let sums = UnsafeMutableBufferPointer(rebasing: y[(i * m)..<((i + 1) * m)])
            sums.update(repeating: 0)
            // 2. Each row k of b is added to it, aᵢₖ times. Along j everything is contiguous.
            for k in 0..<d {
              let factor = a[i * d + k]
              let row = UnsafeBufferPointer(rebasing: b[(k * m)..<((k + 1) * m)])
              for j in 0..<m { sums[j] += factor * row[j] }
            }
          }
        }
      }
    }
  }

  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    let length = operands[0].columnCount
    return operand == 0
      ? Region(rows: row..<(row + 1), columns: 0..<length)
      : Region(rows: 0..<length, columns: column..<(column + 1))
  }

  /// Of aᵢₖ it is bₖⱼ, and of bₖⱼ it is aᵢₖ: summed with g, that is g·bᵀ and aᵀ·g.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    link.operand == 0
      ? .cell(of: 1, row: link.column, column: link.resultColumn)
      : .cell(of: 0, row: link.resultRow, column: link.row)
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .sumOfProducts(
      (0..<trace.operands[0].columnCount).map { k in
        ProductTerm(
          left: trace.quantity(0, row: row, column: k), right: trace.quantity(1, row: k, column: column))
      })
  }

  /// Which of the two would fit if it were transposed.
  private func transposeHint(_ a: Argument, _ b: Argument) -> String {
    func transposed(_ node: Formula.Node) -> Formula.Node { Formula.Node(.operation("ᵀ", [node])) }
    if a.shape.columns.meets(b.shape.columns) {
      return "; did you mean \(text(a.node, transposed(b.node)))?"
    }
    if a.shape.rows.meets(b.shape.rows) { return "; did you mean \(text(transposed(a.node), b.node))?" }
    return ""
  }

  private func text(_ a: Formula.Node, _ b: Formula.Node) -> String {
    Formula.Node(.operation(name, [a, b])).text
  }
}
