import AttentionCore
import Frames
import Tutorial

/// One cell of a formula as its line: `A[quickly,dog] = 2.434 ÷ 5.754 = 0.423`.
struct LineView: StageView {
  let cell: CellAddress

  func pictures(in context: ViewContext) -> [() -> Block] {
    let reference = context.worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard let explanation = context.worksheet.explanation(of: reference) else {
      let shown = Shown(name: cell.name, row: cell.row, column: cell.column)
      return [{ context.matrixGrid(shown, style: .init()) }]
    }
    let name = Line([Span(context.name(of: cell), Style(context.role(of: cell.name), bold: true))])
    return [70, 54, 38].map { width in
      { Block([name]).above(context.formulaLines(explanation, width: width, selected: nil)) }
    }
  }
}
