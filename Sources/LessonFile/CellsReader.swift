import AttentionCore

/// The numbers of a matrix as they are written.
struct WrittenCells {
  struct Row {
    let place: Place
    let cells: [WrittenCell]
  }

  let place: Place
  /// All of one length, at least one of each.
  let rows: [Row]

  var columnCount: Int { rows[0].cells.count }
}

struct WrittenCell {
  let place: Place
  let text: String
  let number: Double
}

/// What stands behind `cells:`, as rows of numbers.
extension LessonReader {
  static let mostRowsOrColumns = 64

  /// Reads `[[0.54, 0.36], [0.10, 0.70]]`; one row may go without its brackets, and so may one number.
  mutating func cells(_ node: YAMLNode, of name: String) -> WrittenCells? {
    let isOneRow = node.items.allSatisfy { $0.scalar != nil }
    let rowNodes = isOneRow ? [node] : node.items
    guard node.list?.isEmpty != true, rowNodes.allSatisfy({ $0.list?.isEmpty != true }) else {
      faults.add(node.place, "\(name) has no cells")
      return nil
    }
    guard rowNodes.count <= Self.mostRowsOrColumns else {
      faults.add(
        node.place, "\(name) has \(rowNodes.count) rows; a matrix has at most \(Self.mostRowsOrColumns)")
      return nil
    }
    guard checkLengths(of: rowNodes, named: name) else { return nil }
    let rows = rowNodes.compactMap { row(of: $0) }
    return rows.count == rowNodes.count ? WrittenCells(place: node.place, rows: rows) : nil
  }

  /// The numbers of a row; nil, with complaints about each that is none.
  private mutating func row(of node: YAMLNode) -> WrittenCells.Row? {
    let cells = node.items.compactMap { item -> WrittenCell? in
      guard let number = number(item) else { return nil }
      return WrittenCell(place: item.place, text: item.scalar?.text ?? "", number: number)
    }
    return cells.count == node.items.count ? WrittenCells.Row(place: node.place, cells: cells) : nil
  }

  /// Whether all rows have as many numbers as the first, and not twice as many as was meant.
  private mutating func checkLengths(of rows: [YAMLNode], named name: String) -> Bool {
    let length = rows[0].items.count
    let commas = rows.lazy.compactMap(DecimalCommas.init).first
    for (index, row) in rows.enumerated() where row.items.count != length {
      faults.add(
        row.place,
        "row \(index + 1) of \(name) has \(counted(row.items.count, "number")), row 1 has \(length)"
          + (commas?.explanation ?? ""))
      return false
    }
    if let commas, let index = rows.firstIndex(where: { DecimalCommas($0) != nil }) {
      faults.add(rows[index].place, "row \(index + 1) of \(name) has \(length) numbers" + commas.explanation)
      return false
    }
    if length > Self.mostRowsOrColumns {
      faults.add(
        rows[0].place, "\(name) has \(length) columns; a matrix has at most \(Self.mostRowsOrColumns)")
      return false
    }
    return true
  }
}

/// A row in which commas were meant as decimal points: `[0,54, 0,36]`, four numbers in pairs without a blank.
private struct DecimalCommas {
  let explanation: String

  init?(_ row: YAMLNode) {
    let scalars = row.items.compactMap(\.scalar)
    guard scalars.count == row.items.count, scalars.count >= 4, scalars.count.isMultiple(of: 2) else {
      return nil
    }
    for (index, scalar) in scalars.enumerated() {
      let isFraction = !index.isMultiple(of: 2)
      guard scanNumber(scalar.text) != nil, !scalar.text.contains("."),
        !isFraction || !scalar.text.hasPrefix("-")
      else { return nil }
      guard index > 0 else { continue }
      let before = scalars[index - 1]
      let isTight =
        scalar.place == Place(line: before.place.line, column: before.place.column + before.text.count + 1)
      guard isTight == isFraction else { return nil }
    }
    let pairs = stride(from: 0, to: 4, by: 2).map { "\(scalars[$0].text),\(scalars[$0 + 1].text)" }
    explanation =
      ": in [\(pairs.joined(separator: ", "))] every comma separates; write \(scalars[0].text).\(scalars[1].text)"
  }
}
