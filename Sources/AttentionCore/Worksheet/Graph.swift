/// The computation of a worksheet: every input, constant and operation as one flat list in the order of
/// evaluation, so that each node only reads nodes before it.
struct Graph: Sendable {
  struct Node: Sendable {
    enum Work: Sendable {
      case input
      case constant(Literal)
      case operation(any Operation)
    }

    let work: Work
    /// The nodes it reads.
    let operands: [Int]
    var shape: Shape
    /// What it is called, or how it is written.
    var text: String
    /// The operation that may have closed some of its cells.
    let closedBy: String?
    /// Which definition it is the value of; nil for an intermediate result.
    var definition: Int?
  }

  private(set) var nodes: [Node] = []
  /// The node of each definition.
  private(set) var roots: [Int] = []
  /// The index of each name's definition, also of those that are not yet compiled.
  private var definitionOfName: [String: Int] = [:]

  // MARK: Definitions

  /// A computation of nothing.
  init() {}

  /// Compiles definitions in order.
  ///
  /// - Parameter shapes: The shapes that the matrices have had so far and keep; nil: they follow from the
  ///   definitions.
  init(_ definitions: [Definition], keeping shapes: [Shape]? = nil) throws(DefinitionError) {
    for (index, definition) in definitions.enumerated() where definitionOfName[definition.name] == nil {
      definitionOfName[definition.name] = index
    }
    for (index, definition) in definitions.enumerated() {
      do throws(FormulaError) {
        try checkName(definition.name, of: index)
        try add(definition, keeping: shapes?[index])
      } catch {
        throw DefinitionError(definition: index, error: error)
      }
    }
  }

  func definition(named name: String) -> Int? { definitionOfName[name] }

  private func checkName(_ name: String, of index: Int) throws(FormulaError) {
    guard Parser.isName(name) else {
      throw FormulaError(
        message: "\(name) cannot name a matrix: a name is a letter, then letters, digits and _", offset: 0)
    }
    guard !isOperation(name) else {
      throw FormulaError(message: "\(name) is an operation; a matrix needs another name", offset: 0)
    }
    guard definitionOfName[name] == index else {
      throw FormulaError(message: "\(name) is written twice", offset: 0)
    }
  }

  private mutating func add(_ definition: Definition, keeping shape: Shape?) throws(FormulaError) {
    var root: Int
    switch definition.source {
    case .input(let input):
      try checkNumbers(of: input, named: definition.name)
      root = append(Node(work: .input, operands: [], shape: input.shape, text: "", closedBy: nil))
    case .formula(let formula):
      root = try add(formula.root)
      // A formula that is only a name gets a node of its own: its cells can be typed over.
      if nodes[root].definition != nil { root = append(copy(of: root)) }
      if let shape {
        nodes[root].shape = try nodes[root].shape.fitting(shape, of: definition.name, at: formula.root.start)
      }
    }
    nodes[root].text = definition.name
    nodes[root].definition = roots.count
    roots.append(root)
  }

  private func checkNumbers(of input: Input, named name: String) throws(FormulaError) {
    guard input.shape.count > 0 else { throw FormulaError(message: "\(name) has no cells", offset: 0) }
    guard input.numbers.count == input.shape.count else {
      let counted = counted(input.numbers.count, "number")
      throw FormulaError(message: "\(name) is \(input.shape), but has \(counted)", offset: 0)
    }
    guard input.numbers.allSatisfy(\.isFinite) else {
      throw FormulaError(message: "\(name) has a number that is not finite", offset: 0)
    }
  }

  // MARK: Formulas

  /// Compiles a formula, and says at which node its value will be.
  mutating func add(_ formula: Formula.Node) throws(FormulaError) -> Int {
    switch formula.kind {
    case .number(let literal):
      return append(
        Node(work: .constant(literal), operands: [], shape: .single, text: literal.text, closedBy: nil))
    case .name(let name):
      return try root(named: name, at: formula.offset)
    case .part(let whole, let rows, let columns):
      let operand = try add(whole)
      let region = try region(
        rows: rows, columns: columns, of: nodes[operand].shape, named: whole.text, at: formula.indexPlaces)
      return append(
        try node(Part(region: region), [whole], [operand], text: formula.text, at: formula.offset))
    case .operation(let name, let arguments):
      guard var operation = operation(name, argumentCount: arguments.count) else {
        throw FormulaError(message: "there is no operation called \(name)", offset: formula.offset)
      }
      var operands: [Int] = []
      for argument in arguments { operands.append(try add(argument)) }
      if operation is Gradient { operation = try gradient(of: arguments, operands) }
      return append(try node(operation, arguments, operands, text: formula.text, at: formula.offset))
    }
  }

  /// The node of a matrix that formulas at this place may use.
  private func root(named name: String, at offset: Int) throws(FormulaError) -> Int {
    let isComplete = roots.count == definitionOfName.count
    guard let definition = definitionOfName[name] else {
      let meant = didYouMean(name, among: definitionOfName.filter { $0.value < roots.count }.keys.sorted())
      throw FormulaError(
        message: (isComplete ? "nothing is called \(name)" : "nothing above is called \(name)") + meant,
        offset: offset)
    }
    if definition < roots.count { return roots[definition] }
    throw FormulaError(
      message: definition == roots.count
        ? "\(name) is used in its own formula; a formula uses only names above it"
        : "\(name) is defined below; a formula uses only names above it",
      offset: offset)
  }

  private func node(
    _ operation: any Operation, _ arguments: [Formula.Node], _ operands: [Int], text: String, at offset: Int
  ) throws(FormulaError) -> Node {
    var closedBy = operation.closedCells == .made ? operation.name : nil
    for (argument, operand) in zip(arguments, operands) {
      guard let closing = nodes[operand].closedBy else { continue }
      switch operation.closedCells {
      case .carried: closedBy = closing
      case .settled: break
      case .refused, .made:
        throw FormulaError(
          message: closedCellsMessage(argument, closedBy: closing, closedCellsRule),
          offset: argument.start)
      }
    }
    do throws(Misfit) {
      let shape = try operation.shape(
        of: zip(arguments, operands).map { Argument(node: $0, shape: nodes[$1].shape) })
      return Node(
        work: .operation(operation), operands: operands, shape: shape, text: text, closedBy: closedBy)
    } catch {
      throw FormulaError(message: error.message, offset: offset)
    }
  }

  private func copy(of node: Int) -> Node {
    let shape = nodes[node].shape
    let all = Region(rows: 0..<shape.rows.count, columns: 0..<shape.columns.count)
    return Node(
      work: .operation(Part(region: all)), operands: [node], shape: shape, text: "",
      closedBy: nodes[node].closedBy)
  }

  private mutating func append(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}

/// What operations other than softmax say of closed cells.
let closedCellsRule = "they can only go into softmax"

/// `P may hold closed cells (it comes from mask)`, and the rule that this breaks.
func closedCellsMessage(_ formula: Formula.Node, closedBy operation: String, _ rule: String) -> String {
  "\(formula.text) may hold closed cells (it comes from \(operation)); \(rule)"
}

/// The cells that two indices name in a matrix.
func region(
  rows: Index, columns: Index, of shape: Shape, named name: String, at places: IndexPlaces
) throws(FormulaError) -> Region {
  Region(
    rows: try shape.rows.positions(of: rows, in: name, kind: "row", at: places.rows),
    columns: try shape.columns.positions(of: columns, in: name, kind: "column", at: places.columns))
}

extension Shape {
  /// The shape of a matrix whose formula was replaced: it keeps its lengths and its names.
  fileprivate func fitting(_ shape: Shape, of name: String, at offset: Int) throws(FormulaError) -> Shape {
    guard hasCounts(of: shape), let kept = shape.stretched(with: self) else {
      let detail = shape.namesAtOdds(with: self).map { ": \($0)" } ?? ""
      throw FormulaError(
        message: "\(name) is \(shape), the right side is \(self)\(detail)",
        offset: offset)
    }
    return kept
  }
}
