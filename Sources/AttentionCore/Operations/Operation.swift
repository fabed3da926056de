/// One operation of the formula language: how it is written, what fits, what it computes and how it explains
/// a cell. Each lives in a file of its own, and `operations` lists them all.
protocol Operation: Sendable {
  /// The sign or name in canonical text: `·`, `softmax`.
  var name: String { get }
  var form: Form { get }
  /// Signs that are read as this one: `@` for `·`.
  var otherSigns: [String] { get }
  /// A name by which an operation with a sign can also be called: `sqrt`.
  var calledAs: String? { get }
  /// What it does with closed cells.
  var closedCells: ClosedCells { get }
  /// Whether its result stays the same whatever numbers it is given: then no gradient goes through it.
  var isConstant: Bool { get }
  /// Whether it walks back through what was computed before it.
  var needsTape: Bool { get }

  /// The shape of the result.
  ///
  /// - Throws: Why the arguments do not fit, as a sentence.
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape

  /// Writes every number of the result, whose shape is already right.
  ///
  /// What is not finite, and what reads a missing cell, is made a missing cell afterwards.
  func evaluate(_ operands: Operands, into result: inout Matrix)

  /// The cells of one operand that a cell of the result reads: an edit of them is what can change it.
  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region

  /// Why a cell that came out infinite or as not-a-number has no value.
  func reason(row: Int, column: Int, of operands: Operands) -> Missing

  /// How fast a cell of the result grows with a cell that it reads, as `reads` says.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope

  /// Why a slope that came out infinite or as not-a-number has no value.
  var reasonOfSlope: Missing { get }

  /// How a cell of the result was computed.
  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation
}

extension Operation {
  var otherSigns: [String] { [] }
  var calledAs: String? { nil }
  var closedCells: ClosedCells { .refused }
  var isConstant: Bool { false }
  var needsTape: Bool { false }

  func reason(row: Int, column: Int, of operands: Operands) -> Missing { .overflow }
  var reasonOfSlope: Missing { .overflow }
}

/// How an operation is written.
enum Form: Hashable, Sendable {
  /// Between its two arguments.
  case infix(Tightness)
  /// Before its argument, after it.
  case prefix, postfix
  /// `name(a, b)`.
  case call(arguments: ClosedRange<Int>)
}

/// How tightly a written piece holds together, loosest first.
enum Tightness: Int, Comparable, Hashable, Sendable {
  case sum, product, prefix, postfix

  /// One step tighter.
  var next: Tightness { Tightness(rawValue: rawValue + 1) ?? .postfix }

  static func < (left: Tightness, right: Tightness) -> Bool { left.rawValue < right.rawValue }
}

/// What an operation does with closed cells of its argument.
enum ClosedCells: Hashable, Sendable {
  /// It does not accept them.
  case refused
  /// It hands them on.
  case carried
  /// It accepts them, and its result has none.
  case settled
  /// It does not accept them, and its result may have some.
  case made
}

/// Why arguments do not fit an operation, as a sentence.
struct Misfit: Error {
  let message: String
}

/// An argument before anything is computed: its shape, and its text for complaints.
struct Argument {
  let node: Formula.Node
  let shape: Shape

  var text: String { node.text }
}

/// The matrices that an operation works on.
struct Operands {
  /// All matrices of the worksheet, and which of them are the operands.
  let matrices: [Matrix]
  let start: [Matrix]
  let nodes: [Int]
  /// How everything before was computed, for an operation that needs it.
  let tape: Tape?

  subscript(operand: Int) -> Matrix {
    // Lent, not copied: a copy would count references to the storage and to the names of the axes.
    _read { yield matrices[nodes[operand]] }
  }

  /// The operand at the start of the place.
  func atStart(_ operand: Int) -> Matrix { start[nodes[operand]] }
}
