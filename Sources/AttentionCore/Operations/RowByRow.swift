/// An operation that computes each cell from the whole row it stands in.
protocol RowByRow: Operation {}

extension RowByRow {
  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    Region(rows: row..<(row + 1), columns: 0..<operands[operand].columnCount)
  }
}

/// An operation that makes one number of each row: n×m becomes n×1.
protocol RowToNumber: RowByRow {}

extension RowToNumber {
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    Shape(rows: arguments[0].shape.rows, columns: Axis(count: 1))
  }
}

extension Matrix {
  /// Where the cells of a row lie in the storage.
  func indices(ofRow row: Int) -> Range<Int> {
    (row * columnCount)..<((row + 1) * columnCount)
  }
}
