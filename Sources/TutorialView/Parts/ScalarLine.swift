import AttentionCore
import Frames
import Tutorial

/// Numbers that are no part of a table, as `T 1.00  H 2.205`.
extension ViewContext {
  /// Whether what is shown is one number.
  func isNumber(_ shown: Shown) -> Bool {
    guard let matrix = worksheet[shown.name] else { return false }
    return (shown.row != nil || matrix.rowCount == 1) && (shown.column != nil || matrix.columnCount == 1)
  }

  /// The numbers in lines of at most a width; each keeps its name beside it.
  ///
  /// - Parameter isAlone: Whether there is nothing else, so that each has a line with its formula.
  func numberLines(_ shown: [Shown], width: Int, old: Old, isAlone: Bool = false) -> Block {
    if isAlone {
      return table(
        shown.map { shown in
          let cell = CellAddress(name: shown.name, row: shown.row ?? 0, column: shown.column ?? 0)
          let isWhole = worksheet[shown.name].map { $0.rowCount * $0.columnCount } == 1
          let formula = isWhole ? worksheet.formula(of: shown.name) : nil
          return [
            [Span(name(of: cell), Style(role(of: cell.name), bold: true))],
            numberCell(cell, width: 0, old: old),
            [Span(formula.map { glyphs.render("= \($0.text)") } ?? "", Style(.faint))],
          ]
        })
    }
    var lines: [Line] = []
    for shown in shown {
      let cell = CellAddress(name: shown.name, row: shown.row ?? 0, column: shown.column ?? 0)
      let entry: Line =
        [Span(name(of: cell), Style(role(of: cell.name), bold: true))]
        + numberCell(cell, width: 0, old: old)
      if let last = lines.last, last.width + 2 + entry.width <= width {
        lines[lines.count - 1] = last + [Span("  ")] + entry
      } else {
        lines.append(entry)
      }
    }
    return Block(lines)
  }
}
