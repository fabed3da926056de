/// `grad(L, K)`: how the loss L, one number, grows with each cell of a matrix K above it, ∂L/∂K.
///
/// It is computed by reverse mode: one walk from L back to K, in which each operation hands its gradient on.
struct Gradient: Operation {
  /// Which definitions; the graph fills them in when it compiles a formula.
  var loss = 0
  var target = 0

  var name: String { "grad" }
  var form: Form { .call(arguments: 2...2) }
  var closedCells: ClosedCells { .settled }
  var needsTape: Bool { true }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let loss = arguments[0]
    guard loss.shape.isSingle else {
      throw Misfit(message: "grad needs a loss of one number; \(loss.text) is \(loss.shape)")
    }
    return arguments[1].shape
  }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    for index in result.numbers.indices { result.numbers[index] = 0 }
    guard let tape = operands.tape, operands[0][cell: 0].number != nil else { return }
    let gradients = gradients(on: tape)
    guard let numbers = gradients.numbers[tape.graph.roots[target]] else { return }
    result.numbers = numbers
    // Here and not in `reason`, which would walk back again for each cell.
    result.markGaps { _, _ in gradients.reason }
  }

  /// The loss stands for all that it reads: if any of that has no value, it has none.
  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    operand == 0 ? .cell(0, 0) : .nothing
  }

  /// A loss that goes through a gradient is refused.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope { .none }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let loss = trace.quantity(0, row: 0, column: 0)
    if loss.isMissing { return .line([.quantity(loss)]) }
    let chain = ChainRule(
      gradient: self, gradients: gradients(on: trace.worksheet.tape), worksheet: trace.worksheet)
    return .line(chain.line(for: CellReference(node: trace.nodes[1], row: row, column: column)))
  }

  private func gradients(on tape: Tape) -> Gradients {
    tape.gradients(of: tape.graph.roots[loss], by: tape.graph.roots[target])
  }
}

extension Graph {
  /// The gradient that two arguments ask for.
  func gradient(of arguments: [Formula.Node], _ operands: [Int]) throws(FormulaError) -> Gradient {
    for argument in arguments {
      guard case .name = argument.kind else {
        throw FormulaError(
          message: "grad takes the names of two matrices; \(argument.text) is not a name",
          offset: argument.start)
      }
    }
    guard let loss = nodes[operands[0]].definition, let target = nodes[operands[1]].definition,
      target < loss
    else {
      throw FormulaError(
        message: "grad goes from a loss back to a matrix above it; "
          + "\(arguments[1].text) does not stand above \(arguments[0].text)",
        offset: arguments[1].start)
    }
    if let closing = nodes[operands[0]].closedBy {
      throw FormulaError(
        message: closedCellsMessage(arguments[0], closedBy: closing, closedCellsRule),
        offset: arguments[0].start)
    }
    let way = way(from: operands[1], to: operands[0])
    if let gradient = way.sorted().first(where: isGradient) {
      throw FormulaError(
        message: "grad cannot go through another grad: \(arguments[0].text) follows from "
          + nodes[gradient].text,
        offset: arguments[0].start)
    }
    return Gradient(loss: loss, target: target)
  }

  private func isGradient(_ node: Int) -> Bool {
    if case .operation(is Gradient) = nodes[node].work { true } else { false }
  }
}
