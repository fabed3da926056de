import AttentionCore
import Frames
import Tutorial

/// What the board draws, on paper: matrices as tables.
extension HandoutWriter {
  /// The picture of the step, as far as it is not on the page yet.
  mutating func pictureBlocks() -> [String] {
    switch tutor.picture {
    case .sentence: []
    case .dotProduct(let cell): working(on: cell) { $0.dotProduct(cell) }
    case .line(let cell): working(on: cell) { $0.line(cell) }
    case .softmax(let name, let row): working(on: row, of: name) { $0.softmax(name, row: row) }
    case .weightedSum(let name, let row): working(on: row, of: name) { $0.weightedSum(name, row: row) }
    case .compare(let first, let second):
      tables(of: [first, second])
        + working(on: second.row ?? 0, of: second.name) { $0.difference(first, second) }
    case .history(let cells):
      tables(of: cells.map { Shown(name: $0.name, row: $0.row, column: $0.column) })
    case .bars(let name, let row), .between(let name, let row): tables(of: [Shown(name: name, row: row)])
    case .angles(let name, let row): working(on: row, of: name) { $0.angles(name, row: row) }
    case .ranking(let name, let row, let beside): tables(of: [Shown(name: name, row: row)] + beside)
    case .vectors(let shown), .matrices(let shown): tables(of: shown)
    }
  }

  private mutating func working(
    on row: Int, of name: String, _ write: (inout HandoutWriter) -> [String]
  ) -> [String] {
    working(on: CellAddress(name: name, row: row, column: 0), write)
  }

  /// Each matrix, row or cell that is shown, where any of its cells is new on the page.
  mutating func tables(of shown: [Shown]) -> [String] { shown.compactMap { table(of: $0) } }

  private mutating func table(of shown: Shown) -> String? {
    guard let matrix = worksheet[shown.name] else { return nil }
    let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
    let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
    let isNew = rows.flatMap { row in columns.map { CellAddress(name: shown.name, row: row, column: $0) } }
      .map { note($0) }.contains(true)
    guard isNew else { return nil }
    if rows.count == 1, columns.count == 1 {
      let address = CellAddress(name: shown.name, row: rows.lowerBound, column: columns.lowerBound)
      return "\(markdownCode(context.name(of: address)))\(kind(of: shown.name)) = \(cell(address))"
    }
    var table = [[""] + columns.map { escapedForMarkdown(context.columnLabel(shown.name, column: $0)) }]
    for row in rows {
      let name = matrix.shape.rows.names == nil ? "" : matrix.shape.rows.name(of: row)
      table.append(
        [escapedForMarkdown(name)]
          + columns.map { cell(CellAddress(name: shown.name, row: row, column: $0)) })
    }
    return caption(of: shown.name) + "\n\n" + markdownTable(table)
  }

  /// `**A** (weights) = softmax(S)`
  private func caption(of name: String) -> String {
    let formula = worksheet.formula(of: name).map { " = \(markdownCode($0.text))" } ?? ""
    return "**\(escapedForMarkdown(name))**\(kind(of: name))\(formula)"
  }

  /// Notes that a cell is on the page with the value that it has now; false where it was already.
  @discardableResult
  mutating func note(_ cell: CellAddress) -> Bool {
    let value = worksheet[cell.name]?[row: cell.row, column: cell.column]
    return printed.insert("\(context.name(of: cell)) \(value.map { "\($0)" } ?? "")").inserted
  }

  /// The difference of two rows, under them.
  mutating func difference(_ first: Shown, _ second: Shown) -> [String] {
    guard let left = worksheet[first.name], let right = worksheet[second.name],
      left.columnCount == right.columnCount
    else { return [] }
    let (top, bottom) = (first.row ?? 0, second.row ?? 0)
    let digits = max(context.digits(of: first.name), context.digits(of: second.name))
    let names = [rowName(first.name, top), rowName(second.name, bottom)]
    let cells = (0..<left.columnCount).map { column -> String in
      guard let from = left[row: top, column: column].number,
        let to = right[row: bottom, column: column].number
      else { return context.glyphs.closed }
      return computed(
        context.text(to - from, digits: digits), "\(names[1]) - \(names[0]), \(column + 1)", digits: digits)
    }
    guard printed.insert("Δ \(names) \(cells)").inserted else { return [] }
    let head = (0..<left.columnCount).map { escapedForMarkdown(context.columnLabel(first.name, column: $0)) }
    return [markdownTable([[""] + head, [markdownCode("\(names[1]) - \(names[0])")] + cells])]
  }

  func rowName(_ name: String, _ row: Int) -> String {
    guard let rows = worksheet[name]?.shape.rows, rows.names != nil else { return name }
    return "\(name)[\(rows.name(of: row))]"
  }
}
