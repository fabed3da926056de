/// An operation that computes each cell from the cells at the same place; a single row or column stretches.
protocol CellByCell: Operation {}

extension CellByCell {
  func reads(_ operand: Int, row: Int, column: Int, of operands: Operands) -> Region {
    let place = operands[operand].shape.stretched(row, column)
    return .cell(place.row, place.column)
  }
}

/// A cell-by-cell operation on two matrices, with a sign between them.
protocol InfixCellByCell: CellByCell {}

extension InfixCellByCell {
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape {
    let (left, right) = (arguments[0], arguments[1])
    if let shape = left.shape.stretched(with: right.shape) { return shape }
    let start = "\(left.text) \(name) \(right.text) does not fit: "
    guard let misfit = left.shape.namesAtOdds(with: right.shape) else {
      throw Misfit(
        message: start
          + "\(left.shape) against \(right.shape); cell by cell needs equal shapes, the matrix product is ·")
    }
    throw Misfit(message: start + misfit)
  }
}

/// A cell-by-cell operation on one matrix.
protocol MapCells: CellByCell {
  /// How fast the result y grows with the number a.
  func slope(at a: Double, result y: Double) -> Double
}

extension MapCells {
  func shape(of arguments: [Argument]) throws(Misfit) -> Shape { arguments[0].shape }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    .number(slope(at: operands.number(at: link), result: result.number(at: link)))
  }
}

extension Shape {
  /// Where a matrix of this shape is read for a place of the stretched result.
  func stretched(_ row: Int, _ column: Int) -> (row: Int, column: Int) {
    (rows.count == 1 ? 0 : row, columns.count == 1 ? 0 : column)
  }

  /// Which names keep two shapes apart, as a sentence; nil if their lengths do.
  func namesAtOdds(with other: Shape) -> String? {
    let axes = [("rows", rows, other.rows), ("columns", columns, other.columns)]
    guard axes.allSatisfy({ $1.count == $2.count || $1.count == 1 || $2.count == 1 }) else { return nil }
    guard let (kind, mine, theirs) = axes.first(where: { $1.stretched(with: $2) == nil }) else { return nil }
    return "its \(kind) are \(mine.listing) against \(theirs.listing)"
  }
}

extension Matrix {
  /// Sets each cell from the cells of two matrices at its place, stretching single rows and columns.
  @inline(__always)
  mutating func setCells(from a: Matrix, _ b: Matrix, _ compute: (Double, Double) -> Double) {
    let aStep = a.stretchingSteps
    let bStep = b.stretchingSteps
    var index = 0
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        numbers[index] = compute(
          a.numbers[row * aStep.row + column * aStep.column],
          b.numbers[row * bStep.row + column * bStep.column])
        index += 1
      }
    }
  }

  /// Sets each cell from the cell of another matrix of the same shape.
  @inline(__always)
  mutating func setCells(from a: Matrix, _ compute: (Double) -> Double) {
    for index in numbers.indices { numbers[index] = compute(a.numbers[index]) }
  }

  /// How far apart in the storage neighbouring rows and columns are; 0 for a single one, which is read again.
  private var stretchingSteps: (row: Int, column: Int) {
    (rowCount == 1 ? 0 : columnCount, columnCount == 1 ? 0 : 1)
  }
}
