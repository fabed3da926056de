/// What was computed and how, so that a gradient can walk back through it.
struct Tape: Sendable {
  let graph: Graph
  /// The value of each node.
  let values: [Matrix]
  let typedOver: TypedOver
}

/// What came out of a walk back from a loss.
struct Gradients {
  /// ∂loss/∂node, row by row, for the nodes between a target and the loss.
  fileprivate(set) var numbers: [Int: [Double]]
  /// Why a number among them may not be finite.
  fileprivate(set) var reason: Missing = .overflow
}

extension Tape {
  /// The gradients of a loss, from itself back to a target: one walk against the order of evaluation.
  func gradients(of loss: Int, by target: Int) -> Gradients {
    let way = graph.way(from: target, to: loss)
    var gradients = Gradients(numbers: [loss: [1]])
    for node in stride(from: loss, to: target, by: -1) where way.contains(node) {
      guard case .operation(let operation) = graph.nodes[node].work, var g = gradients.numbers[node]
      else { continue }
      for cell in typedCells(of: node) { g[cell] = 0 }
      let operands = operands(of: node)
      let result = result(of: node)
      for (index, operand) in operands.nodes.enumerated() where way.contains(operand) {
        let zeros = [Double](repeating: 0, count: values[operand].numbers.count)
        let isFinite = operation.passOn(
          g, of: result, to: index, of: operands, into: &gradients.numbers[operand, default: zeros])
        if !isFinite { gradients.reason = operation.reasonOfSlope }
      }
    }
    return gradients
  }

  func operands(of node: Int) -> Operands {
    Operands(matrices: values, start: values, nodes: graph.nodes[node].operands, tape: nil)
  }

  /// What the operation of a node gives, also where a number was typed over it: slopes are those of the formula.
  func result(of node: Int) -> Matrix {
    guard !typedCells(of: node).isEmpty, case .operation(let operation) = graph.nodes[node].work
    else { return values[node] }
    var result = Matrix(zeros: values[node].shape)
    operation.evaluate(operands(of: node), into: &result)
    return result
  }

  func isTypedOver(_ cell: Int, of node: Int) -> Bool { typedCells(of: node).contains(cell) }

  /// The cells of a node that a typed number stands in: they do not follow from anything.
  private func typedCells(of node: Int) -> [Int] {
    guard !typedOver.isEmpty, let definition = graph.nodes[node].definition else { return [] }
    return typedOver[definition].map { Array($0.keys) } ?? []
  }
}

extension Graph {
  /// The nodes that change with one node and change another; empty if the one never moves the other.
  func way(from first: Int, to last: Int) -> Set<Int> {
    var dependents: Set<Int> = [first]
    for node in first...last where nodes[node].operands.contains(where: dependents.contains) {
      if case .operation(let operation) = nodes[node].work, operation.isConstant { continue }
      dependents.insert(node)
    }
    guard dependents.contains(last) else { return [] }
    var way: Set<Int> = [last]
    for node in (first...last).reversed() where way.contains(node) {
      way.formUnion(nodes[node].operands.filter(dependents.contains))
    }
    return way
  }
}
