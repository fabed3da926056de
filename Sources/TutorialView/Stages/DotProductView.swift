import AttentionCore
import Frames
import Tutorial

/// One cell of a product, term by term: the row over the column, the products, the sum so far.
struct DotProductView: StageView {
  let cell: CellAddress

  func pictures(in context: ViewContext) -> [() -> Block] {
    let reference = context.worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard case .sumOfProducts(let terms)? = context.worksheet.explanation(of: reference)?.calculation else {
      return LineView(cell: cell).pictures(in: context)
    }
    let sums = sum(of: terms, in: context)
    let bars = { BarsView(name: cell.name, row: cell.row).rows(in: context, width: 30) }
    return [
      { factors(terms, in: context, signs: .between, gap: 3).above(sums, gap: 1).above(bars(), gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 3).above(sums, gap: 1).above(bars(), gap: 1) },
      { factors(terms, in: context, signs: .between, gap: 3).above(sums, gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 2).above(sums, gap: 1) },
      { factors(terms, in: context, signs: .before, gap: 2).above(sums) },
      { factors(terms, in: context, signs: .none, gap: 1).above(sums) },
    ]
  }

  /// Where the signs × and = stand: on lines of their own, before the numbers, or nowhere.
  private enum Signs { case between, before, none }

  private func factors(_ terms: [ProductTerm], in context: ViewContext, signs: Signs, gap: Int) -> Block {
    let faint = Style(.faint)
    func sign(_ text: String) -> Line { signs == .before ? [Span(text, faint)] : [] }
    let signLine = { (text: String) in [Line()] + terms.map { _ in [Span(text + "  ", faint)] } }
    var rows: [[Line]] = [
      [label(of: terms.first?.left, in: context)] + terms.map { context.quantityCell($0.left) }
    ]
    if signs == .between { rows.append(signLine(context.glyphs.times)) }
    rows.append(
      [label(of: terms.first?.right, in: context)]
        + terms.map { sign(context.glyphs.times) + context.quantityCell($0.right) })
    if signs == .between { rows.append(signLine("=")) }
    rows.append(
      [[Span(context.words[.boardProducts], faint)]]
        + terms.indices.map { sign("=") + product(terms, $0, in: context) })
    return table(rows, gap: gap)
  }

  /// `Q quickly`: the row that the factors come from.
  private func label(of quantity: Quantity?, in context: ViewContext) -> Line {
    guard let source = quantity?.source,
      let cell = context.worksheet.name(of: context.worksheet.origin(of: source))
    else { return [] }
    return context.rowLabel(cell.name, row: cell.row)
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
  private func sum(of terms: [ProductTerm], in context: ViewContext) -> Block {
    let visible = min(context.visibleParts, terms.count)
    let isWhole = context.visibleParts > terms.count
    let digits = context.productDigits
    let products = terms.prefix(visible).map { $0.product ?? 0 }
    var line: Line = []
    for (index, value) in products.enumerated() {
      let text = context.text(index > 0 ? abs(value) : value, digits: digits)
      let sign = value < 0 ? context.glyphs.minus : "+"
      line.append(Span(index > 0 ? " \(sign) \(text)" : text))
    }
    let total = products.reduce(0, +)
    if visible > 1 {
      line.append(Span(" = "))
      line.append(Span(context.text(total, digits: digits), Style(.score, bold: true)))
    }
    guard isWhole else {
      return Block([[Span(context.words[.boardSoFar] + "  ", Style(.faint))] + line])
    }
    let name: Line = [Span(context.name(of: cell) + " =", Style(.score, bold: true))]
    let result = name + context.numberCell(cell, width: 0, old: .shown)
    return Block([line, result])
  }
}

extension ViewContext {
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
