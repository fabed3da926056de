/// `a[rows,columns]`: a part of a matrix. A formula that is only a name is the part with all cells.
struct Part: Rearrangement {
  let region: Region

  var name: String { "[ ]" }
  var form: Form { .postfix }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    Shape(
      rows: arguments[0].shape.rows.part(region.rows),
      columns: arguments[0].shape.columns.part(region.columns))
  }

  func origin(row: Int, column: Int, of operands: Operands) -> OperandCell {
    OperandCell(
      operand: 0, row: region.rows.lowerBound + row, column: region.columns.lowerBound + column)
  }
}
