import AttentionCore
import Frames
import Tutorial

/// A row of a softmax: raise e to each score, add the powers, divide each by the sum.
struct SoftmaxView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext) -> [Block] {
    let shares = shares(in: context)
    guard let first = shares.first else { return [context.matrixGrid(Shown(name: name, row: row), style: .init())] }
    return [
      rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 16, spaced: true)),
      rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 12)),
      rows(shares, sum: first.sum, in: context, form: .init(arrows: true, barWidth: 0)),
      rows(shares, sum: first.sum, in: context, form: .init()),
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
    var arrows = false
    var barWidth = 0
    var spaced = false
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
    let words = context.words
    let faint = Style(.faint)
    let arrow: Line = form.arrows ? [Span(context.glyphs.right, faint)] : []
    let division: Line = form.arrows ? [Span(context.glyphs.divide, faint)] : []
    let equals: Line = form.arrows ? [Span("=", faint)] : []

    var lines: [[Line]] = [
      [[], [Span(words[.boardScore] + " ", faint)], [], [Span(words[.boardPower] + " ", faint)], [],
        [Span(form.arrows ? words[.boardTotal] + " " : "", faint)], [], [Span(words[.boardWeight] + " ", faint)], []]
    ]
    for (index, share) in shares.enumerated() {
      if form.spaced { lines.append([]) }
      let isDivided = parts > count + 1 + index
      lines.append([
        [Span(token(index, in: context), Style(.token))],
        context.quantityCell(share.exponent, digits: context.digits(3)),
        arrow,
        part(context.text(share.power, digits: context.digits(3)), isVisible: index < parts, in: context),
        isDivided ? division : [],
        isDivided && form.arrows ? [Span(context.text(sum, digits: context.digits(3)) + " ", faint)] : [],
        isDivided ? equals : [],
        isDivided
          ? context.numberCell(
            share.cell, digits: form.arrows ? context.digits(3) : nil, heat: context.heat(of: share.cell, scale: 1),
            old: .shown)
          : [Span(context.glyphs.unknown + " ", Style(.closed))],
        isDivided && form.barWidth > 0 ? bar(share.cell, in: context, width: form.barWidth) : [],
      ])
    }
    if form.spaced { lines.append([]) }
    lines.append([
      [Span(words[.boardTotal], faint)], [], [],
      part(context.text(sum, digits: context.digits(3)), isVisible: parts > count, in: context), [], [], [],
      parts > 2 * count ? [Span(context.text(rowSum(in: context), digits: context.digits(of: name)) + " ", faint)] : [],
      [],
    ])
    let block = table(lines, gap: form.arrows ? 1 : 2)
    return shares.first.map { $0.shift } == 0 ? block : block.above(Block([[Span(shiftNote(shares, in: context), faint)]]))
  }

  private func bar(_ cell: CellAddress, in context: ViewContext, width: Int) -> Line {
    guard let value = context.worksheet[name]?[row: cell.row, column: cell.column].number else { return [] }
    return [Span(" ")] + context.heatBar(value, scale: 1, width: width, role: .weight)
  }

  private func part(_ text: String, isVisible: Bool, in context: ViewContext) -> Line {
    isVisible ? [Span(" \(text) ", Style(.score))] : [Span(context.glyphs.unknown + " ", Style(.closed))]
  }

  private func token(_ column: Int, in context: ViewContext) -> String {
    context.columnLabel(name, column: column)
  }

  private func rowSum(in context: ViewContext) -> Double {
    guard let matrix = context.worksheet[name] else { return 0 }
    return (0..<matrix.columnCount).reduce(0) { $0 + (matrix[row: row, column: $1].number ?? 0) }
  }

  private func shiftNote(_ shares: [Share], in context: ViewContext) -> String {
    context.words.text(
      .whyShifted, ["number": context.text(shares.first?.shift ?? 0, digits: context.digits(3))])
  }
}
