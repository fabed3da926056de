import AttentionCore
import Frames
import Tutorial

/// A row of an output, the values that it is mixed of, and how much there is of each.
struct Mixture {
  struct Value {
    /// `V dog`, and the name alone.
    var label: Line
    var name: String
    var weight: Quantity
    /// nil while it is not known, or has no value.
    var share: Double?
    var numbers: [Double]?
    /// Where the numbers stand in the worksheet; nil where they have no name there.
    var cells: [CellAddress]?
  }

  var values: [Value]
  /// The cells of the output, one for each coordinate.
  var output: [CellAddress]
  /// Its numbers, and what they were before the last change if that moved them; nil while they are hidden.
  var mixed: [Double]?
  var old: [Double]?
  /// What the weights add up to; nil while they are hidden.
  var sum: Double?

  /// Whether the weights are shares of one whole, so that the output cannot leave the values; unknown ones are taken to be.
  var isWhole: Bool {
    guard let sum else { return true }
    return abs(sum - 1) <= 1e-9 && values.allSatisfy { ($0.share ?? 0) >= 0 }
  }

  /// The values that are listened to: a closed token draws the output nowhere. All of them where nobody is.
  var heard: [Value] {
    let heard = values.filter { $0.share != 0 }
    return heard.isEmpty ? values : heard
  }

  /// The values with the smallest and the largest number in a column; nil while one of the numbers is not known.
  func range(of column: Int) -> (low: Value, high: Value)? {
    guard heard.allSatisfy({ $0.numbers != nil }), let first = heard.first else { return nil }
    return heard.dropFirst().reduce((low: first, high: first)) { ends, value in
      let number = value.number(column)
      return (
        number < ends.low.number(column) ? value : ends.low,
        number > ends.high.number(column) ? value : ends.high
      )
    }
  }
}

extension Mixture.Value {
  func number(_ column: Int) -> Double { numbers?[column] ?? 0 }
}

extension ViewContext {
  /// What a row of weights · values is mixed of; nil where it is no product.
  func mixture(of name: String, row: Int) -> Mixture? {
    guard let product = worksheet.productRow(name, row: row) else { return nil }
    let values = zip(product.left, product.rows).enumerated().map { index, value in
      let (weight, quantities) = value
      let known = numbers(quantities)
      let label = rowLabel(ofFactor: 1, of: name, row: index, or: quantities[0])
      return Mixture.Value(
        label: label, name: valueName(quantities, label: label), weight: weight,
        share: numbers([weight])?.new[0], numbers: known?.new, cells: namedCells(of: quantities))
    }
    let output = product.columns.indices.map { CellAddress(name: name, row: row, column: $0) }
    let cells = output.map { worksheet[name]?[row: row, column: $0.column].number }
    let isKnown = output.allSatisfy(tutor.isVisible) && cells.allSatisfy { $0 != nil }
    let changes = output.map { ripple?.change(at: $0)?.old.number }
    let shares = values.compactMap(\.share)
    return Mixture(
      values: values, output: output, mixed: isKnown ? cells.compactMap(\.self) : nil,
      old: isKnown && changes.contains { $0 != nil }
        ? zip(changes, cells).map { $0 ?? $1 ?? 0 } : nil,
      sum: shares.count == values.count ? shares.reduce(0, +) : nil)
  }

  private func namedCells(of quantities: [Quantity]) -> [CellAddress]? {
    let cells = quantities.compactMap { namedCell(of: $0) }
    return cells.count == quantities.count ? cells : nil
  }

  /// The name of the row that a value is.
  private func valueName(_ quantities: [Quantity], label: Line) -> String {
    guard let cell = quantities.first.flatMap({ namedCell(of: $0) }) else {
      return label.map(\.text).joined().trimmed
    }
    return glyphs.render(worksheet[cell.name]?.shape.rows.name(of: cell.row) ?? "")
  }
}
