import AttentionCore
import Frames
import Tutorial

/// Drawing a grid: names on both edges, each column as wide as its widest number or name.
extension ViewContext {
  func draw(_ grid: Grid, style: GridStyle, width: Int, isAlone: Bool = true) -> Block {
    let cells = grid.rows.map { style.old == .shown ? $0.shown : $0.plain }
    let hasNames = hasColumnNames(grid, style: style)
    let numbers = grid.columns.indices.map { column in cells.map { $0[column].width }.max() ?? 0 }
    let columns = grid.columns.indices.map { column in
      hasNames ? max(numbers[column], displayWidth(of: grid.columns[column])) : numbers[column]
    }
    let labels = grid.rows.map { label(of: $0, in: grid, style: style) }
    let corner = hasNames ? cornerLine(of: grid, style: style) : []
    let labelWidth = max(corner.width, labels.map(\.width).max() ?? 0)

    let heads = extraHeads(of: grid, style: style)
    let extras = grid.rows.map { self.extras(of: $0, style: style) }
    let extraWidths = heads.indices.map { index in
      max(heads[index].width, extras.map { $0.indices.contains(index) ? $0[index].width : 0 }.max() ?? 0)
    }

    var block = Block()
    for band in bands(columns, label: labelWidth, extras: extraWidths, gap: style.gap, width: width, style) {
      var lines: [Line] = []
      let isLast = band.upperBound == columns.count
      func gap(before column: Int) -> Int { column > band.lowerBound ? style.gap : 0 }
      let size = 2 + 2 * band.count + 2 * extraWidths.count
      /// A line of the grid; each cell with the blanks before it, which are as wide as they have to be.
      func append(_ label: Line, _ after: [Line], cell: (Int, inout Line) -> Void) {
        var line = Line()
        line.reserveCapacity(label.count + size)
        line += label
        if labelWidth > 0 { line.append(Span(blank: labelWidth - label.width + 1)) }
        for column in band { cell(column, &line) }
        if isLast {
          for (width, extra) in zip(extraWidths, after) {
            line.append(Span(blank: 1 + width - extra.width))
            line += extra
          }
        }
        lines.append(line)
      }
      if hasNames {
        if style.edges, grid.isAttention {
          lines.append(
            [Span(String(repeating: " ", count: labelWidth + 2))] + [
              Span("\(words[.boardIsAsked]) \(glyphs.right)", Style(.faint))
            ])
        }
        append(corner, heads) { column, line in
          let head = columnHead(grid, column)
          let blanks = gap(before: column) + columns[column] + 1 - head.width
          if blanks > 0 { line.append(Span(blank: blanks)) }
          line += head
        }
      }
      for row in grid.rows.indices {
        if style.spaced, row > 0 { lines.append([]) }
        append(labels[row], extras[row]) { column, line in
          if gap(before: column) > 0 { line.append(Span(blank: style.gap)) }
          line.append(cells[row][column].span(width: columns[column]))
        }
      }
      block = block.above(Block(lines))
    }
    block.pinned = hasNames && block.lines.count == grid.rows.count + 1 ? 1 : 0
    guard style.head == .line, grid.kind == .matrix, let name = grid.names.first else { return block }
    // Beside other matrices a long formula would push them away.
    let heading = heading(of: name, width: isAlone ? width : min(width, max(block.width, 24)))
    let pinned = block.pinned
    block = Block([heading]).above(block)
    block.pinned = pinned > 0 ? pinned + 1 : 0
    return block
  }

  /// Column ranges that fit a width, as even as they can be, one under the other where the grid is too wide.
  private func bands(
    _ columns: [Int], label: Int, extras: [Int], gap: Int, width: Int, _ style: GridStyle
  ) -> [Range<Int>] {
    let whole = 0..<columns.count
    guard style.bands else { return [whole] }
    let room = width - label - (label > 0 ? 1 : 0)
    let tail = extras.reduce(0) { $0 + $1 + 1 }
    func needed(_ band: Range<Int>) -> Int {
      let numbers = band.reduce(0) { $0 + columns[$1] + 1 } + gap * (band.count - 1)
      return band.upperBound == columns.count ? numbers + tail : numbers
    }
    for count in 1...max(1, columns.count) {
      let size = (columns.count + count - 1) / count
      let bands = stride(from: 0, to: columns.count, by: max(1, size)).map {
        $0..<min($0 + size, columns.count)
      }
      if bands.allSatisfy({ needed($0) <= room }) { return bands }
    }
    return whole.map { $0..<($0 + 1) }
  }

  private func hasColumnNames(_ grid: Grid, style: GridStyle) -> Bool {
    if grid.kind == .columns || grid.isNamed { return true }
    if grid.columns.count == 1 { return style.head == .corner }
    return style.numbersColumns || style.head == .corner
  }

  private func columnHead(_ grid: Grid, _ column: Int) -> Line {
    if grid.kind == .columns {
      return [Span(grid.columns[column] + " ", Style(role(of: grid.columns[column]), bold: true))]
    }
    let text = grid.isNamed || grid.columns.count > 1 ? grid.columns[column] : ""
    let isLit = (grid.isAttention || isPointing) && grid.litColumn == column
    let role: Role = grid.isAttention ? .key : .faint
    return [
      Span(text, Style(role, bold: isLit, underlined: isLit, focused: isLit && isPointing)), Span(" "),
    ]
  }

  /// What stands over the names of the rows.
  private func cornerLine(of grid: Grid, style: GridStyle) -> Line {
    if grid.kind == .matrix, style.head != .line, let name = grid.names.first {
      return [Span(name, Style(role(of: name), bold: true))]
    }
    guard style.edges, grid.isAttention else { return [] }
    return [Span("\(words[.boardAsks]) \(glyphs.down)", Style(.faint))]
  }

  private func label(of row: Grid.Row, in grid: Grid, style: GridStyle) -> Line {
    let isAsking = grid.isAttention
    let isLit = (isAsking || isPointing) && row.isLit
    let label = Span(
      row.label,
      Style(
        isAsking ? .query : .token, bold: isLit, underlined: isLit, focused: isLit && isPointing))
    let isNamedHere = grid.kind == .matrix && style.head == .label && !hasColumnNames(grid, style: style)
    guard grid.kind == .rows || isNamedHere else { return [label] }
    let name = Span(row.matrix, Style(role(of: row.matrix), bold: true))
    return row.label.isEmpty ? [name] : [name, Span(" "), label]
  }

  /// The place of the largest weight in a row of a grid, if there is one that wins.
  func winner(among cells: [CellAddress]) -> Int? {
    guard let first = cells.first, cells.allSatisfy({ $0.name == first.name }) else { return nil }
    return largest(in: first.name, row: first.row).flatMap { winner in
      cells.firstIndex { $0.column == winner }
    }
  }

  /// The column of the largest weight of a row, if it is one that wins.
  func largest(in name: String, row: Int) -> Int? { matrix(name)?.largest(row: row) }
}
