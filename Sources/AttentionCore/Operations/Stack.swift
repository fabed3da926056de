/// `stack(a, b, …)`: one on the other, so that n×d and m×d become (n+m)×d.
struct Stack: Rearrangement {
  var name: String { "stack" }
  var form: Form { .call(arguments: 1...Int.max) }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    Shape(
      rows: joinedAxis(arguments.map(\.shape.rows)),
      columns: try sharedAxis(of: arguments, "columns", \.columns))
  }

  func origin(row: Int, column: Int, of operands: Operands) -> OperandCell {
    let (operand, row) = operands.place(row, \.rowCount)
    return OperandCell(operand: operand, row: row, column: column)
  }
}
