import AttentionCore
import Frames
import Tutorial

/// One cell of a formula as its line: `A[quickly,dog] = 2.434 ÷ 5.754 = 0.423`.
struct LineView: StageView {
  let cell: CellAddress

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let reference = context.worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard let explanation = context.worksheet.explanation(of: reference) else {
      let shown = Shown(name: cell.name, row: cell.row, column: cell.column)
      return [
        { context.matrixGrid(shown, style: GridStyle(head: .corner, gap: 0, bands: true), width: width) }
      ]
    }
    let name = Line([Span(context.name(of: cell), Style(context.role(of: cell.name), bold: true))])
    let result = Block([name]).above(
      context.formulaLines(explanation, width: width, selected: nil) { source in
        context.worksheet.name(of: context.worksheet.origin(of: source)).map(ClickTarget.mention)
      })
    let readings = Block(context.readings(among: [cell.name]).filter { $0.width <= width })
    return [{ result.above(readings, gap: 1) }, { result }]
  }
}
