import AttentionCore
import Frames
import Tutorial

/// Where a number came from, said in one line and with its sources numbered.
extension ViewContext {
  /// `S[quickly,dog] = 0.22×0.54 + 0.64×0.36 + 0.73×0.74 = 0.889`
  func spokenFormula(_ explanation: Explanation, of name: String) -> PlainLine {
    let result = spoken(explanation.result, digits: digits(worksheet.digits(of: explanation.subject)))
    let sides = explanation.sides.map { $0.map(spoken).joined() } + [result]
    // A line may break before each sign of equality.
    return PlainLine(
      [StyledText(name)]
        + sides.flatMap { [StyledText(" "), StyledText("= " + $0, isUnbreakable: true)] })
  }

  /// The explanation of a cell, why it has no value, and what can be asked next.
  ///
  /// - Parameter word: The command that follows a source.
  func spokenWhy(_ reference: CellReference, word: String) -> PlainPage? {
    guard let explanation = worksheet.explanation(of: reference) else { return nil }
    var lines = [spokenFormula(explanation, of: spokenName(of: reference))]
    if case .share(_, let shift, _, _, _) = explanation.calculation, shift != 0 {
      lines.append(PlainLine(words.text(.whyShifted, ["number": text(shift, digits: digits(3))])))
    }
    if case .missing(let reason) = explanation.result { lines.append(PlainLine(words[reason.phrase])) }
    var page = PlainPage()
    page.add(lines)
    let sources = explanation.sources.enumerated().map { index, source -> PlainLine in
      let value = spoken(worksheet.cell(source), digits: digits(worksheet.digits(of: source)))
      let name = spokenName(of: source) + " " + value
      let isInput = worksheet.explanation(of: source) == nil
      return PlainLine(
        "\(index + 1): " + (isInput ? words.text(.plainSourceIsInput, ["cell": name]) : name))
    }
    page.add(words[.plainSources], over: sources)
    if explanation.sources.contains(where: { worksheet.explanation(of: $0) != nil }) {
      page.add(words.text(.hintSources, ["word": word]))
    }
    return page
  }

  /// The name of a cell, or the formula of one that has no name.
  func spokenName(of cell: CellReference) -> String {
    worksheet.name(of: worksheet.origin(of: cell)).map { name(of: $0) } ?? worksheet.formulaText(of: cell)
  }

  private func spoken(_ piece: Piece) -> String {
    switch piece {
    case .sign(let sign): return sign
    case .remark(let remark): return spoken(remark)
    case .quantity(let quantity):
      let digits =
        quantity.source.map { self.digits(worksheet.digits(of: $0)) }
        ?? quantity.cell.number.map { $0 == $0.rounded() ? 0 : self.digits(3) } ?? 0
      return spoken(quantity.cell, digits: digits)
    }
  }

  private func spoken(_ remark: Remark) -> String {
    switch remark {
    case .columns(let matrix): words.text(.whyColumns, ["matrix": matrix])
    case .atTheStart: words[.whyAtTheStart]
    case .closed: words[.whyClosed]
    case .notAmongTheLargest: words[.whyNotAmongTheLargest]
    case .nothingToAttendTo: words[.whyNothingToAttend]
    }
  }
}
