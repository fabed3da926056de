import AttentionCore
import Frames
import Tutorial

/// The calculations of attention, said part by part: what the lesson has not drawn yet is hidden.
extension ViewContext {
  /// A product of two matrices, one line for each term, then the sum.
  func spokenDotProduct(_ cell: CellAddress) -> [PlainLine] {
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard case .sumOfProducts(let terms)? = worksheet.explanation(of: reference)?.calculation else {
      return spokenLine(cell)
    }
    let lines = terms.enumerated().map { index, term -> PlainLine in
      let product = index < visibleParts ? product(of: term, digits: productDigits) : words[.plainHidden]
      return PlainLine([
        StyledText(
          "\(namedQuantity(term.left)) \(glyphs.times) \(namedQuantity(term.right)) = \(product)",
          isUnbreakable: true)
      ])
    }
    let heading = PlainLine(words.text(.plainTerms, ["cell": name(of: cell)]))
    return [heading] + lines + spokenSum(of: terms)
      + [
        PlainLine(
          "\(name(of: cell)) = \(visibleParts > terms.count ? spokenValue(cell) : words[.plainHidden])")
      ]
  }

  /// `Sum: 0.1188 + 0.2304 + 0.5402 = 0.8894`; nothing while there is but one term.
  private func spokenSum(of terms: [ProductTerm]) -> [PlainLine] {
    let visible = terms.prefix(min(visibleParts, terms.count)).map { $0.product ?? 0 }
    guard visible.count > 1 else { return [] }
    let sum = visible.enumerated().map { index, value in
      guard index > 0 else { return text(value, digits: productDigits) }
      return (value < 0 ? " \(glyphs.minus) " : " + ") + text(abs(value), digits: productDigits)
    }.joined()
    let total = text(visible.reduce(0, +), digits: productDigits)
    let phrase: Phrase = visibleParts > terms.count ? .plainSum : .plainSoFar
    return [PlainLine(words.text(phrase, ["sum": "\(sum) = \(total)"]))]
  }

  private func product(of term: ProductTerm, digits: Int) -> String {
    term.product.map { text($0, digits: digits) } ?? words[.whyNoValue]
  }

  /// The line that says how a cell was computed; an input alone.
  func spokenLine(_ cell: CellAddress) -> [PlainLine] {
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard tutor.isVisible(cell), let explanation = worksheet.explanation(of: reference) else {
      return [PlainLine("\(name(of: cell)): \(spokenValue(cell))")]
    }
    return [spokenFormula(explanation, of: name(of: cell))]
  }

  /// A row of a softmax: for each column its score, e to the score, and its share of the total.
  func spokenSoftmax(_ name: String, row: Int) -> [PlainLine] {
    let columns = 0..<(worksheet[name]?.columnCount ?? 0)
    let explanations = columns.map {
      worksheet.explanation(of: worksheet.reference(name, row: row, column: $0))?.calculation
    }
    var lines: [PlainLine] = []
    var (sum, shift) = (0.0, 0.0)
    for (column, calculation) in explanations.enumerated() {
      let cell = CellAddress(name: name, row: row, column: column)
      guard case .share(let exponents, let itsShift, let powers, let itsSum, let index)? = calculation else {
        lines.append(PlainLine(spokenEntry(cell)))
        continue
      }
      (sum, shift) = (itsSum, itsShift)
      let values = [
        "score": spokenQuantity(exponents[index], digits: digits(3)),
        "power": text(powers[index], digits: digits(3)), "total": text(sum, digits: digits(3)),
        "weight": spokenValue(cell, digits: digits(max(3, worksheet.digits(of: name)))),
      ]
      let isDivided = visibleParts > columns.count + 1 + column
      let phrase: Phrase =
        isDivided ? .plainShareWeight : column < visibleParts ? .plainSharePower : .plainShareScore
      lines.append(
        numberLine(
          spokenLabel(name, column: column),
          items: words.text(phrase, values).split(separator: ", ").map(String.init)))
    }
    lines.insert(PlainLine(words.text(.plainShares, ["row": spokenRow(name, row: row)])), at: 0)
    if visibleParts > columns.count {
      lines.append(PlainLine(words.text(.plainTotal, ["total": text(sum, digits: digits(3))])))
    }
    if visibleParts > 2 * columns.count {
      let whole = columns.reduce(0) { $0 + (worksheet[name]?[row: row, column: $1].number ?? 0) }
      lines.append(
        PlainLine(words.text(.plainAddUp, ["sum": text(whole, digits: digits(of: name))])))
    }
    if shift != 0 {
      lines.append(PlainLine(words.text(.whyShifted, ["number": text(shift, digits: digits(3))])))
    }
    return lines
  }

  /// A row of weights · values: each value with its weight, then the sum.
  func spokenWeightedSum(_ name: String, row: Int) -> [PlainLine] {
    let columns = (0..<(worksheet[name]?.columnCount ?? 0)).map { column -> [ProductTerm] in
      let reference = worksheet.reference(name, row: row, column: column)
      guard case .sumOfProducts(let terms)? = worksheet.explanation(of: reference)?.calculation else {
        return []
      }
      return terms
    }
    guard let first = columns.first, !first.isEmpty, columns.allSatisfy({ $0.count == first.count }) else {
      return spokenMatrix(Shown(name: name, row: row))
    }
    let isWhole = visibleParts > first.count
    let lines = first.indices.map { index -> PlainLine in
      let terms = columns.map { $0[index] }
      let label = namedCell(of: terms[0].right).map { spokenRow($0.name, row: $0.row) + ": " } ?? ""
      let values = spokenVector(terms.map { spokenQuantity($0.right) })
      let scaled =
        index < visibleParts
        ? spokenVector(terms.map { product(of: $0, digits: digits(3)) }) : words[.plainHidden]
      let weight = spokenQuantity(terms[0].left, digits: digits(3))
      return PlainLine([
        StyledText(label), StyledText("\(weight) \(glyphs.times) \(values)", isUnbreakable: true),
        StyledText(" "), StyledText("= \(scaled)", isUnbreakable: true),
      ])
    }
    let sum = spokenVector(columns.map { text($0.reduce(0) { $0 + ($1.product ?? 0) }, digits: digits(3)) })
    let entries = columns.indices.map { spokenEntry(CellAddress(name: name, row: row, column: $0)) }
    return [PlainLine(words.text(.plainValues, ["row": spokenRow(name, row: row)]))] + lines + [
      PlainLine(words.text(.plainSum, ["sum": isWhole ? sum : words[.plainHidden]])),
      isWhole
        ? numberLine(spokenRow(name, row: row), items: entries)
        : numberLine(spokenRow(name, row: row), items: [words[.plainHidden]]),
    ]
  }
}
