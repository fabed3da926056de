import AttentionCore
import Frames
import Tutorial

/// Two of one shape, and what the second has more or less than the first.
struct CompareView: StageView {
  let first: Shown
  let second: Shown

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    guard rows(of: first, in: context).count == 1 else { return matrices(in: context, width: width) }
    let lines = [(10, true), (6, true), (6, false), (3, false), (0, false)].map { width, spaced in
      { rowsOfBars(in: context, barWidth: width, spaced: spaced) }
    }
    return lines + [10, 6, 3, 0].map { barWidth in { columnsOfBars(in: context, barWidth: barWidth) } }
  }

  // MARK: Rows, one under the other

  private func rowsOfBars(in context: ViewContext, barWidth: Int, spaced: Bool) -> Block {
    let columns = self.columns(in: context)
    let scale = context.scale(of: [first.name, second.name])
    let faint = Style(.faint)
    let blank = String(repeating: " ", count: barWidth)
    func row(_ shown: Shown) -> [Line] {
      [label(of: shown, in: context)]
        + columns.map { column in
          let cell = self.cell(of: shown, 0, column)
          return context.numberCell(cell) + context.heatBar(of: cell, scale: scale, width: barWidth)
        }
    }
    let differences = columns.map { difference(0, $0, in: context) + [Span(blank)] }
    let names = columns.map { column in
      [Span(context.columnLabel(first.name, column: column) + " ", faint), Span(blank)]
    }
    let last = [[Span(context.words[.boardDifference], faint)]] + differences
    return table(
      spaced
        ? [[[]] + names, row(first), [], row(second), [], last]
        : [[[]] + names, row(first), row(second), last],
      gap: 1)
  }

  /// A line for each column, where the columns do not fit side by side.
  private func columnsOfBars(in context: ViewContext, barWidth: Int) -> Block {
    let scale = context.scale(of: [first.name, second.name])
    let names = [first, second].map { label(of: $0, in: context) + [Span(" ")] }
    let blank = [Span(String(repeating: " ", count: barWidth))]
    var lines: [[Line]] = [
      [[], names[0] + blank, names[1] + blank, [Span(context.words[.boardDifference] + " ", Style(.faint))]]
    ]
    for column in columns(in: context) {
      lines.append(
        [[Span(context.columnLabel(first.name, column: column), Style(.token))]]
          + [first, second].map { shown in
            let cell = self.cell(of: shown, 0, column)
            return context.numberCell(cell) + context.heatBar(of: cell, scale: scale, width: barWidth)
          } + [difference(0, column, in: context)])
    }
    var block = table(lines, gap: 1)
    block.pinned = 1
    return block
  }

  // MARK: Matrices, side by side

  private func matrices(in context: ViewContext, width: Int) -> [() -> Block] {
    let roomy = GridStyle(sums: true, old: .shown)
    let corner = GridStyle(head: .corner)
    let small = GridStyle(head: .corner, gap: 0, bands: true)
    return [roomy, roomy.with { $0.old = .hidden }, corner, small].map { style in
      {
        let grids = [first, second].map { context.matrixGrid($0, style: style, width: width) }
        let gap = style.head == .line ? 1 : 0
        return Block.flow(
          grids + [differences(in: context, style: style)], width: width, gap: style.gap > 0 ? 3 : 2,
          rowGap: gap)
      }
    }
  }

  private func differences(in context: ViewContext, style: GridStyle) -> Block {
    let heading = Span(
      "\(context.words[.boardDifference]) = \(second.name) \(context.glyphs.minus) \(first.name)",
      Style(.faint))
    let names = columns(in: context).map { column in
      [Span(context.columnLabel(first.name, column: column) + " ", Style(.faint))]
    }
    let isLine = style.head == .line
    let corner = isLine ? Line() : [Span(context.words[.boardDifference], Style(.faint))]
    let rows = self.rows(of: first, in: context)
    let grid = table(
      [[corner] + names]
        + rows.indices.map { index in
          let name = context.worksheet[first.name]?.shape.rows.name(of: rows[index]) ?? ""
          return [[Span(context.glyphs.render(name), Style(.token))]]
            + columns(in: context).map { difference(index, $0, in: context) }
        }, gap: 1)
    return isLine ? Block([[heading]]).above(grid) : grid
  }

  // MARK: Cells

  private func rows(of shown: Shown, in context: ViewContext) -> Range<Int> {
    shown.row.map { $0..<($0 + 1) } ?? 0..<(context.worksheet[shown.name]?.rowCount ?? 0)
  }

  private func columns(in context: ViewContext) -> Range<Int> {
    let counts = [first, second].map { context.worksheet[$0.name]?.columnCount ?? 0 }
    return 0..<min(counts[0], counts[1])
  }

  private func label(of shown: Shown, in context: ViewContext) -> Line {
    context.rowLabel(shown.name, row: shown.row ?? 0)
  }

  private func cell(of shown: Shown, _ row: Int, _ column: Int) -> CellAddress {
    CellAddress(name: shown.name, row: (shown.row ?? 0) + row, column: column)
  }

  /// `+0.13`, once both are reached.
  private func difference(_ row: Int, _ column: Int, in context: ViewContext) -> Line {
    let cells = [first, second].map { cell(of: $0, row, column) }
    let values = cells.map { context.worksheet[$0.name]?[row: $0.row, column: column].number }
    guard cells.allSatisfy(context.isVisible) else {
      return [Span(context.glyphs.unknown + " ", Style(.closed))]
    }
    guard let old = values[0], let new = values[1] else {
      return [Span(context.glyphs.missing + " ", Style(.closed))]
    }
    let text = context.text(new - old, digits: context.digits(of: second.name))
    let sign = new > old ? "+" : ""
    return [Span(sign + text + " ", Style(.text, bold: true))]
  }
}
