/// The two axes of a matrix.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  public let rows: Axis
  public let columns: Axis

  public init(rows: Axis, columns: Axis) {
    self.rows = rows
    self.columns = columns
  }

  /// The shape of one number.
  static let single = Shape(rows: Axis(count: 1), columns: Axis(count: 1))

  /// Rows × columns, as in `1×3`.
  public var description: String { "\(rows.count)×\(columns.count)" }

  var count: Int { rows.count * columns.count }
  var isSingle: Bool { rows.count == 1 && columns.count == 1 }

  /// Whether another shape has as many rows and columns, whatever their names.
  func hasCounts(of other: Shape) -> Bool {
    rows.count == other.rows.count && columns.count == other.columns.count
  }

  /// The shape of a result computed cell by cell from this shape and another; nil where they do not fit.
  func stretched(with other: Shape) -> Shape? {
    guard let rows = rows.stretched(with: other.rows), let columns = columns.stretched(with: other.columns)
    else { return nil }
    return Shape(rows: rows, columns: columns)
  }
}

/// A block of cells: a run of rows and a run of columns, counted from 0.
public struct Region: Hashable, Sendable {
  public let rows: Range<Int>
  public let columns: Range<Int>

  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }

  static let nothing = Region(rows: 0..<0, columns: 0..<0)

  static func cell(_ row: Int, _ column: Int) -> Region {
    Region(rows: row..<(row + 1), columns: column..<(column + 1))
  }
}
