/// The matrices of a lesson and the formulas that connect them: a computation graph that is compiled once and
/// keeps every intermediate result.
///
/// Two worksheets are equal when their definitions, values, typed-over cells and start are equal.
public struct Worksheet: Sendable {
  /// As they are now: with the numbers typed into inputs, and with the formulas that edits put in.
  public private(set) var definitions: [Definition]

  var graph: Graph
  /// The value of each node.
  var values: [Matrix]
  /// The value that each node had at the start, which is what `was(…)` reads.
  private(set) var start: [Matrix]
  /// How it was computed at the start: a formula that was replaced since still says how a loss grew then.
  private(set) var beginning: Tape
  private(set) var typedOver: TypedOver = [:]
  /// Stated, or inferred from the first formula: a formula that an edit puts in changes no role.
  private let roles: [MatrixRole?]

  /// A worksheet without matrices.
  public init() {
    definitions = []
    graph = Graph()
    roles = []
    values = []
    start = []
    beginning = Tape(graph: graph, values: [], typedOver: [:])
  }

  /// Checks names, order, shapes and closed cells, and computes everything.
  ///
  /// - Throws: The first complaint, with its definition.
  public init(_ definitions: [Definition]) throws(DefinitionError) {
    self.definitions = definitions
    graph = try Graph(definitions)
    roles = Self.roles(of: definitions)
    values = graph.nodes.map(\.initialValue)
    start = []
    beginning = Tape(graph: graph, values: [], typedOver: [:])
    loadInputs()
    markStart()
  }

  // MARK: Matrices

  public var names: [String] { definitions.map(\.name) }

  /// The values of a matrix now.
  public subscript(name: String) -> Matrix? { index(of: name).map { values[graph.roots[$0]] } }

  public func role(of name: String) -> MatrixRole? { index(of: name).flatMap { roles[$0] } }

  /// The decimals that the matrix is shown with.
  public func digits(of name: String) -> Int {
    guard let index = index(of: name) else { return 3 }
    if let digits = definitions[index].digits { return digits }
    if case .input = definitions[index].source { return roles[index] == .mask ? 0 : 2 }
    return roles[index]?.digits ?? 3
  }

  /// The input of a name; nil for a computed matrix.
  public func input(_ name: String) -> Input? {
    guard let index = index(of: name), case .input(let input) = definitions[index].source else { return nil }
    return input
  }

  /// Whether a name is that of an input.
  public func isInput(_ name: String) -> Bool {
    guard let index = index(of: name), case .input = definitions[index].source else { return false }
    return true
  }

  /// The formula of a name; nil for an input.
  public func formula(of name: String) -> Formula? {
    guard let index = index(of: name), case .formula(let formula) = definitions[index].source
    else { return nil }
    return formula
  }

  /// The cells that a target names.
  public func position(of target: Target) throws(FormulaError) -> Region {
    let index = try definition(of: target)
    return try region(
      rows: target.rows, columns: target.columns, of: values[graph.roots[index]].shape, named: target.name,
      at: target.indexPlaces)
  }

  func index(of name: String) -> Int? { graph.definition(named: name) }

  func definition(of target: Target) throws(FormulaError) -> Int {
    if let index = index(of: target.name) { return index }
    throw FormulaError(
      message: "nothing is called \(target.name)" + didYouMean(target.name, among: names),
      offset: target.place.characters)
  }

  /// How everything is computed now.
  var tape: Tape { Tape(graph: graph, values: values, typedOver: typedOver) }

  // MARK: Changes

  /// From now on `was(…)` is the value of this moment.
  public mutating func markStart() {
    graph.evaluate(0..<values.count, &values, start: nil, typedOver: typedOver)
    start = values
    beginning = tape
  }

  /// Puts numbers into cells of an input.
  mutating func setInput(_ index: Int, _ input: Input) {
    definitions[index].source = .input(input)
    values[graph.roots[index]].numbers = input.numbers
    recompute()
  }

  /// Types numbers over cells of a computed matrix, by index into the storage.
  mutating func typeOver(_ index: Int, _ cells: [Int: Double]) {
    typedOver[index, default: [:]].merge(cells) { _, new in new }
    recompute()
  }

  /// Lets the formula compute a typed-over cell again.
  mutating func takeBack(_ index: Int, _ cell: Int) {
    typedOver[index]?[cell] = nil
    if typedOver[index]?.isEmpty == true { typedOver[index] = nil }
    recompute()
  }

  /// Puts another formula in the place of one, and takes typed-over cells of its matrix back.
  mutating func replaceFormula(_ index: Int, _ formula: Formula) throws(DefinitionError) {
    var changed = self
    changed.definitions[index].source = .formula(formula)
    changed.graph = try Graph(
      changed.definitions, keeping: graph.roots.map { values[$0].shape })
    changed.typedOver[index] = nil
    changed.values = changed.graph.nodes.map(\.initialValue)
    changed.loadInputs()
    changed.restart(from: self)
    changed.recompute()
    self = changed
  }

  /// Computes everything anew from the inputs; nothing changes by it.
  public mutating func recompute() {
    graph.evaluate(0..<values.count, &values, start: start, typedOver: typedOver)
  }

  private mutating func loadInputs() {
    for (definition, root) in zip(definitions, graph.roots) {
      if case .input(let input) = definition.source { values[root].numbers = input.numbers }
    }
  }

  /// Takes over the start of an earlier state of this worksheet: matrices keep the values that they had then,
  /// and the intermediate results of new formulas are computed from those.
  private mutating func restart(from earlier: Worksheet) {
    start = graph.nodes.map(\.initialValue)
    var computed = 0
    for (root, earlierRoot) in zip(graph.roots, earlier.graph.roots) {
      graph.evaluate(computed..<root, &start, start: nil, typedOver: [:], tape: beginning)
      start[root] = earlier.start[earlierRoot]
      computed = root + 1
    }
  }
}

extension Worksheet: Hashable {
  public static func == (left: Worksheet, right: Worksheet) -> Bool {
    left.definitions == right.definitions && left.typedOver == right.typedOver && left.roles == right.roles
      && left.namedValues(left.values) == right.namedValues(right.values)
      && left.namedValues(left.start) == right.namedValues(right.start)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(definitions)
    hasher.combine(typedOver)
  }

  private func namedValues(_ values: [Matrix]) -> [Matrix] { graph.roots.map { values[$0] } }
}

extension Worksheet {
  private static func roles(of definitions: [Definition]) -> [MatrixRole?] {
    var roles: [String: MatrixRole] = [:]
    return definitions.map { definition in
      var role = definition.role
      if role == nil, case .formula(let formula) = definition.source {
        role = formula.root.role { roles[$0] }
      }
      roles[definition.name] = role
      return role
    }
  }
}

extension Graph.Node {
  /// Storage of the right shape; a constant already holds its number.
  var initialValue: Matrix {
    if case .constant(let literal) = work { return Matrix(shape: shape, numbers: [literal.value]) }
    return Matrix(zeros: shape)
  }
}
