import AttentionCore
import Frames
import Tutorial

/// The cells of a grid: the text of each number, its mark and what stands after the last one of a row.
extension ViewContext {
  /// A number of a grid, not yet as wide as its column.
  struct GridCell {
    var text: String
    var mark: String
    var style: Style
    var cell: CellAddress?
    /// Whether it begins with a minus or the winner's mark.
    var hasSign = false

    /// A column is reserved for the sign, so that numbers with and without one stand alike.
    var width: Int { displayWidth(of: text) + (hasSign ? 0 : 1) }

    /// The number at the right end of so many columns, then its mark.
    func span(width: Int) -> Span {
      Span(blanks(width - displayWidth(of: text)) + text + mark, style, cell: cell)
    }
  }

  /// A grid with the texts of its cells, which every form of it shares.
  func filled(_ grid: Grid) -> Grid {
    var grid = grid
    let name = grid.kind == .matrix ? grid.names.first : nil
    let scales = heatScale(of: grid.names)
    let adds = addsUp(grid)
    let turns = name.map(isTurned) ?? false
    let hasOld = hasChanges(grid.names)
    grid.isAttention = name.map(isAttention) ?? false
    var matrix: MatrixOnScreen?
    var scale: Double?
    for row in grid.rows.indices {
      let cells = grid.rows[row].cells
      let winner = winner(among: cells)
      func fill(_ old: Old) -> [GridCell] {
        cells.indices.map { index in
          let cell = cells[index]
          if matrix?.name != cell.name { (matrix, scale) = (self.matrix(cell.name), scales[cell.name]) }
          guard let matrix else { return GridCell(text: glyphs.missing, mark: " ", style: Style(.text)) }
          return gridCell(cell, of: matrix, old: old, isWinner: index == winner, heatScale: scale)
        }
      }
      grid.rows[row].plain = fill(.hidden)
      grid.rows[row].shown = hasOld ? fill(.shown) : grid.rows[row].plain
      if adds { grid.rows[row].sum = sum(of: grid.rows[row]) }
      if turns, let first = cells.first { grid.rows[row].direction = direction(of: first) }
      if let lit = readCell.flatMap(cells.firstIndex) {
        grid.rows[row].isLit = true
        grid.litColumn = lit
      }
    }
    if isPointing { point(in: &grid) }
    return grid
  }

  /// The row and the column of the cursor, so that it is found from the back of the room.
  private func point(in grid: inout Grid) {
    for row in grid.rows.indices {
      for column in grid.columns.indices where grid.rows[row].isLit || column == grid.litColumn {
        for cells in [\Grid.Row.plain, \.shown] {
          grid.rows[row][keyPath: cells][column].style.bold = true
          grid.rows[row][keyPath: cells][column].style.underlined = true
        }
      }
    }
  }

  private func gridCell(
    _ cell: CellAddress, of matrix: MatrixOnScreen, old: Old, isWinner: Bool, heatScale: Double?
  ) -> GridCell {
    let (row, column) = (cell.row, cell.column)
    var text =
      matrix.isVisible(row: row, column: column)
      ? maskText(of: matrix, cell) ?? shownText(of: matrix, cell, old: old) : hiddenText(of: matrix, cell)
    if isWinner { text = glyphs.winner + text }
    if isCursor(cell), let prompt = tutor.prompt {
      text = prompt.text.rightAligned(to: displayWidth(of: shownText(of: matrix, cell, old: .hidden)))
    }
    let heat = heatScale.map { self.heat(of: matrix, row: row, column: column, scale: $0) } ?? .none
    let mark =
      matrix.isEdited(row: row, column: column)
      ? glyphs.edited : old == .hidden ? direction(of: cell, in: matrix) : " "
    return GridCell(
      text: text, mark: mark, style: style(of: matrix, cell, heat: heat), cell: cell,
      hasSign: isWinner || text.hasPrefix("-"))
  }

  /// Where a value went, where there is no room for what it was: colour alone must not say it.
  private func direction(of cell: CellAddress, in matrix: MatrixOnScreen) -> String {
    guard let change = matrix.change(row: cell.row, column: cell.column), let new = change.new.number,
      let old = change.old.number, matrix.isVisible(row: cell.row, column: cell.column)
    else { return " " }
    let digits = digits(matrix.digits)
    if text(new, digits: digits) == text(old, digits: digits) { return " " }
    return new > old ? glyphs.up : glyphs.down
  }

  /// What stands for a hidden value is as wide as the value, so that nothing jumps.
  private func hiddenText(of matrix: MatrixOnScreen, _ cell: CellAddress) -> String {
    let text = text(matrix.values[row: cell.row, column: cell.column], digits: digits(matrix.digits))
    return glyphs.unknown.rightAligned(to: displayWidth(of: text) - (text.hasPrefix("-") ? 1 : 0))
  }

  /// A cell of a mask: the digit, and whether it lets through.
  private func maskText(of matrix: MatrixOnScreen, _ cell: CellAddress) -> String? {
    guard matrix.role == .mask, let value = matrix.values[row: cell.row, column: cell.column].number
    else { return nil }
    if value == 0 { return "0 " + glyphs.closed }
    return value == 1 ? "1 " + glyphs.passed.rightAligned(to: displayWidth(of: glyphs.closed)) : nil
  }

  /// The heads of the columns that follow the numbers: a sum of weights, the direction of what was turned.
  func extraHeads(of grid: Grid, style: GridStyle) -> [Line] {
    guard let row = grid.rows.first else { return [] }
    if style.sums, row.sum != nil { return [[Span(glyphs.sum + " ", Style(.faint))]] }
    return row.direction == nil ? [] : [[Span(words[.boardAngle] + " ", Style(.faint))], []]
  }

  func extras(of row: Grid.Row, style: GridStyle) -> [Line] {
    if style.sums, let sum = row.sum { return [sum] }
    return row.direction ?? []
  }

  /// Whether the rows of a grid are whole rows of weights, which have something to add up to.
  private func addsUp(_ grid: Grid) -> Bool {
    guard grid.kind == .matrix, let matrix = grid.names.first.flatMap(matrix), matrix.role == .weight
    else { return false }
    return grid.columns.count > 1 && grid.columns.count == matrix.values.columnCount
  }

  /// What a row adds up to at full precision; one that misses 1 stands out.
  private func sum(of row: Grid.Row) -> Line {
    guard row.cells.allSatisfy(isVisible), let matrix = matrix(row.matrix)?.values else {
      return [Span(glyphs.unknown + " ", Style(.closed))]
    }
    let numbers = row.cells.map { matrix[row: $0.row, column: $0.column].number }
    let sum = numbers.reduce(0) { $0 + ($1 ?? 0) }
    let isWhole = numbers.allSatisfy { $0 != nil }
    let text = isWhole ? self.text(sum, digits: digits(of: row.matrix)) : glyphs.missing
    return [Span(text + " ", abs(sum - 1) < 1e-9 ? Style(.faint) : Style(.wrong, bold: true))]
  }

  /// Whether a matrix holds vectors that a formula turns.
  func isTurned(_ name: String) -> Bool {
    guard case .operation("rotate", _)? = worksheet.formula(of: name)?.root.kind else { return false }
    return true
  }

  /// `60° ↗` for each pair of a row, as far as it is reached.
  private func direction(of first: CellAddress) -> [Line] {
    guard isVisible(first), let matrix = matrix(first.name)?.values, matrix.columnCount >= 2,
      let x = matrix[row: first.row, column: 0].number, let y = matrix[row: first.row, column: 1].number
    else { return [[Span(glyphs.unknown + " ", Style(.closed))], []] }
    let degrees = degrees(x: x, y: y)
    let style = Style(role(of: first.name), bold: true)
    return [
      [Span(glyphs.render("\(text(degrees, digits: 0))° "), style)],
      [Span(glyphs.arrow(degrees: degrees) + " ", style)],
    ]
  }
}

extension String {
  fileprivate func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(of: self))) + self
  }
}
