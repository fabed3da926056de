import AttentionCore

/// The inputs of a worksheet: matrices whose numbers the lesson gives.
extension LessonReader {
  static let mostRowsOrColumns = 64

  private static let keys = Keys(
    owner: "an input", known: ["role", "rows", "columns", "cells", "range", "step", "digits", "fixed"])

  /// An input with all its keys: `{role: query, rows: [quickly], cells: [[0.22, 0.64, 0.73]]}`.
  mutating func input(_ node: YAMLNode, named name: String) -> Definition? {
    guard let values = Self.keys.read(node, &faults) else { return nil }
    let role = values["role"].flatMap { self.role($0.value) }
    let rows = values["rows"].map { axis($0, of: name) }
    let columns = values["columns"].map { axis($0, of: name) }
    let range = values["range"].map { self.range($0.value) } ?? (role == .mask ? 0...1 : -9.99...9.99)
    let step = values["step"].flatMap { self.step($0.value) }
    let digits = values["digits"].flatMap { wholeNumber($0.value, "digits", in: 0...7) }
    let isFixed = values["fixed"].flatMap { truth($0.value, "fixed") } ?? false
    guard let cellsNode = values["cells"]?.value else {
      faults.add(node.place, "\(name) has neither a formula nor cells")
      return nil
    }
    // An axis that could not be read is not held against the cells.
    guard let cells = cells(cellsNode, of: name),
      let shape = shape(of: cells, rows: rows, columns: columns, named: name, at: cellsNode.place)
    else { return nil }
    checkRange(cells, range, role, named: name)
    return Definition(
      name: name,
      source: .input(
        Input(
          shape: shape, numbers: cells.flatMap(\.numbers).map(\.value), range: range ?? -9.99...9.99,
          step: step ?? (role == .mask ? 1 : 0.01), isFixed: isFixed)),
      role: role, digits: digits)
  }
}
