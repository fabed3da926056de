import AttentionCore
import Frames
import Tutorial

/// A row of a softmax: raise e to each score, add the powers, divide each by the sum.
struct SoftmaxView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let shares = shares(in: context)
    guard let first = shares.first else {
      return [
        {
          context.matrixGrid(
            Shown(name: name, row: row), style: GridStyle(head: .corner, gap: 0, bands: true), width: width)
        }
      ]
    }
    return [
      { rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 16, spaced: true)) },
      { rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 12)) },
      { rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 0)) },
      { rows(shares, sum: first.sum, in: context, form: .init()) },
    ]
  }

  private struct Share {
    var exponent: Quantity
    var power: Double
    var sum: Double
    var shift: Double
    var cell: CellAddress
  }

  private struct Form {
    /// The signs between the columns, and the column of the total that each power is divided by.
    var arrows = false
    var barWidth = 0
    var spaced = false

    /// One line of the table: score → power ÷ total = weight, bar.
    func columns(
      _ token: Line, _ score: Line, _ power: Line, _ total: Line, _ weight: Line, _ bar: Line, signs: [String]
    ) -> [Line] {
      guard arrows else { return [token, score, power, weight] }
      let signs = (0..<3).map { signs.indices.contains($0) ? [Span(signs[$0], Style(.faint))] : Line() }
      return [token, score, signs[0], power, signs[1], total, signs[2], weight, bar]
    }
  }

  private func shares(in context: ViewContext) -> [Share] {
    let worksheet = context.worksheet
    let count = worksheet[name]?.columnCount ?? 0
    return (0..<count).compactMap { column in
      let reference = worksheet.reference(name, row: row, column: column)
      guard
        case .share(let exponents, let shift, let powers, let sum, let index)? =
          worksheet.explanation(of: reference)?.calculation
      else { return nil }
      return Share(
        exponent: exponents[index], power: powers[index], sum: sum, shift: shift,
        cell: CellAddress(name: name, row: row, column: column))
    }
  }

  /// Parts come one by one: the powers, their sum, the quotients.
  private func rows(_ shares: [Share], sum: Double, in context: ViewContext, form: Form) -> Block {
    let count = shares.count
    let parts = context.visibleParts
    let faint = Style(.faint)
    func word(_ phrase: Phrase) -> Line { [Span(context.words[phrase] + " ", faint)] }

    var lines: [[Line]] = [
      form.columns(
        [], word(.boardScore), word(.boardPower), word(.boardTotal), word(.boardWeight), [], signs: [])
    ]
    for (index, share) in shares.enumerated() {
      if form.spaced { lines.append([]) }
      let isDivided = parts > count + 1 + index
      let weight = context.numberCell(
        share.cell, digits: form.arrows ? context.digits(max(3, context.worksheet.digits(of: name))) : nil,
        heat: context.heat(of: share.cell, scale: 1), old: form.arrows ? .shown : .hidden)
      lines.append(
        form.columns(
          [Span(context.columnLabel(name, column: index), Style(.token))],
          context.quantityCell(share.exponent, digits: context.digits(3)),
          power(share.power, isVisible: index < parts, in: context),
          isDivided ? [Span(context.text(sum, digits: context.digits(3)) + " ", faint)] : [],
          isDivided ? weight : [Span(context.glyphs.unknown + " ", Style(.closed))],
          isDivided && form.barWidth > 0 ? bar(share.cell, in: context, width: form.barWidth) : [],
          signs: [context.glyphs.right] + (isDivided ? [context.glyphs.divide, "="] : [])))
    }
    if form.spaced { lines.append([]) }
    let rowTotal = context.text(rowSum(in: context), digits: context.digits(of: name))
    lines.append(
      form.columns(
        word(.boardTotal), [],
        power(sum, isVisible: parts > count, in: context), [],
        parts > 2 * count ? [Span(rowTotal + " ", faint)] : [], [], signs: []))
    let block = table(lines, gap: form.arrows ? 1 : 2)
    guard let shift = shares.first?.shift, shift != 0 else { return block }
    return block.above(Block([[Span(context.words[.whyShifted], faint)]]))
  }

  private func bar(_ cell: CellAddress, in context: ViewContext, width: Int) -> Line {
    guard let value = context.worksheet[name]?[row: cell.row, column: cell.column].number else { return [] }
    return [Span(" ")] + context.heatBar(value, scale: 1, width: width, role: .weight)
  }

  private func power(_ value: Double, isVisible: Bool, in context: ViewContext) -> Line {
    context.number(value, digits: context.digits(3), style: Style(.score), isVisible: isVisible)
  }

  private func rowSum(in context: ViewContext) -> Double {
    guard let matrix = context.worksheet[name] else { return 0 }
    return (0..<matrix.columnCount).reduce(0) { $0 + (matrix[row: row, column: $1].number ?? 0) }
  }
}
