/// What an operation sees of the worksheet while it explains a cell.
struct Trace {
  let worksheet: Worksheet
  let nodes: [Int]

  var operands: Operands { worksheet.operands(nodes) }

  /// A cell of an operand, with the cell it was carried from as its source.
  func quantity(_ operand: Int, row: Int, column: Int) -> Quantity {
    worksheet.quantity(CellReference(node: nodes[operand], row: row, column: column))
  }

  /// The cell of an operand that is read for a place of the stretched result.
  func stretchedQuantity(_ operand: Int, row: Int, column: Int) -> Quantity {
    let place = operands[operand].shape.stretched(row, column)
    return quantity(operand, row: place.row, column: place.column)
  }

  /// All cells of a row of an operand.
  func row(_ operand: Int, _ row: Int) -> [Quantity] {
    (0..<operands[operand].columnCount).map { quantity(operand, row: row, column: $0) }
  }

  /// `a sign b`, for an operation between two matrices.
  func line(row: Int, column: Int, sign: String) -> [Piece] {
    [
      stretchedQuantity(0, row: row, column: column), stretchedQuantity(1, row: row, column: column),
    ].joined(by: sign)
  }

  /// How the operand is written.
  func text(_ operand: Int) -> String { worksheet.text(ofNode: nodes[operand]) }
}
