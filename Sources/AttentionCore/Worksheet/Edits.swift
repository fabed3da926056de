/// Why an edit was refused.
public enum EditError: Error, Hashable, Sendable {
  case formula(FormulaError)
  /// A number is outside of this range.
  case outOfRange(ClosedRange<Double>)
  /// The matrix of this name can never be edited.
  case fixed(String)
  /// The right side has no value.
  case noValue(Missing)
}

extension Worksheet {
  /// Whether an edit fits: its names, places and shapes; not the range of its numbers.
  public func check(_ edit: Edit) throws(FormulaError) {
    let index = try definition(of: edit.target)
    if replacesFormula(edit) {
      var copy = self
      try copy.replaceFormula(index, with: edit.formula)
    } else {
      _ = try cells(of: edit)
    }
  }

  /// Carries an edit out and recomputes what follows; leaves the worksheet as it was when it throws.
  ///
  /// Into an input, or a part of one, go the numbers that the right side has now. Numbers for a part of a
  /// computed matrix are typed over its cells. For a whole computed matrix the formula takes the place of its
  /// formula.
  public mutating func apply(_ edit: Edit) throws(EditError) {
    let index: Int
    let cells: [(index: Int, cell: Cell)]
    do throws(FormulaError) {
      index = try definition(of: edit.target)
      if replacesFormula(edit) { return try replaceFormula(index, with: edit.formula) }
      cells = try self.cells(of: edit)
    } catch {
      throw .formula(error)
    }
    guard var input = input(edit.target.name) else {
      return typeOver(index, try numbers(of: cells, within: Self.typedRange))
    }
    guard !input.isFixed else { throw .fixed(edit.target.name) }
    let isMask = role(of: edit.target.name) == .mask
    for (cell, number) in try numbers(of: cells, within: isMask ? 0...1 : input.range) {
      guard !isMask || number == 0 || number == 1 else { throw .outOfRange(0...1) }
      input.numbers[cell] = number
    }
    setInput(index, input)
  }

  /// Whether a number was typed over a computed cell.
  public func isTypedOver(_ name: String, row: Int, column: Int) -> Bool {
    guard let index = index(of: name), let cell = cellIndex(index, row, column) else { return false }
    return typedOver[index]?[cell] != nil
  }

  /// Whether a number was typed over any cell of a computed matrix.
  public func hasTypedOver(_ name: String) -> Bool { index(of: name).map { typedOver[$0] != nil } ?? false }

  /// Takes a typed-over cell back: its formula computes it again.
  public mutating func restoreFormula(_ name: String, row: Int, column: Int) {
    guard isTypedOver(name, row: row, column: column), let index = index(of: name),
      let cell = cellIndex(index, row, column)
    else { return }
    takeBack(index, cell)
  }

  /// What may be typed over a computed cell.
  private static let typedRange = -999.99...999.99

  private func replacesFormula(_ edit: Edit) -> Bool {
    edit.target.isWhole && formula(of: edit.target.name) != nil
  }

  private mutating func replaceFormula(_ index: Int, with formula: Formula) throws(FormulaError) {
    do throws(DefinitionError) {
      try replaceFormula(index, formula)
    } catch {
      guard error.definition != index else { throw error.error }
      let broken = definitions[error.definition].name
      throw FormulaError(
        message: "\(broken) would not fit any more: \(error.error.message)", offset: formula.root.start)
    }
  }

  /// The cells that an edit of numbers sets, by index into the storage, with their new values.
  private func cells(of edit: Edit) throws(FormulaError) -> [(index: Int, cell: Cell)] {
    let region = try position(of: edit.target)
    let value = try settledValue(of: edit.formula, or: closedCellsRule)
    let shape = Shape(rows: Axis(count: region.rows.count), columns: Axis(count: region.columns.count))
    guard value.shape.isSingle || value.shape.hasCounts(of: shape) else {
      throw FormulaError(
        message: "\(edit.target.text) is \(shape), the right side is \(value.shape)",
        offset: edit.formula.root.start)
    }
    let width = self[edit.target.name]?.columnCount ?? 0
    return region.rows.flatMap { row in
      region.columns.map { column in
        let place = value.shape.stretched(row - region.rows.lowerBound, column - region.columns.lowerBound)
        return (row * width + column, value[row: place.row, column: place.column])
      }
    }
  }

  private func numbers(
    of cells: [(index: Int, cell: Cell)], within range: ClosedRange<Double>
  ) throws(EditError) -> [Int: Double] {
    var numbers: [Int: Double] = [:]
    for (index, cell) in cells {
      switch cell {
      case .number(let number):
        guard range.contains(number) else { throw .outOfRange(range) }
        numbers[index] = number
      case .missing(let reason): throw .noValue(reason)
      case .closed: throw .noValue(.fromMissing)
      }
    }
    return numbers
  }
}
