import AttentionCore
import Frames
import Tutorial

/// A way of drawing a picture on the board.
protocol StageView {
  /// The picture in several sizes, the roomiest first; the board draws one after the other until one fits.
  func pictures(in context: ViewContext) -> [() -> Block]
}

extension ViewContext {
  /// The view of what this step shows.
  var stageView: any StageView {
    switch picture {
    case .sentence: SentenceView()
    case .dotProduct(let cell): DotProductView(cell: cell)
    case .line(let cell): LineView(cell: cell)
    case .softmax(let name, let row): SoftmaxView(name: name, row: row)
    case .weightedSum(let name, let row): WeightedSumView(name: name, row: row)
    case .vectors(let shown): VectorsView(shown: shown)
    case .bars(let name, let row): BarsView(name: name, row: row)
    case .ranking(let name, let row, let beside): MatricesView(shown: beside + [Shown(name: name, row: row)])
    case .history(let cells):
      MatricesView(shown: cells.map { Shown(name: $0.name, row: $0.row, column: $0.column) })
    case .compare(let first, let second): CompareView(first: first, second: second)
    case .matrices(let shown): MatricesView(shown: shown)
    }
  }
}
