import AttentionCore
import Frames
import Tutorial

/// The strip that is always there: what one token listens to, its output, and what the last edit moved.
extension ViewContext {
  /// The strip in at most `rows` lines, in the fullest form that fits.
  func rippleStrip(width: Int, rows: Int) -> [Line] {
    let weights = stripRow(strip.weights)
    let output = stripRow(strip.output, beside: weights)
    let changes = rows >= 3 ? changes(width: width) : []
    let plain = rows >= 3 ? listens(weights, old: .shown, barWidth: 0).width + moreRows(weights).width : 0
    let count = weights.flatMap { matrix($0.name)?.values.columnCount } ?? 0
    for form in rows >= 3 ? StripForm.all : StripForm.oneLine {
      // How wide bars make it is known before they are drawn.
      if case .bars(let bar) = form, bar > 0, plain + count * (bar + 1) > width { continue }
      let lines = self.lines(in: form, weights, output, changes, width: width)
      if lines.count <= rows, lines.allSatisfy({ $0.width <= width }) { return lines }
    }
    return []
  }

  /// How much of the weights and of the output is said, and in how many lines.
  private enum StripForm {
    /// A line for each, with bars so wide, and one for what changed.
    case bars(width: Int)
    /// The same with the largest weights only.
    case largest(Int)
    /// All weights in words and the output in one line, with how many other rows there are.
    case words(countsRows: Bool)
    /// All weights in words, then the output in short.
    case wordsThen(Old)
    /// Weights and output in short; only so many of them.
    case short(Old, Int = .max, output: Old, Int = .max)
    /// The weights in short, without the output.
    case weights(Int)

    static let oneLine: [StripForm] = [
      .words(countsRows: true), .words(countsRows: false), .wordsThen(.shown),
      .short(.shown, output: .shown), .wordsThen(.hidden), .short(.shown, output: .hidden),
      .short(.hidden, output: .hidden), .short(.hidden, 2, output: .hidden),
      .short(.hidden, 1, output: .hidden), .short(.hidden, 2, output: .hidden, 1),
      .short(.hidden, 1, output: .hidden, 1), .weights(.max), .weights(3), .weights(2), .weights(1),
    ]
    static let all: [StripForm] =
      [
        .bars(width: 12), .bars(width: 6), .bars(width: 0), .largest(.max), .largest(5), .largest(3),
        .largest(2),
      ] + oneLine
  }

  private func lines(
    in form: StripForm, _ weights: Shown?, _ output: Shown?, _ changes: Line, width: Int
  ) -> [Line] {
    let gap = [Span("  ")]
    func full(_ old: Old = .shown) -> Line { listens(weights, old: old, barWidth: 0) }
    switch form {
    case .bars(let barWidth):
      return [
        listens(weights, old: .shown, barWidth: barWidth) + moreRows(weights),
        outputLine(output, old: .shown, room: width), changes,
      ]
    case .largest(let limit):
      return [
        listens(weights, old: .shown, barWidth: limit == .max ? 0 : 6, limit: limit),
        outputLine(output, old: .shown, room: width), changes,
      ]
    case .words(let countsRows):
      let line = full() + gap + outputLine(output, old: .shown, room: width / 2)
      return [countsRows ? line + moreRows(weights) : line]
    case .wordsThen(let old):
      return [full() + [Span(" ")] + short(output, old: old)]
    case .short(let old, let limit, output: let outputOld, let outputLimit):
      return [
        short(weights, old: old, limit: limit) + gap + short(output, old: outputOld, limit: outputLimit)
      ]
    case .weights(let limit):
      return [short(weights, old: .hidden, limit: limit)]
    }
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
      return counts.lazy.map { [self] in listens(shown, old: old, barWidth: 0, limit: $0) }
        .first { $0.width <= room } ?? []
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
    guard let matrix = matrix(cell.name) else { return [] }
    let role: Role =
      matrix.change(row: cell.row, column: cell.column) != nil
      ? .changed : matrix.isVisible(row: cell.row, column: cell.column) ? matrix.look : .closed
    let text = shownText(of: matrix, cell, old: old)
    return [Span(" "), Span(text, Style(role, bold: true), cell: cell), Span(" ")]
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
