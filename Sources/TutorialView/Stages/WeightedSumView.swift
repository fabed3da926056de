import AttentionCore
import Frames
import Tutorial

/// A row of weights · values: each value row times its weight, then the sum of the scaled rows.
struct WeightedSumView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let columns = terms(in: context)
    guard let first = columns.first, !first.isEmpty else {
      return [
        {
          context.matrixGrid(
            Shown(name: name, row: row), style: GridStyle(head: .corner, gap: 0, bands: true), width: width)
        }
      ]
    }
    return [
      { wide(columns, in: context, spaced: true) }, { wide(columns, in: context, spaced: false) },
      { stacked(columns, in: context) }, { tight(columns, 0..<columns.count, in: context) },
      { bands(columns, in: context, width: width) },
    ]
  }

  /// For each column of the output its terms: weight × value, one for each token that is listened to.
  private func terms(in context: ViewContext) -> [[ProductTerm]] {
    let worksheet = context.worksheet
    return (0..<(worksheet[name]?.columnCount ?? 0)).map { column in
      let reference = worksheet.reference(name, row: row, column: column)
      guard case .sumOfProducts(let terms)? = worksheet.explanation(of: reference)?.calculation else {
        return []
      }
      return terms
    }
  }

  /// `0.423 × V dog  0.12 0.84 0.51 = 0.051 0.355 0.216`
  private func wide(_ columns: [[ProductTerm]], in context: ViewContext, spaced: Bool) -> Block {
    var lines: [[Line]] = []
    for index in columns[0].indices {
      lines.append(
        [weightTimes(columns[0][index], at: index, in: context)]
          + columns.map { context.quantityCell($0[index].right) }
          + [[Span("=", Style(.faint))]] + columns.map { scaled($0[index], at: index, in: context) })
      if spaced { lines.append([]) }
    }
    let blanks: [Line] = columns.map { _ in [] } + [[]]
    lines.append([sumLabel(in: context)] + blanks + columns.indices.map { sum($0, columns, in: context) })
    lines.append([context.rowLabel(name, row: row)] + blanks + outputs(in: context))
    return table(lines, gap: 1)
  }

  /// The value row over its scaled row, for a screen that is not wide enough for both side by side.
  private func stacked(_ columns: [[ProductTerm]], in context: ViewContext) -> Block {
    var lines: [[Line]] = []
    for index in columns[0].indices {
      lines.append(
        [weightTimes(columns[0][index], at: index, in: context)]
          + columns.map { context.quantityCell($0[index].right) })
      lines.append(
        [[Span("=", Style(.faint))].rightAligned(to: 8)]
          + columns.map { scaled($0[index], at: index, in: context) })
    }
    lines.append([sumLabel(in: context)] + columns.indices.map { sum($0, columns, in: context) })
    lines.append([context.rowLabel(name, row: row)] + outputs(in: context))
    return table(lines, gap: 2)
  }

  /// The scaled rows alone.
  private func tight(_ columns: [[ProductTerm]], _ band: Range<Int>, in context: ViewContext) -> Block {
    var lines = columns[0].indices.map { index in
      [weightTimes(columns[0][index], at: index, in: context)]
        + band.map { scaled(columns[$0][index], at: index, in: context) }
    }
    lines.append([sumLabel(in: context)] + band.map { sum($0, columns, in: context) })
    lines.append([context.rowLabel(name, row: row)] + outputs(in: context)[band])
    return table(lines, gap: 0)
  }

  /// The scaled rows for as many columns as fit, then for the others under them.
  private func bands(_ columns: [[ProductTerm]], in context: ViewContext, width: Int) -> Block {
    let counts = (1...columns.count).reversed()
    let count = counts.first { tight(columns, 0..<$0, in: context).width <= width } ?? 1
    return stride(from: 0, to: columns.count, by: count).reduce(Block()) { block, start in
      block.above(tight(columns, start..<min(start + count, columns.count), in: context), gap: 1)
    }
  }

  /// `0.423 × V dog`
  private func weightTimes(_ term: ProductTerm, at index: Int, in context: ViewContext) -> Line {
    var line = context.quantityCell(term.left, digits: context.digits(3))
    line.append(Span("\(context.glyphs.times) ", Style(.faint)))
    return line + context.rowLabel(ofFactor: 1, of: name, row: index, or: term.right)
  }

  private func scaled(_ term: ProductTerm, at index: Int, in context: ViewContext) -> Line {
    guard let product = term.product else { return [Span(context.glyphs.missing + " ", Style(.closed))] }
    let isNew = index == context.visibleParts - 1
    return context.number(
      product, digits: context.digits(3), style: Style(.value, bold: isNew),
      isVisible: index < context.visibleParts)
  }

  private func sumLabel(in context: ViewContext) -> Line { [Span(context.words[.boardSum], Style(.faint))] }

  private func sum(_ column: Int, _ columns: [[ProductTerm]], in context: ViewContext) -> Line {
    let total = columns[column].reduce(0) { $0 + ($1.product ?? 0) }
    return context.number(
      total, digits: context.digits(3), style: Style(.output), isVisible: isWhole(in: context))
  }

  private func outputs(in context: ViewContext) -> [Line] {
    (0..<(context.worksheet[name]?.columnCount ?? 0)).map { column in
      let cell = CellAddress(name: name, row: row, column: column)
      return context.numberCell(cell)
    }
  }

  private func isWhole(in context: ViewContext) -> Bool {
    context.visibleParts >= context.picture.parts(in: context.worksheet)
  }
}

extension ViewContext {
  /// The row of a factor of a product, by the factor's own name: parts that `concat` joined are one matrix there.
  ///
  /// - Parameter quantity: A number of the row, whose matrix stands in where the factor has no name.
  func rowLabel(ofFactor factor: Int, of product: String, row: Int, or quantity: Quantity) -> Line {
    if case .operation("·", let factors)? = worksheet.formula(of: product)?.root.kind,
      factors.indices.contains(factor), case .name(let name) = factors[factor].kind
    {
      return rowLabel(name, row: row)
    }
    guard let source = quantity.source, let cell = worksheet.name(of: worksheet.origin(of: source)) else {
      return []
    }
    return rowLabel(cell.name, row: cell.row)
  }
}
