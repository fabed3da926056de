import AttentionCore
import Frames
import Tutorial

/// Numbers in rows and columns with names on both edges: one matrix, or several that share an axis.
struct Grid {
  enum Kind { case matrix, rows, columns }

  struct Row {
    var matrix: String
    /// Without the name of the matrix.
    var label: String
    var cells: [CellAddress]
    /// The cells as text, with what they were before the last edit and without.
    var shown: [ViewContext.GridCell] = []
    var plain: [ViewContext.GridCell] = []
    /// What a row of weights adds up to; where a turned vector points.
    var sum: Line?
    var direction: [Line]?
    /// Whether the cell that is read stands in it.
    var isLit = false
  }

  var kind = Kind.matrix
  /// The matrices in it, in the order in which the step shows them.
  var names: [String]
  /// The name over each column, and whether it says more than a number.
  var columns: [String]
  var isNamed: Bool
  var rows: [Row]
  /// Whether rows ask and columns are asked.
  var isAttention = false
  /// The column of the cell that is read.
  var litColumn: Int?
}

/// How much of a grid is drawn around its numbers.
struct GridStyle: Hashable {
  /// Where the name of the matrix stands.
  enum Head: Hashable {
    /// In a line over it, with formula and role.
    case line
    /// Over the names of the rows.
    case corner
    /// Before the name of each row.
    case label
  }

  var head = Head.line
  /// Numbered columns have `d1`, `d2` over them; names are always there.
  var numbersColumns = true
  /// Who asks and who is asked, in words on the edges.
  var edges = false
  /// A column with what each row of weights adds up to.
  var sums = false
  var spaced = false
  /// Blanks between the cells.
  var gap = 1
  var old = ViewContext.Old.hidden
  /// Whether a grid that is too wide goes on under itself.
  var bands = false
  /// Whether several grids stand in the order in which they are shown; else each where there is room.
  var inOrder = true
}

extension ViewContext {
  /// What is shown as grids; rows that share their columns are joined if asked for, columns that share their rows always.
  func grids(of shown: [Shown], joining: Bool) -> [Grid] { join(filledGrids(of: shown), rows: joining) }

  /// What is shown as one grid each.
  func filledGrids(of shown: [Shown]) -> [Grid] { shown.compactMap { grid(of: $0).map(filled) } }

  /// Grids that share their rows as one, and those that share their columns if asked for.
  func join(_ all: [Grid], rows: Bool) -> [Grid] {
    var grids: [Grid] = []
    for grid in all {
      if let last = grids.last, let joined = joined(last, grid, rows: rows) {
        grids[grids.count - 1] = joined
      } else {
        grids.append(grid)
      }
    }
    return grids
  }

  private func grid(of shown: Shown) -> Grid? {
    guard let matrix = matrix(shown.name)?.values else { return nil }
    let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
    let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
    let hasRowNames = matrix.shape.rows.names != nil || matrix.rowCount > 1
    return Grid(
      names: [shown.name], columns: columns.map { columnLabel(shown.name, column: $0) },
      isNamed: matrix.shape.columns.names != nil,
      rows: rows.map { row in
        Grid.Row(
          matrix: shown.name, label: hasRowNames ? glyphs.render(matrix.shape.rows.name(of: row)) : "",
          cells: columns.map { CellAddress(name: shown.name, row: row, column: $0) })
      })
  }

  /// Two grids as one, where they share an axis.
  private func joined(_ first: Grid, _ second: Grid, rows joinsRows: Bool) -> Grid? {
    var grid = first
    (grid.isAttention, grid.names) = (false, first.names + second.names)
    for row in grid.rows.indices { (grid.rows[row].sum, grid.rows[row].direction) = (nil, nil) }
    let isTall = first.kind != .rows && first.rows.count > 1
    guard !Set(first.names).isSuperset(of: second.names) else { return nil }
    if !isTall, first.kind != .columns, second.rows.count == 1, joinsRows, first.columns == second.columns,
      first.isNamed == second.isNamed, first.columns.count > 1
    {
      grid.kind = .rows
      grid.rows += second.rows.map { row in
        var row = row
        (row.sum, row.direction) = (nil, nil)
        return row
      }
      return grid
    }
    let isColumn = second.columns.count == 1 && (first.kind == .columns || first.columns.count == 1)
    if isTall, isColumn, first.rows.map(\.label) == second.rows.map(\.label) {
      grid.columns = first.kind == .columns ? first.columns + second.names : first.names + second.names
      grid.kind = .columns
      grid.isNamed = true
      for row in grid.rows.indices {
        grid.rows[row].cells += second.rows[row].cells
        grid.rows[row].shown += second.rows[row].shown
        grid.rows[row].plain += second.rows[row].plain
      }
      return grid
    }
    return nil
  }

  /// `S = Q · Kᵀ  scores`: the letter, the formula and the word, as far as a width goes.
  func heading(of name: String, width: Int = .max) -> Line {
    let letter = Span(name, Style(role(of: name), bold: true))
    let formula = worksheet.formula(of: name).map {
      Span(glyphs.render(" = \($0.text)"), Style(.faint))
    }
    let word = worksheet.role(of: name).map { Span("  " + words[$0.heading], Style(.faint)) }
    let forms: [Line] = [
      [letter] + [formula, word].compactMap(\.self), [letter] + [word].compactMap(\.self),
    ]
    return forms.first { $0.width <= width } ?? [letter]
  }

  /// A matrix by itself.
  func matrixGrid(_ shown: Shown, style: GridStyle, width: Int = .max) -> Block {
    grids(of: [shown], joining: false).first.map { draw($0, style: style, width: width) } ?? Block()
  }
}
