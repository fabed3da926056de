/// `aᵀ`: rows become columns.
struct Transpose: Rearrangement {
  var name: String { "ᵀ" }
  var otherSigns: [String] { [".T"] }
  var form: Form { .postfix }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    Shape(rows: arguments[0].shape.columns, columns: arguments[0].shape.rows)
  }

  func origin(row: Int, column: Int, of operands: Operands) -> OperandCell {
    OperandCell(operand: 0, row: column, column: row)
  }
}
