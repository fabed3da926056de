import AttentionCore
import Frames
import Tutorial

/// Matrices as they are, side by side where they fit.
struct MatricesView: StageView {
  let shown: [Shown]

  func pictures(in context: ViewContext) -> [() -> Block] {
    let styles: [ViewContext.GridStyle] = [
      .init(spaced: true, old: .shown), .init(old: .shown), .init(heading: false, old: .shown), .init(),
      .init(heading: false), .init(heading: false, columnNames: false),
    ]
    return styles.flatMap { style -> [() -> Block] in
      let grids = { shown.map { context.matrixGrid($0, style: style) } }
      let stacked = { grids().reduce(Block()) { $0.above($1, gap: style.heading ? 1 : 0) } }
      let beside = { grids().dropFirst().reduce(grids()[0]) { $0.beside($1) } }
      return shown.count == 1 ? [stacked] : [beside, stacked]
    }
  }
}
