import AttentionCore
import Frames
import Tutorial

/// A way of drawing a picture on the board.
protocol StageView {
  /// The picture in several sizes, the roomiest first; the board draws one after the other until one fits.
  ///
  /// The last one is never wider than `width`: where nothing fits, it scrolls.
  func pictures(in context: ViewContext, width: Int) -> [() -> Block]
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
    case .ranking(let name, let row, let beside): RankingView(name: name, row: row, beside: beside)
    case .history(let cells): HistoryView(cells: cells, values: cells.map(tutor.history))
    case .compare(let first, let second): CompareView(first: first, second: second)
    case .angles(let name, let row): AnglesView(name: name, row: row)
    case .between(let name, let row): BetweenView(name: name, row: row)
    case .matrices(let shown): MatricesView(shown: shown)
    }
  }
}
