import AttentionCore
import Frames
import Tutorial

/// The strip that is always there: what one token listens to, its output, and what the last edit moved.
extension ViewContext {
  /// The strip in at most `rows` lines, from the fullest form that fits to the barest.
  func rippleStrip(width: Int, rows: Int) -> [Line] {
    let weights = stripRow(strip.weights)
    let output = stripRow(strip.output, beside: weights)
    // One after the other until one fits, so that only what is seen is built.
    let three: [() -> [Line]] = [12, 6, 0].map { barWidth in
      {
        [
          listens(weights, old: .shown, barWidth: barWidth) + moreRows(weights),
          outputLine(output, old: .shown, room: width), changes(width: width),
        ]
      }
    }
    let limitedThree: [() -> [Line]] = [.max, 5, 3, 2].map { limit in
      {
        [
          listens(weights, old: .shown, barWidth: limit == .max ? 0 : 6, limit: limit),
          outputLine(output, old: .shown, room: width), changes(width: width),
        ]
      }
    }
    let full = { (old: Old) in listens(weights, old: old, barWidth: 0) }
    let one: [() -> [Line]] = [
      {
        [full(.shown) + [Span("  ")] + outputLine(output, old: .shown, room: width / 2) + moreRows(weights)]
      },
      { [full(.shown) + [Span("  ")] + outputLine(output, old: .shown, room: width / 2)] },
      { [full(.shown) + [Span(" ")] + short(output, old: .shown)] },
      { [short(weights, old: .shown) + [Span("  ")] + short(output, old: .shown)] },
      { [full(.shown) + [Span(" ")] + short(output, old: .hidden)] },
      { [short(weights, old: .shown) + [Span("  ")] + short(output, old: .hidden)] },
      { [short(weights, old: .hidden) + [Span("  ")] + short(output, old: .hidden)] },
      { [short(weights, old: .hidden, limit: 2) + [Span("  ")] + short(output, old: .hidden)] },
      { [short(weights, old: .hidden, limit: 1) + [Span("  ")] + short(output, old: .hidden)] },
      { [short(weights, old: .hidden, limit: 2) + [Span("  ")] + short(output, old: .hidden, limit: 1)] },
      { [short(weights, old: .hidden, limit: 1) + [Span("  ")] + short(output, old: .hidden, limit: 1)] },
      { [short(weights, old: .hidden)] },
      { [short(weights, old: .hidden, limit: 3)] }, { [short(weights, old: .hidden, limit: 2)] },
      { [short(weights, old: .hidden, limit: 1)] },
    ]
    for form in rows >= 3 ? three + limitedThree + one : one {
      let lines = form()
      if lines.count <= rows, lines.allSatisfy({ $0.width <= width }) { return lines }
    }
    return []
  }

  private var strip: Strip { tutor.step.strip ?? tutor.lesson.strip }

  // MARK: Which row

  /// The row of a matrix that the strip follows: the focus', else the edited token's, else the last.
  private func stripRow(_ name: String?, beside other: Shown? = nil) -> Shown? {
    guard let name, let rows = worksheet[name]?.shape.rows else { return nil }
    let focused = tutor.mode == .edit ? tutor.cursor : focus
    let row =
      focused.flatMap { position(of: $0.row, of: $0.name, in: rows) }
      ?? other.flatMap { position(of: $0.row ?? 0, of: $0.name, in: rows) } ?? rows.count - 1
    return Shown(name: name, row: row)
  }

  /// Where the token of a row stands among other rows.
  private func position(of row: Int, of name: String, in rows: Axis) -> Int? {
    guard let own = worksheet[name]?.shape.rows else { return nil }
    if own == rows { return row }
    return own.names.flatMap { names in rows.names?.firstIndex(of: names[row]) }
  }

  /// `+ 3 rows`: those of the same matrix that the strip does not follow.
  private func moreRows(_ shown: Shown?) -> Line {
    let count = (shown.flatMap { worksheet[$0.name]?.rowCount } ?? 1) - 1
    guard count > 0 else { return [] }
    return [Span("  " + words.text(.stripMoreRows, ["count": "\(count)"]), Style(.faint))]
  }

  // MARK: Its cells

  /// `quickly listens to  dog 0.42 ███  quickly 0.58 ████`
  private func listens(_ shown: Shown?, old: Old, barWidth: Int, limit: Int = .max) -> Line {
    guard let shown, let matrix = worksheet[shown.name] else { return [] }
    let token = glyphs.render(matrix.shape.rows.name(of: shown.row ?? 0))
    var line =
      isAttention(shown.name)
      ? [Span(words.text(.stripListens, ["token": token]), Style(.faint))]
      : rowLabel(shown.name, row: shown.row ?? 0)
    let cells = cells(of: shown, limit: limit)
    for cell in cells {
      line += [Span(" "), Span(columnLabel(cell.name, column: cell.column), Style(.token))]
      line += stripCell(cell, old: old)
      if barWidth > 0 { line += heatBar(of: cell, scale: 1, width: barWidth) + [Span(" ")] }
    }
    return line + more(matrix.columnCount - cells.count)
  }

  /// `output [0.41, 0.49, 0.41]`; of probabilities the largest by name.
  private func outputLine(_ shown: Shown?, old: Old, room: Int) -> Line {
    guard let shown, let matrix = worksheet[shown.name] else { return [] }
    guard worksheet.role(of: shown.name) != .weight else {
      let counts = (1...max(1, matrix.columnCount)).reversed()
      return counts.lazy.map { listens(shown, old: old, barWidth: 0, limit: $0) }.first { $0.width <= room }
        ?? []
    }
    let isOutput = worksheet.role(of: shown.name) == .output
    let label = isOutput ? [Span(words[.stripOutput], Style(.faint))] : rowLabel(shown.name, row: 0)
    return cells(of: shown).reduce(into: label + [Span(" ")]) { $0 += stripCell($1, old: old) }
  }

  /// `dog 0.42 quickly 0.58`, `O 0.41 0.49 0.41`
  private func short(_ shown: Shown?, old: Old, limit: Int = .max) -> Line {
    guard let shown, let matrix = worksheet[shown.name] else { return [] }
    let hasNames = matrix.shape.columns.names != nil && worksheet.role(of: shown.name) == .weight
    let cells = cells(of: shown, limit: limit)
    let spans = cells.map { cell -> Line in
      let label = hasNames ? [Span(columnLabel(cell.name, column: cell.column), Style(.token))] : Line()
      return label + stripCell(cell, old: old).dropLast()
    }
    let line = Line(spans.joined(separator: hasNames ? [Span(" ")] : []))
    return (hasNames ? line : [Span(shown.name, Style(role(of: shown.name), bold: true))] + line)
      + more(matrix.columnCount - cells.count)
  }

  /// The cells of a row; where not all are wanted, the largest first.
  private func cells(of shown: Shown, limit: Int = .max) -> [CellAddress] {
    guard let matrix = worksheet[shown.name] else { return [] }
    let row = shown.row ?? 0
    let isShort = matrix.columnCount > limit
    let columns =
      isShort ? RankingView.order(of: shown.name, row: row, in: self) : Array(0..<matrix.columnCount)
    return columns.prefix(limit).map { CellAddress(name: shown.name, row: row, column: $0) }
  }

  private func more(_ count: Int) -> Line {
    count > 0 ? [Span(" + " + words.text(.boardMore, ["count": "\(count)"]), Style(.faint))] : []
  }

  private func stripCell(_ cell: CellAddress, old: Old) -> Line {
    let role: Role =
      ripple?.change(at: cell) != nil ? .changed : tutor.isVisible(cell) ? self.role(of: cell.name) : .closed
    let text = shownText(cell, old: old)
    return [Span(" "), Span(text, Style(role, bold: true)), Span(" ")]
  }

  // MARK: What the edit moved

  /// `changed: 1 of 2 scores · 2 of 2 weights`, the matrices of attention first and as many as fit.
  func changes(width: Int) -> Line {
    guard let ripple, !ripple.isEmpty else { return [] }
    let known = changeTexts(of: worksheet.names.filter { worksheet.role(of: $0) != nil })
    guard !known.isEmpty || !changeTexts(of: worksheet.names).isEmpty else {
      return [Span(words[.stripNothingElse], Style(.faint))]
    }
    let texts = known.isEmpty ? changeTexts(of: worksheet.names) : known
    let label = Span(words[.stripChanged] + " ", Style(.faint))
    let separator = glyphs.render(" · ")
    for count in texts.indices.reversed() {
      let line =
        [label, Span(texts.prefix(count + 1).joined(separator: separator))] + more(texts.count - count - 1)
      if line.width <= width { return line }
    }
    return []
  }
}
