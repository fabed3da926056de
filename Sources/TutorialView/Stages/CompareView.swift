import AttentionCore
import Frames
import Tutorial

/// Two rows one under the other, and what the second has more or less than the first.
struct CompareView: StageView {
  let first: Shown
  let second: Shown

  func pictures(in context: ViewContext) -> [() -> Block] {
    [(10, true), (6, true), (6, false), (3, false), (0, false)].map { width, spaced in
      { picture(in: context, barWidth: width, spaced: spaced) }
    }
  }

  private func picture(in context: ViewContext, barWidth: Int, spaced: Bool) -> Block {
    guard let before = context.worksheet[first.name], let after = context.worksheet[second.name] else {
      return Block()
    }
    let scale = context.scale(of: [first.name, second.name])
    let columns = 0..<min(before.columnCount, after.columnCount)
    let faint = Style(.faint)
    func row(_ shown: Shown) -> [Line] {
      [context.rowLabel(shown.name, row: shown.row ?? 0)]
        + columns.map { column in
          let cell = CellAddress(name: shown.name, row: shown.row ?? 0, column: column)
          return context.numberCell(cell) + context.heatBar(of: cell, scale: scale, width: barWidth)
        }
    }
    let differences = columns.map { column -> Line in
      let cells = [first, second].map { CellAddress(name: $0.name, row: $0.row ?? 0, column: column) }
      guard cells.allSatisfy(context.tutor.isVisible),
        let old = before[row: cells[0].row, column: column].number,
        let new = after[row: cells[1].row, column: column].number
      else { return [Span(context.glyphs.unknown, Style(.closed))] }
      let text = (new >= old ? "+" : "") + context.text(new - old, digits: context.digits(of: second.name))
      return [Span(text + " ", Style(.text, bold: true))] + [Span(String(repeating: " ", count: barWidth))]
    }
    let names = columns.map { column -> Line in
      [
        Span(context.columnLabel(first.name, column: column) + " ", faint),
        Span(String(repeating: " ", count: barWidth)),
      ]
    }
    let difference = [[Span(context.words[.boardDifference], faint)]] + differences
    return table(
      spaced
        ? [[[]] + names, row(first), [], row(second), [], difference]
        : [[[]] + names, row(first), row(second), difference],
      gap: 1)
  }
}
