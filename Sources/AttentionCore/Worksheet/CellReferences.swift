/// A cell of the computation, also of an intermediate result that has no name.
///
/// It belongs to the worksheet that gave it, and to those that follow from that one by edits of numbers.
public struct CellReference: Hashable, Sendable {
  let node: Int
  let row: Int
  let column: Int
}

/// A cell of a named matrix; row and column counted from 0.
public struct CellAddress: Hashable, Sendable {
  public var name: String
  public var row: Int
  public var column: Int

  public init(name: String, row: Int, column: Int) {
    self.name = name
    self.row = row
    self.column = column
  }
}

extension Worksheet {
  /// The cell of a named matrix; a name or place that is not there gives a reference to no cell.
  public func reference(_ name: String, row: Int, column: Int) -> CellReference {
    CellReference(node: index(of: name).map { graph.roots[$0] } ?? -1, row: row, column: column)
  }

  public func cell(_ reference: CellReference) -> Cell {
    guard contains(reference) else { return .missing(.fromMissing) }
    return values[reference.node][row: reference.row, column: reference.column]
  }

  /// The cell that a cell was carried from by `ᵀ`, `[ ]`, `concat`, `stack`; itself if it was not carried.
  public func origin(of cell: CellReference) -> CellReference {
    guard contains(cell), !isTypedOver(cell),
      case .operation(let operation as any Rearrangement) = graph.nodes[cell.node].work
    else { return cell }
    let operands = graph.nodes[cell.node].operands
    let from = operation.origin(row: cell.row, column: cell.column, of: self.operands(operands))
    return origin(of: CellReference(node: operands[from.operand], row: from.row, column: from.column))
  }

  /// The name and place of a cell; nil where the formula gives its matrix no name.
  public func name(of cell: CellReference) -> CellAddress? {
    guard contains(cell), let definition = graph.nodes[cell.node].definition else { return nil }
    return CellAddress(name: definitions[definition].name, row: cell.row, column: cell.column)
  }

  /// How the matrix of a cell is called, or how its formula is written.
  public func formulaText(of cell: CellReference) -> String {
    contains(cell) ? graph.nodes[cell.node].text : ""
  }

  /// The decimals of a cell in an explanation: an input has its own, a constant those it is written with, a
  /// number of columns none; other computed numbers have at least 3.
  public func digits(of cell: CellReference) -> Int {
    let origin = origin(of: cell)
    guard contains(origin) else { return 3 }
    let node = graph.nodes[origin.node]
    switch node.work {
    case .input: return digits(of: node.text)
    case .constant(let literal): return literal.decimals
    case .operation(is Columns): return 0
    case .operation: return max(3, node.definition == nil ? 3 : digits(of: node.text))
    }
  }

  /// How a cell was computed; a cell that was only carried is explained where it came from.
  ///
  /// - Returns: nil for an input, a constant and a typed-over cell.
  public func explanation(of cell: CellReference) -> Explanation? {
    let subject = origin(of: cell)
    guard contains(subject), !isTypedOver(subject),
      case .operation(let operation) = graph.nodes[subject.node].work
    else { return nil }
    let trace = Trace(worksheet: self, nodes: graph.nodes[subject.node].operands)
    return Explanation(
      subject: subject,
      calculation: operation.explain(row: subject.row, column: subject.column, with: trace),
      result: self.cell(subject))
  }

  // MARK: For the operations

  func operands(_ nodes: [Int]) -> Operands {
    Operands(matrices: values, start: start, nodes: nodes, tape: nil)
  }

  /// A number of an explanation: constants have no source.
  func quantity(_ reference: CellReference) -> Quantity {
    let origin = origin(of: reference)
    var source: CellReference? = origin
    if contains(origin), case .constant = graph.nodes[origin.node].work { source = nil }
    return Quantity(cell: cell(origin), source: source)
  }

  func text(ofNode node: Int) -> String { graph.nodes[node].text }

  /// The index of a cell into the storage of a definition's matrix; nil if there is no such cell.
  func cellIndex(_ definition: Int, _ row: Int, _ column: Int) -> Int? {
    let reference = CellReference(node: graph.roots[definition], row: row, column: column)
    return contains(reference) ? row * values[reference.node].columnCount + column : nil
  }

  private func contains(_ cell: CellReference) -> Bool {
    values.indices.contains(cell.node) && (0..<values[cell.node].rowCount).contains(cell.row)
      && (0..<values[cell.node].columnCount).contains(cell.column)
  }

  private func isTypedOver(_ cell: CellReference) -> Bool {
    guard let definition = graph.nodes[cell.node].definition,
      let index = cellIndex(definition, cell.row, cell.column)
    else { return false }
    return typedOver[definition]?[index] != nil
  }
}
