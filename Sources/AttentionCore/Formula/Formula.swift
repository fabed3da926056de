/// A formula such as `softmax(Q · Kᵀ / √columns(K))`: read, but not yet held against a worksheet.
///
/// Two formulas are equal when they mean the same: blanks, spelling (`K.T` for `Kᵀ`) and places do not count.
public struct Formula: Hashable, Sendable {
  public let root: Node

  public init(root: Node) { self.root = root }

  /// - Throws: The first thing that is not a formula, with its place.
  public init(parsing text: String) throws(FormulaError) {
    var parser = try Parser(text)
    root = try parser.formula()
    try parser.end()
  }

  /// A formula that is one number; finite.
  public static func number(_ value: Double) -> Formula {
    precondition(value.isFinite, "a formula is made of finite numbers")
    let literal = Node(.number(Literal(value: value.magnitude)))
    return Formula(root: value < 0 ? Node(.operation("-", [literal])) : literal)
  }

  /// A formula that is one matrix.
  public static func matrix(_ name: String) -> Formula { Formula(root: Node(.name(name))) }

  /// The canonical text, which reads back as an equal formula: `Q · Kᵀ`.
  public var text: String { root.text }

  /// The matrices it uses, in the order of first use.
  public var names: [String] {
    var names: [String] = []
    root.collectNames(into: &names)
    return names
  }

  /// A piece of a formula that has a value: a number, a matrix, an operation on other pieces, a part of one.
  public struct Node: Hashable, Sendable {
    public indirect enum Kind: Hashable, Sendable {
      case number(Literal)
      case name(String)
      /// An operation by its sign or name (`·`, `softmax`); unary minus is `-` with one argument.
      case operation(String, [Node])
      /// `X[rows,columns]`.
      case part(of: Node, rows: Index, columns: Index)
    }

    public let kind: Kind
    let place: TextOffset
    /// Where the rows and the columns of a part are written.
    let indexPlaces: IndexPlaces

    init(_ kind: Kind, offset: Int = 0, indexPlaces: IndexPlaces = IndexPlaces()) {
      self.kind = kind
      place = TextOffset(offset)
      self.indexPlaces = indexPlaces
    }

    /// Characters from the start of the text; of an operation with a sign, those up to its sign.
    public var offset: Int { place.characters }

    /// Where its text begins; parentheses around it do not count.
    var start: Int {
      switch kind {
      case .number, .name: offset
      case .part(let whole, _, _): whole.start
      case .operation(_, let arguments): min(offset, arguments.first?.start ?? offset)
      }
    }

    fileprivate func collectNames(into names: inout [String]) {
      switch kind {
      case .number: break
      case .name(let name): if !names.contains(name) { names.append(name) }
      case .operation(_, let arguments): for argument in arguments { argument.collectNames(into: &names) }
      case .part(let whole, _, _): whole.collectNames(into: &names)
      }
    }
  }
}
