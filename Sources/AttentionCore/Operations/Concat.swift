/// `concat(a, b, …)`: side by side, so that n×c and n×d become n×(c+d).
struct Concat: Rearrangement {
  var name: String { "concat" }
  var form: Form { .call(arguments: 1...Int.max) }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    Shape(
      rows: try sharedAxis(of: arguments, "rows", \.rows), columns: joinedAxis(arguments.map(\.shape.columns))
    )
  }

  func origin(row: Int, column: Int, of operands: Operands) -> OperandCell {
    let (operand, column) = operands.place(column, \.columnCount)
    return OperandCell(operand: operand, row: row, column: column)
  }
}
