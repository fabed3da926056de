import AttentionCore
import Frames
import Tutorial

/// Cells over the changes made in this place: one line a change, each value with its bar, the latest in view.
struct HistoryView: StageView {
  let cells: [CellAddress]
  /// For each cell its values, the first before any change; nil where it had none.
  let values: [[Double?]]

  init(cells: [CellAddress], values: [[Double?]]) {
    self.cells = cells
    // A change that moved none of the cells is not one to be counted here.
    let count = values.map(\.count).min() ?? 0
    let kept = (0..<count).filter { index in
      index == 0 || values.contains { $0[index] != $0[index - 1] }
    }
    self.values = values.map { values in kept.map { values[$0] } }
  }

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    [30, 24, 16, 10, 6, 3, 0].map { barWidth in { picture(in: context, barWidth: barWidth) } }
  }

  private func picture(in context: ViewContext, barWidth: Int) -> Block {
    let faint = Style(.faint)
    let count = values.map(\.count).max() ?? 0
    var lines: [[Line]] = [
      [[Span(context.words[.boardChange], faint)]]
        + cells.flatMap { cell -> [Line] in
          [[Span(context.name(of: cell) + " ", Style(context.role(of: cell.name), bold: true))], []]
        }
    ]
    for index in 0..<count {
      let isLatest = index == count - 1
      let label = [Span("\(index)", Style(isLatest ? .text : .faint, bold: isLatest))]
      lines.append(
        [label.rightAligned(to: displayWidth(of: context.words[.boardChange]))]
          + zip(cells, values).flatMap { cell, values in
            entry(
              of: cell, values: values, at: index, isLatest: isLatest, barWidth: barWidth, in: context)
          })
    }
    var block = table(lines, gap: 1)
    block.pinned = 1
    block.startsAtEnd = true
    return block
  }

  /// A value and its bar, as long as the largest that the cell ever was.
  private func entry(
    of cell: CellAddress, values: [Double?], at index: Int, isLatest: Bool, barWidth: Int,
    in context: ViewContext
  ) -> [Line] {
    guard values.indices.contains(index) else { return [[], []] }
    let bar = { (value: Double?) in
      let scale =
        context.worksheet.role(of: cell.name) == .weight
        ? 1 : values.compactMap(\.self).reduce(0) { max($0, abs($1)) }
      return context.heatBar(value, scale: scale, width: barWidth, role: context.role(of: cell.name))
    }
    guard context.isVisible(cell) else {
      return [[Span(context.glyphs.unknown + " ", Style(.closed))], []]
    }
    if isLatest {
      return [context.numberCell(cell, digits: digits(of: cell, in: context)), bar(values[index])]
    }
    let text = values[index].map { context.text($0, digits: digits(of: cell, in: context)) }
    return [
      [Span("\(text ?? context.glyphs.missing) ", Style(context.role(of: cell.name)))], bar(values[index]),
    ]
  }

  /// Small steps are to be seen, so weights have a third decimal here.
  private func digits(of cell: CellAddress, in context: ViewContext) -> Int {
    max(context.digits(3), context.digits(of: cell.name))
  }
}
