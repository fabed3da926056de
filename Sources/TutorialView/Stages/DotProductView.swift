import AttentionCore
import Frames
import Tutorial

/// One cell of a product, term by term: the row over the column, the products, the sum so far.
struct DotProductView: StageView {
  let cell: CellAddress

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let reference = context.worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard case .sumOfProducts(let terms)? = context.worksheet.explanation(of: reference)?.calculation else {
      return LineView(cell: cell).pictures(in: context, width: width)
    }
    let sums = sum(of: terms, in: context, width: width)
    let bars = { BarsView(name: cell.name, row: cell.row).rows(in: context, width: 30) }
    return [
      { factors(terms, in: context, signs: .between, gap: 3).above(sums, gap: 1).above(bars(), gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 3).above(sums, gap: 1).above(bars(), gap: 1) },
      { factors(terms, in: context, signs: .between, gap: 3).above(sums, gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 2).above(sums, gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 2).above(sums) },
      { factors(terms, in: context, signs: .none, gap: 1).above(sums) },
      { factors(terms, in: context, signs: .none, gap: 0).above(sums) },
      { lines(of: terms, in: context).above(sums) },
    ]
  }

  /// Where the signs × and = stand: on lines of their own, before the numbers, or nowhere.
  private enum Signs { case between, before, none }

  private func factors(_ terms: [ProductTerm], in context: ViewContext, signs: Signs, gap: Int) -> Block {
    let faint = Style(.faint)
    func sign(_ text: String) -> Line { signs == .before ? [Span(text, faint)] : [] }
    let signLine = { (text: String) in [Line()] + terms.map { _ in [Span(text + "  ", faint)] } }
    var rows: [[Line]] = [
      [label(of: terms.map(\.left), in: context)] + terms.map { context.quantityCell($0.left) }
    ]
    if let names = innerNames(terms, in: context) {
      rows.insert([[]] + names.map { [Span($0 + " ", faint)] }, at: 0)
    }
    if signs == .between { rows.append(signLine(context.glyphs.times)) }
    rows.append(
      [label(of: terms.map(\.right), in: context)]
        + terms.map { sign(context.glyphs.times) + context.quantityCell($0.right) })
    if signs == .between { rows.append(signLine("=")) }
    rows.append(
      [[Span(context.words[.boardProducts], faint)]]
        + terms.indices.map { sign("=") + product(terms, $0, in: context) })
    return table(rows, gap: gap)
  }

  /// `0.20 × 1.34 = 0.2680`, a line for each term, where they do not fit side by side.
  private func lines(of terms: [ProductTerm], in context: ViewContext) -> Block {
    let names = innerNames(terms, in: context)
    return table(
      terms.indices.map { index in
        [
          [Span(names?[index] ?? "d\(index + 1)", Style(.faint))], context.quantityCell(terms[index].left),
          [Span(context.glyphs.times, Style(.faint))], context.quantityCell(terms[index].right),
          [Span("=", Style(.faint))], product(terms, index, in: context),
        ]
      }, gap: 0)
  }

  /// `Q quickly` or `W_Q d1`: the row or the column that the factors come from.
  private func label(of quantities: [Quantity], in context: ViewContext) -> Line {
    let cells = quantities.compactMap { context.namedCell(of: $0) }
    guard let first = cells.first else { return [Span(text(of: quantities, in: context), Style(.faint))] }
    let isColumn = cells.count > 1 && cells.allSatisfy { $0.column == first.column }
    guard isColumn else { return context.rowLabel(first.name, row: first.row) }
    return [
      Span(first.name, Style(context.role(of: first.name), bold: true)),
      Span(" " + context.columnLabel(first.name, column: first.column)),
    ]
  }

  /// The formula of factors whose matrix has no name, if it is short.
  private func text(of quantities: [Quantity], in context: ViewContext) -> String {
    let text = quantities.first?.source.map { context.worksheet.formulaText(of: $0) } ?? ""
    return text.count <= 12 ? context.glyphs.render(text) : ""
  }

  /// The names of what is multiplied, where the matrix on the left names its columns.
  private func innerNames(_ terms: [ProductTerm], in context: ViewContext) -> [String]? {
    let cells = terms.compactMap { context.namedCell(of: $0.left) }
    guard cells.count == terms.count, let first = cells.first, cells.allSatisfy({ $0.row == first.row }),
      context.worksheet[first.name]?.shape.columns.names != nil
    else { return nil }
    return cells.map { context.columnLabel($0.name, column: $0.column) }
  }

  private func product(_ terms: [ProductTerm], _ index: Int, in context: ViewContext) -> Line {
    guard let value = terms[index].product else {
      return [Span(context.glyphs.missing + " ", Style(.closed))]
    }
    let isNew = index == context.visibleParts - 1
    return context.number(
      value, digits: context.productDigits, style: Style(.score, bold: isNew),
      isVisible: index < context.visibleParts)
  }

  /// `0.1188 + 0.2304 = 0.3492`, and at the end the score with the digits of the lesson.
  private func sum(of terms: [ProductTerm], in context: ViewContext, width: Int) -> Block {
    let visible = min(context.visibleParts, terms.count)
    let isWhole = context.visibleParts > terms.count
    let digits = context.productDigits
    let products = terms.prefix(visible).map { $0.product ?? 0 }
    var parts: [Line] = []
    for (index, value) in products.enumerated() {
      let text = context.text(index > 0 ? abs(value) : value, digits: digits)
      let sign = value < 0 ? context.glyphs.minus : "+"
      parts.append([Span(index > 0 ? " \(sign) \(text)" : text)])
    }
    let total = products.reduce(0, +)
    if visible > 1 {
      parts.append([Span(" = "), Span(context.text(total, digits: digits), Style(.score, bold: true))])
    }
    guard isWhole else {
      return wrapped([[Span(context.words[.boardSoFar] + "  ", Style(.faint))]] + parts, width: width)
    }
    let name: Line = [Span(context.name(of: cell) + " =", Style(.score, bold: true))]
    let result = name + context.numberCell(cell, width: 0, old: .shown)
    return wrapped(parts, width: width).above(Block([result]))
  }
}

/// Parts of a line one after the other, in as many lines as a width asks for.
private func wrapped(_ parts: [Line], width: Int) -> Block {
  var lines: [Line] = [[]]
  for part in parts {
    if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].width + part.width > width { lines.append([]) }
    lines[lines.count - 1] += part
  }
  return Block(lines)
}

extension ViewContext {
  /// The cell of the worksheet that a number is taken from, where it has a name.
  func namedCell(of quantity: Quantity) -> CellAddress? {
    quantity.source.flatMap { worksheet.name(of: worksheet.origin(of: $0)) }
  }

  /// The decimals of a product of two numbers with two decimals each.
  var productDigits: Int { digits(4) }

  /// A factor of a product: the cell it comes from where it has a name, else the number alone.
  func quantityCell(_ quantity: Quantity, digits: Int? = nil) -> Line {
    if let source = quantity.source, let cell = worksheet.name(of: worksheet.origin(of: source)) {
      return numberCell(cell, digits: digits)
    }
    return [Span(" \(text(quantity.cell, digits: digits ?? self.digits(3))) ")]
  }
}
