/// A table of doubles with named or numbered rows and columns; a single number is 1×1.
///
/// The numbers lie row by row in one array. Cells without a number are rare, so they are kept aside: `gaps`
/// is nil while every cell is a number, and where it has a gap there is 0 in `numbers`.
public struct Matrix: Hashable, Sendable {
  public internal(set) var shape: Shape
  /// Row by row; finite, 0 where there is a gap.
  var numbers: [Double]
  /// Parallel to `numbers`; nil while every cell is a number.
  var gaps: [Gap]?

  /// Numbers row by row, as many as the shape has cells; one that is not finite becomes a missing cell.
  public init(shape: Shape, numbers: [Double]) {
    precondition(numbers.count == shape.count, "a matrix of \(shape) has \(shape.count) numbers")
    self.shape = shape
    self.numbers = numbers
    markGaps { _, _ in .overflow }
  }

  init(zeros shape: Shape) {
    self.shape = shape
    numbers = [Double](repeating: 0, count: shape.count)
  }

  /// No cells: what stands in for a matrix while it is being computed.
  static let empty = Matrix(zeros: Shape(rows: Axis(count: 0), columns: Axis(count: 0)))

  public var rowCount: Int { shape.rows.count }
  public var columnCount: Int { shape.columns.count }

  /// The cell at positions counted from 0.
  public subscript(row row: Int, column column: Int) -> Cell {
    self[cell: row * columnCount + column]
  }

  /// The cell at an index into the storage.
  subscript(cell index: Int) -> Cell {
    get { gaps?[index].cell ?? .number(numbers[index]) }
    set {
      switch newValue {
      case .number(let number):
        numbers[index] = number
        gaps?[index] = .filled
        if gaps?.allSatisfy({ $0 == .filled }) == true { gaps = nil }
      case .closed: leaveOut(index, .closed)
      case .missing(let reason): leaveOut(index, Gap(reason))
      }
    }
  }

  /// The cells of a region, with the names that they have.
  func part(_ region: Region) -> Matrix {
    var part = Matrix(
      zeros: Shape(rows: shape.rows.part(region.rows), columns: shape.columns.part(region.columns)))
    var index = 0
    for row in region.rows {
      for column in region.columns {
        part[cell: index] = self[row: row, column: column]
        index += 1
      }
    }
    return part
  }

  /// Takes the number out of a cell.
  mutating func leaveOut(_ index: Int, _ gap: Gap) {
    if gaps == nil { gaps = [Gap](repeating: .filled, count: numbers.count) }
    numbers[index] = 0
    gaps?[index] = gap
  }

  /// Makes a gap of each number that is not finite; `reason` says why, by row and column.
  mutating func markGaps(_ reason: (Int, Int) -> Missing) {
    // Subtracting a number from itself gives 0 for the finite ones and NaN for all others.
    var trace = 0.0
    for number in numbers { trace += number - number }
    guard trace != 0 else { return }
    for index in numbers.indices where !numbers[index].isFinite {
      leaveOut(index, Gap(reason(index / columnCount, index % columnCount)))
    }
  }
}

/// Why there is no number in a cell, in one byte.
enum Gap: UInt8, Hashable, Sendable {
  /// There is a number.
  case filled
  case closed
  case divisionByZero, logarithm, root, overflow, fromMissing

  init(_ reason: Missing) {
    switch reason {
    case .divisionByZero: self = .divisionByZero
    case .logarithm: self = .logarithm
    case .root: self = .root
    case .overflow: self = .overflow
    case .fromMissing: self = .fromMissing
    }
  }

  /// The cell it makes; nil where there is a number.
  var cell: Cell? {
    switch self {
    case .filled: nil
    case .closed: .closed
    case .divisionByZero: .missing(.divisionByZero)
    case .logarithm: .missing(.logarithm)
    case .root: .missing(.root)
    case .overflow: .missing(.overflow)
    case .fromMissing: .missing(.fromMissing)
    }
  }

  var isMissing: Bool { self != .filled && self != .closed }
}
