import AttentionCore
import Frames
import Tutorial

/// The strip that is always there: what one token listens to, its output, and what the last edit moved.
extension ViewContext {
  /// The strip in at most `rows` lines, from the fullest form that fits to the barest.
  func rippleStrip(width: Int, rows: Int) -> [Line] {
    let row = stripRow
    // One after the other until one fits, so that only what is seen is built.
    let three: [() -> [Line]] = [12, 6, 0].map { width in
      { [listens(row, old: .shown, barWidth: width), outputLine(row, old: .shown), counts] }
    }
    let one: [() -> [Line]] = [
      { [listens(row, old: .shown, barWidth: 0) + [Span("  ")] + outputLine(row, old: .shown)] },
      { [listens(row, old: .shown, barWidth: 0) + [Span(" ")] + short(output, row, old: .shown)] },
      { [short(weights, row, old: .shown) + [Span("  ")] + short(output, row, old: .shown)] },
      { [listens(row, old: .shown, barWidth: 0) + [Span(" ")] + short(output, row, old: .hidden)] },
      { [short(weights, row, old: .shown) + [Span("  ")] + short(output, row, old: .hidden)] },
      { [short(weights, row, old: .hidden) + [Span("  ")] + short(output, row, old: .hidden)] },
      { [short(weights, row, old: .hidden)] },
    ]
    for form in rows >= 3 ? three + one : one {
      let lines = form()
      if lines.count <= rows, lines.allSatisfy({ $0.width <= width }) { return lines }
    }
    return []
  }

  private var weights: String? { tutor.lesson.strip.weights }
  private var output: String? { tutor.lesson.strip.output }

  /// The row of the weights that the strip follows: the focus', else the edited token's, else the last.
  private var stripRow: Int {
    guard let name = weights ?? output, let matrix = worksheet[name] else {
      return 0
    }
    let focused = tutor.mode == .edit ? tutor.cursor : tutor.focus
    if let focused, worksheet[focused.name]?.shape.rows == matrix.shape.rows { return focused.row }
    return matrix.rowCount - 1
  }

  /// `quickly listens to  dog 0.42 ███  quickly 0.58 ████`
  private func listens(_ row: Int, old: Old, barWidth: Int) -> Line {
    guard let name = weights, let matrix = worksheet[name] else { return [] }
    let token = matrix.shape.rows.name(of: row)
    var line: Line = [Span(words.text(.stripListens, ["token": token]), Style(.faint))]
    for column in 0..<matrix.columnCount {
      let cell = CellAddress(name: name, row: row, column: column)
      line += [Span(" "), Span(columnLabel(name, column: column), Style(.token))]
      line += stripCell(cell, old: old)
      if barWidth > 0 { line += heatBar(of: cell, scale: 1, width: barWidth) + [Span(" ")] }
    }
    return line
  }

  /// `output [0.41, 0.49, 0.41]`
  private func outputLine(_ row: Int, old: Old) -> Line {
    guard let name = output, let matrix = worksheet[name] else { return [] }
    var line: Line = [Span(words[.stripOutput] + " ", Style(.faint))]
    for column in 0..<matrix.columnCount {
      line += stripCell(CellAddress(name: name, row: row, column: column), old: old)
    }
    return line
  }

  /// `dog 0.42 quickly 0.58`, `O 0.41 0.49 0.41`
  private func short(_ name: String?, _ row: Int, old: Old) -> Line {
    guard let name, let matrix = worksheet[name] else { return [] }
    let hasNames = matrix.shape.columns.names != nil
    let cells = (0..<matrix.columnCount).map { column -> Line in
      let label = hasNames ? [Span(columnLabel(name, column: column), Style(.token))] : Line()
      return label + stripCell(CellAddress(name: name, row: row, column: column), old: old).dropLast()
    }
    let line = Line(cells.joined(separator: hasNames ? [Span(" ")] : []))
    return hasNames ? line : [Span(name, Style(role(of: name), bold: true))] + line
  }

  private func stripCell(_ cell: CellAddress, old: Old) -> Line {
    let role: Role =
      ripple?.change(at: cell) != nil ? .changed : tutor.isVisible(cell) ? self.role(of: cell.name) : .closed
    let text = shownText(cell, old: old)
    return [Span(" "), Span(text, Style(role, bold: true)), Span(" ")]
  }

  /// `changed: 1 of 2 scores · 2 of 2 weights`: what followed from the edit.
  private var counts: Line {
    guard let ripple, !ripple.isEmpty else { return [] }
    let counted = worksheet.names.compactMap { name -> String? in
      let changed = ripple.changes(of: name).count
      guard changed > 0, worksheet.input(name) == nil, let matrix = worksheet[name],
        let role = worksheet.role(of: name)
      else { return nil }
      let total = matrix.rowCount * matrix.columnCount
      return words.text(
        .stripCount, ["changed": "\(changed)", "total": "\(total)", "matrix": words[role.counted]])
    }
    guard !counted.isEmpty else { return [Span(words[.stripNothingElse], Style(.faint))] }
    return [
      Span(words[.stripChanged] + " ", Style(.faint)),
      Span(counted.joined(separator: glyphs.render(" · "))),
    ]
  }
}
