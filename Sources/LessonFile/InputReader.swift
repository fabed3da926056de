import AttentionCore

/// The inputs of a worksheet: matrices whose numbers the lesson gives.
extension LessonReader {
  private static let keys = Keys(
    owner: "an input", known: ["role", "rows", "columns", "cells", "range", "step", "digits", "fixed"])

  /// An input with all its keys: `{role: query, rows: [quickly], cells: [[0.22, 0.64, 0.73]]}`.
  mutating func input(_ node: YAMLNode, named name: String) -> Definition? {
    guard let values = Self.keys.read(node, &faults) else { return nil }
    let role = values["role"].flatMap { self.role($0.value) }
    let rows = values["rows"].flatMap { axis($0, of: name) }
    let columns = values["columns"].flatMap { axis($0, of: name) }
    let range = values["range"].flatMap { self.range($0.value) } ?? (role == .mask ? 0...1 : -9.99...9.99)
    let step = values["step"].flatMap { self.step($0.value) } ?? (role == .mask ? 1 : 0.01)
    let digits = values["digits"].flatMap { wholeNumber($0.value, "digits", in: 0...7) }
    let isFixed = values["fixed"].flatMap { truth($0.value) } ?? false
    guard let written = values["cells"]?.value else {
      faults.add(node.place, "\(name) has neither a formula nor cells")
      return nil
    }
    guard let cells = cells(written, of: name), checkCounts(cells, of: name, rows: rows, columns: columns)
    else {
      return nil
    }
    checkRange(of: cells, named: name, range: range, isMask: role == .mask)
    let input = Input(
      shape: Shape(
        rows: rows ?? Axis(count: cells.rows.count), columns: columns ?? Axis(count: cells.columnCount)),
      numbers: cells.rows.flatMap { $0.cells.map(\.number) }, range: range, step: step, isFixed: isFixed)
    return Definition(name: name, source: .input(input), role: role, digits: digits)
  }

  mutating func role(_ node: YAMLNode) -> MatrixRole? {
    let written = node.scalar?.text ?? node.kind
    if let role = MatrixRole(rawValue: written) { return role }
    faults.add(
      node.place,
      "there is no role called \(written)" + didYouMean(written, among: MatrixRole.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func range(_ node: YAMLNode) -> ClosedRange<Double>? {
    guard let ends = node.list, ends.count == 2 else {
      faults.add(node.place, "a range is two numbers: [0.05, 100]")
      return nil
    }
    guard let low = number(ends[0]), let high = number(ends[1]) else { return nil }
    guard low < high else {
      faults.add(node.place, "a range goes from the smaller number to the larger one")
      return nil
    }
    return low...high
  }

  private mutating func step(_ node: YAMLNode) -> Double? {
    guard let step = number(node) else { return nil }
    if step <= 0 { faults.add(node.place, "a step is more than 0") }
    return step > 0 ? step : nil
  }

  private mutating func truth(_ node: YAMLNode) -> Bool? {
    switch node.scalar?.text {
    case "true": return true
    case "false": return false
    default:
      faults.add(node.place, "fixed is true or false")
      return nil
    }
  }

  /// Holds the cells against the names of their rows and columns.
  private mutating func checkCounts(_ cells: WrittenCells, of name: String, rows: Axis?, columns: Axis?)
    -> Bool
  {
    if let rows, rows.count != cells.rows.count {
      faults.add(
        cells.place,
        "\(name) has \(counted(cells.rows.count, "row")), but \(counted(rows.count, "name")) for them")
      return false
    }
    if let columns, columns.count != cells.columnCount {
      faults.add(
        cells.rows[0].place,
        "row 1 of \(name) has \(counted(cells.columnCount, "number")), but its columns have "
          + counted(columns.count, "name"))
      return false
    }
    return true
  }

  private mutating func checkRange(
    of cells: WrittenCells, named name: String, range: ClosedRange<Double>, isMask: Bool
  ) {
    for cell in cells.rows.flatMap(\.cells) {
      if isMask, cell.number != 0, cell.number != 1 {
        faults.add(cell.place, "the cells of a mask are 0 or 1, not \(cell.text)")
      } else if !range.contains(cell.number) {
        faults.add(
          cell.place,
          "\(cell.text) is outside the range of \(name), \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }
}

/// `1 row`, `3 rows`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
