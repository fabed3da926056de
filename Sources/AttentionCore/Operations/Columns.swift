/// `columns(a)`: how many columns a matrix has.
struct Columns: Operation {
  var name: String { "columns" }
  var form: Form { .call(arguments: 1...1) }
  var isConstant: Bool { true }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape { .single }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    result.numbers[0] = Double(operands[0].columnCount)
  }

  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region { .nothing }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .none }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    .line([.remark(.columns(of: trace.text(0)))])
  }
}
