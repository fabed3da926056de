import AttentionCore
import Frames
import Tutorial

/// The cells of a row as bars, the largest first, with what else the step shows around them.
struct RankingView: StageView {
  let name: String
  let row: Int
  let beside: [Shown]

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let roomy = GridStyle(old: .shown)
    let small = GridStyle(head: .corner, gap: 0, bands: true)
    let forms: [(bar: Int, style: GridStyle, isBeside: Bool, old: ViewContext.Old)] = [
      (40, roomy, false, .shown), (24, roomy, false, .shown), (24, roomy, true, .shown),
      (14, small, true, .shown), (14, small, true, .hidden), (6, small, true, .hidden),
      (3, small, true, .hidden),
      (24, small, false, .shown),
      (12, small, false, .shown), (12, small, false, .hidden), (6, small, false, .hidden),
      (14, small, false, .hidden),
    ]
    return forms.map { form in
      {
        picture(
          in: context, barWidth: form.bar, style: form.style, isBeside: form.isBeside, old: form.old,
          width: width)
      }
    }
  }

  /// Numbers in a line and short matrices above the bars, tall ones at their right or, in a small room, under them.
  private func picture(
    in context: ViewContext, barWidth: Int, style: GridStyle, isBeside: Bool, old: ViewContext.Old, width: Int
  ) -> Block {
    var bars = bars(in: context, barWidth: barWidth, old: old)
    if style.head == .line { bars = Block([context.heading(of: name, width: width)]).above(bars) }
    let numbers = context.numberLines(beside.filter(context.isNumber), width: width, old: old)
    let grids = context.grids(of: beside.filter { !context.isNumber($0) }, joining: true)
    let blocks = { (isTall: Bool) in
      grids.filter { ($0.rows.count > 2) == isTall }.map {
        context.draw($0, style: style, width: width, isAlone: false)
      }
    }
    let gap = style.head == .line ? 1 : 0
    let above = Block.flow(blocks(false), width: width, gap: 3, rowGap: gap)
    let tall = Block.flow(blocks(true), width: isBeside ? 0 : width, gap: 3, rowGap: gap)
    var ranking = isBeside ? bars.beside(tall) : bars.above(tall, gap: gap)
    ranking = numbers.above(above, gap: gap).above(ranking, gap: gap)
    ranking.isList = tall.lines.isEmpty
    return ranking
  }

  private func bars(in context: ViewContext, barWidth: Int, old: ViewContext.Old) -> Block {
    let scale = context.worksheet.role(of: name) == .weight ? 1 : context.scale(of: [name])
    return table(
      Self.order(of: name, row: row, in: context).enumerated().map { rank, column in
        let cell = CellAddress(name: name, row: row, column: column)
        let isFirst = rank == 0 && context.largest(in: name, row: row) == column
        let label = Style(.token, bold: isFirst)
        return [
          [
            Span(isFirst ? context.glyphs.winner : " ", Style(.weight, bold: true)),
            Span(context.columnLabel(name, column: column), label),
          ],
          context.numberCell(cell, old: old),
          context.heatBar(of: cell, scale: scale, width: barWidth),
        ]
      }, gap: 1)
  }

  /// The columns of a row, the largest first; as they stand while a value is hidden, so that the order tells nothing.
  static func order(of name: String, row: Int, in context: ViewContext) -> [Int] {
    guard let matrix = context.worksheet[name] else { return [] }
    let columns = Array(0..<matrix.columnCount)
    let cells = columns.map { CellAddress(name: name, row: row, column: $0) }
    guard cells.allSatisfy(context.isVisible) else { return columns }
    let values = columns.map { matrix[row: row, column: $0].number ?? -.infinity }
    return columns.sorted { (-values[$0], $0) < (-values[$1], $1) }
  }
}
