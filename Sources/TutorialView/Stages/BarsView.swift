import AttentionCore
import Frames
import Tutorial

/// A bar for each cell of a row: what one token's attention goes to.
struct BarsView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let heading = Block([context.heading(of: name, width: width)])
    return [40, 30, 20, 14, 8].flatMap { width -> [() -> Block] in
      [
        { heading.above(rows(in: context, width: width), gap: 1).above(sum(in: context), gap: 1) },
        { heading.above(rows(in: context, width: width)).above(sum(in: context)) },
        { rows(in: context, width: width).above(sum(in: context)) },
      ]
    }
  }

  /// The bars alone, one line for each column of the row.
  func rows(in context: ViewContext, width: Int) -> Block {
    guard let matrix = context.worksheet[name] else { return Block() }
    let scale = context.worksheet.role(of: name) == .weight ? 1 : context.scale(of: [name])
    let winner = context.largest(in: name, row: row)
    return table(
      (0..<matrix.columnCount).map { column in
        let cell = CellAddress(name: name, row: row, column: column)
        let mark = winner == column ? context.glyphs.winner : " "
        return [
          [
            Span(mark, Style(.weight, bold: true)),
            Span(context.columnLabel(name, column: column), Style(.token)),
          ],
          context.numberCell(cell, old: .shown),
          context.heatBar(of: cell, scale: scale, width: width),
        ]
      }, gap: 1)
  }

  /// Weights add up to one: the sum comes from full precision, not from the digits on screen.
  private func sum(in context: ViewContext) -> Block {
    guard context.worksheet.role(of: name) == .weight, let matrix = context.worksheet[name] else {
      return Block()
    }
    let cells = (0..<matrix.columnCount).map { CellAddress(name: name, row: row, column: $0) }
    guard cells.allSatisfy(context.isVisible) else { return Block() }
    let sum = cells.reduce(0) { $0 + (matrix[row: row, column: $1.column].number ?? 0) }
    return Block([
      [
        Span(context.words[.boardRowAddsUp] + " ", Style(.faint)),
        Span(context.text(sum, digits: context.digits(of: name)), Style(.weight, bold: true)),
      ]
    ])
  }
}
