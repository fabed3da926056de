import AttentionCore
import Frames
import Tutorial

/// The strip that is always there: what one token listens to, its output, and what the last edit moved.
extension ViewContext {
  /// The strip in at most `rows` lines, from the fullest form that fits to the barest.
  func rippleStrip(width: Int, rows: Int) -> [Line] {
    let weights = stripRow
    let forms: [[Line]] = [
      [listens(weights, old: .shown, barWidth: 12), outputLine(weights, old: .shown) + counts(gap: 3)],
      [listens(weights, old: .shown, barWidth: 6), outputLine(weights, old: .shown) + counts(gap: 3)],
      [listens(weights, old: .shown, barWidth: 0), outputLine(weights, old: .shown) + counts(gap: 3)],
      [listens(weights, old: .shown, barWidth: 0), outputLine(weights, old: .hidden) + counts(gap: 2)],
      [listens(weights, old: .shown, barWidth: 0) + [Span("   ")] + outputLine(weights, old: .hidden)],
      [listens(weights, old: .hidden, barWidth: 0) + [Span("   ")] + outputLine(weights, old: .hidden)],
      [short(weights) + [Span("  ")] + shortOutput(weights)],
      [listens(weights, old: .shown, barWidth: 0), outputLine(weights, old: .shown)],
      [listens(weights, old: .hidden, barWidth: 0), outputLine(weights, old: .hidden)],
      [short(weights), shortOutput(weights)],
      [short(weights)],
    ]
    let fits = forms.first { $0.count <= rows && $0.allSatisfy { $0.width <= width } }
    return fits ?? []
  }

  /// The row of the weights that the strip follows: the focus', else the edited token's, else the last.
  private var stripRow: Int {
    guard let name = tutor.lesson.strip.weights ?? tutor.lesson.strip.output, let matrix = worksheet[name] else {
      return 0
    }
    let focused = tutor.mode == .edit ? tutor.cursor : tutor.focus
    if let focused, worksheet[focused.name]?.shape.rows == matrix.shape.rows { return focused.row }
    return matrix.rowCount - 1
  }

  /// `quickly listens to  dog 0.42 ███  quickly 0.58 ████`
  private func listens(_ row: Int, old: Old, barWidth: Int) -> Line {
    guard let name = tutor.lesson.strip.weights, let matrix = worksheet[name] else { return [] }
    let token = matrix.shape.rows.name(of: row)
    var line: Line = [Span(words.text(.stripListens, ["token": token]) + " ", Style(.faint))]
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
    guard let name = tutor.lesson.strip.output, let matrix = worksheet[name] else { return [] }
    var line: Line = [Span(words[.stripOutput] + " ", Style(.faint))]
    for column in 0..<matrix.columnCount {
      line += stripCell(CellAddress(name: name, row: row, column: column), old: old)
    }
    return line
  }

  /// `dog 0.42 quickly 0.58`
  private func short(_ row: Int) -> Line {
    guard let name = tutor.lesson.strip.weights, let matrix = worksheet[name] else { return [] }
    return (0..<matrix.columnCount).reduce(into: Line()) { line, column in
      let cell = CellAddress(name: name, row: row, column: column)
      line.append(Span((column > 0 ? " " : "") + columnLabel(name, column: column), Style(.token)))
      line += stripCell(cell, old: .hidden).dropLast()
    }
  }

  /// `O 0.41 0.49 0.41`
  private func shortOutput(_ row: Int) -> Line {
    guard let name = tutor.lesson.strip.output, let matrix = worksheet[name] else { return [] }
    return (0..<matrix.columnCount).reduce(into: [Span(name, Style(.output, bold: true))]) { line, column in
      line += stripCell(CellAddress(name: name, row: row, column: column), old: .hidden).dropLast()
    }
  }

  private func stripCell(_ cell: CellAddress, old: Old) -> Line {
    let change = ripple?.change(at: cell)
    let role: Role = change != nil ? .changed : tutor.isVisible(cell) ? self.role(of: cell.name) : .closed
    var text = shownText(cell)
    if let change, old == .shown, tutor.isVisible(cell) {
      text = self.text(change.old, digits: digits(of: cell.name)) + glyphs.right + text
    }
    return [Span(" "), Span(text, Style(role, bold: true)), Span(" ")]
  }

  /// `changed: 1 of 6 keys · 1 of 2 scores`
  private func counts(gap: Int) -> Line {
    guard let ripple, !ripple.isEmpty else { return [] }
    let counted = worksheet.names.compactMap { name -> String? in
      let changed = ripple.changes(of: name).count
      guard changed > 0, let matrix = worksheet[name], let role = worksheet.role(of: name) else { return nil }
      return words.text(
        .stripCount,
        [
          "changed": "\(changed)", "total": "\(matrix.rowCount * matrix.columnCount)", "matrix": words[role.counted],
        ])
    }
    return [
      Span(String(repeating: " ", count: gap)), Span(words[.stripChanged] + " ", Style(.faint)),
      Span(counted.joined(separator: glyphs.render(" · ")), Style(.changed)),
    ]
  }
}
