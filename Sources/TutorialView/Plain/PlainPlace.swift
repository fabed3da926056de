import AttentionCore
import Frames
import Tutorial

/// Why a text names nothing in a worksheet.
enum PlainPlaceError: Error, Hashable {
  case empty
  case noMatrix(String)
  case noRow(String, in: String)
  case noColumn(String, in: String)
  case tooManyIndices
}

/// Cells by their names, as people type them: `K[dog,3]`, `k dog d3`, `A[quickly]`.
extension Worksheet {
  /// The matrix, row or cell that a text names.
  func shown(named text: String) throws(PlainPlaceError) -> Shown {
    var names = plainNames(in: text)
    guard !names.isEmpty else { throw .empty }
    let first = names.removeFirst()
    guard let name = Self.index(of: first, among: self.names).map({ self.names[$0] }),
      let matrix = self[name]
    else { throw .noMatrix(first) }
    var shown = Shown(name: name)
    switch names.count {
    case 0: break
    case 1: try find(names[0], in: matrix, of: &shown)
    case 2:
      shown.row = try names[0] == "*" ? nil : row(names[0], in: matrix, of: name)
      shown.column = try names[1] == "*" ? nil : column(names[1], in: matrix, of: name)
    default: throw .tooManyIndices
    }
    // A single cell needs no index.
    if matrix.rowCount == 1, shown.column != nil || matrix.columnCount == 1 { shown.row = shown.row ?? 0 }
    if matrix.columnCount == 1, shown.row != nil { shown.column = shown.column ?? 0 }
    return shown
  }

  /// What is shown, as a sentence of the formula language names it: one cell by numbers, more by names.
  func target(of shown: Shown) -> Target {
    if let cell = shown.cell { return Target(cell: cell) }
    let shape = self[shown.name]?.shape
    func index(_ position: Int?, on axis: Axis?) -> Index {
      position.map { .one(axis?.name(of: $0) ?? "") } ?? .all
    }
    return Target(
      name: shown.name, rows: index(shown.row, on: shape?.rows),
      columns: index(shown.column, on: shape?.columns))
  }

  /// One index: a row by its name, else a column of a matrix that has but one row, else a row by its number.
  private func find(_ label: String, in matrix: Matrix, of shown: inout Shown) throws(PlainPlaceError) {
    guard label != "*" else { return }
    let isNamed = matrix.shape.rows.names.map { Self.index(of: label, among: $0) != nil } ?? false
    if !isNamed, matrix.rowCount == 1, let column = Self.position(of: label, on: matrix.shape.columns) {
      shown.column = column
    } else if let row = Self.position(of: label, on: matrix.shape.rows) {
      shown.row = row
    } else if matrix.rowCount == 1 {
      throw .noColumn(label, in: shown.name)
    } else {
      throw .noRow(label, in: shown.name)
    }
  }

  private func row(_ label: String, in matrix: Matrix, of name: String) throws(PlainPlaceError) -> Int {
    guard let row = Self.position(of: label, on: matrix.shape.rows) else { throw .noRow(label, in: name) }
    return row
  }

  private func column(_ label: String, in matrix: Matrix, of name: String) throws(PlainPlaceError) -> Int {
    guard let column = Self.position(of: label, on: matrix.shape.columns) else {
      throw .noColumn(label, in: name)
    }
    return column
  }

  /// The place of a label: by its name, by its number, or as `d3` where the lesson has no names.
  private static func position(of label: String, on axis: Axis) -> Int? {
    if let names = axis.names, let index = index(of: label, among: names) { return index }
    if let position = axis.position(of: label) { return position }
    guard axis.names == nil, label.first == "d" || label.first == "D" else { return nil }
    return axis.position(of: String(label.dropFirst()))
  }

  /// A name as it is written, else the only one that differs by case and accents alone.
  private static func index(of label: String, among names: [String]) -> Int? {
    if let index = names.firstIndex(of: label) { return index }
    let same = names.indices.filter { folded(names[$0]) == folded(label) }
    return same.count == 1 ? same[0] : nil
  }
}

extension Shown {
  /// The cell, if it is one.
  var cell: CellAddress? {
    guard let row, let column else { return nil }
    return CellAddress(name: name, row: row, column: column)
  }
}

/// The names in a text, between brackets, commas and blanks; what stands in quotation marks is one name.
func plainNames(in text: String) -> [String] {
  var names: [String] = []
  var name = ""
  var isQuoted = false
  for character in text {
    if character == "\"" {
      isQuoted.toggle()
    } else if !isQuoted, "[],?".contains(character) || character.isWhitespace {
      if !name.isEmpty { names.append(name) }
      name = ""
    } else {
      name.append(character)
    }
  }
  return name.isEmpty ? names : names + [name]
}

/// A number as people type it: a sign, digits, one decimal point or comma, and nothing else.
func plainNumber(_ text: String) -> Double? {
  let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
  let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
  let points = digits.count { $0 == "." || $0 == "," }
  let isWritten = digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
  guard isWritten, points <= 1, digits.count > points, digits.count <= 24,
    let value = Double(
      (digits.first == "." || digits.first == "," ? "0" : "")
        + digits.map { $0 == "," ? "." : String($0) }.joined())
  else { return nil }
  return isNegative ? -value : value
}
