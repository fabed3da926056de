import AttentionCore
import Frames
import Tutorial

/// A matrix with its names on both edges: rows are who asks or who offers, columns who is asked or the dimensions.
extension ViewContext {
  /// How much of a matrix is drawn around its numbers.
  struct GridStyle: Hashable {
    /// A line over it: `S  scores`.
    var heading = true
    /// The names of the columns.
    var columnNames = true
    var spaced = false
    var old = Old.hidden
  }

  func matrixGrid(_ shown: Shown, style: GridStyle) -> Block {
    guard let matrix = worksheet[shown.name] else { return Block() }
    let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
    let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
    let scale = scale(of: [shown.name])
    var lines: [[Line]] = []
    if style.columnNames {
      lines.append([[]] + columns.map { [Span(columnLabel(shown.name, column: $0) + " ", Style(.faint))] })
    }
    for row in rows {
      if style.spaced, row != rows.lowerBound { lines.append([]) }
      let winner = largest(in: shown.name, row: row)
      lines.append(
        [style.heading ? rowName(shown.name, row: row) : rowLabel(shown.name, row: row)]
          + columns.map { column in
            let cell = CellAddress(name: shown.name, row: row, column: column)
            return numberCell(
              cell, heat: heat(of: cell, scale: scale), old: style.old, isWinner: column == winner)
          })
    }
    let grid = table(lines, gap: 1)
    return style.heading ? Block([heading(of: shown.name)]).above(grid) : grid
  }

  /// `S = Q · Kᵀ  scores`: the letter, the formula and the word.
  func heading(of name: String) -> Line {
    var line: Line = [Span(name, Style(role(of: name), bold: true))]
    if let formula = worksheet.formula(of: name) {
      line.append(Span(glyphs.render(" = \(formula.text)"), Style(.faint)))
    }
    if let role = worksheet.role(of: name) { line.append(Span("  " + words[role.heading], Style(.faint))) }
    return line
  }

  /// The column of the largest weight of a row, if it is one that wins.
  func largest(in name: String, row: Int) -> Int? {
    guard worksheet.role(of: name) == .weight, let matrix = worksheet[name], matrix.columnCount > 1 else {
      return nil
    }
    let cells = (0..<matrix.columnCount).map { CellAddress(name: name, row: row, column: $0) }
    guard cells.allSatisfy(tutor.isVisible) else { return nil }
    let values = cells.map { matrix[row: row, column: $0.column].number ?? 0 }
    let best = values.max() ?? 0
    return values.filter { $0 == best }.count == 1 ? values.firstIndex(of: best) : nil
  }
}
