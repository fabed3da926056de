import AttentionCore
import Frames
import Tutorial

/// What the board draws, said in lines of text.
extension ViewContext {
  /// The picture of the step: paragraphs of lines.
  var spokenPicture: PlainPage {
    var page = PlainPage()
    switch picture {
    case .sentence: page.add(spokenSentence)
    case .dotProduct(let cell): page.add(spokenDotProduct(cell))
    case .line(let cell): page.add(spokenLine(cell))
    case .softmax(let name, let row): page.add(spokenSoftmax(name, row: row))
    case .weightedSum(let name, let row): page.add(spokenWeightedSum(name, row: row))
    case .vectors(let shown), .matrices(let shown): page.add(spokenMatrices(shown))
    case .bars(let name, let row): page.add(spokenRanking(name, row: row))
    case .ranking(let name, let row, let beside):
      page.add(spokenMatrices(beside))
      page.add(spokenRanking(name, row: row))
    case .history(let cells): page.add(spokenHistory(cells))
    case .compare(let first, let second): page.add(spokenComparison(first, second))
    case .angles(let name, let row): page.add(spokenAngles(name, row: row))
    case .between(let name, let row): page.add(spokenMixture(name, row: row))
    }
    return page
  }

  /// Matrices one after the other; parts of one matrix stand under one heading.
  private func spokenMatrices(_ all: [Shown]) -> PlainPage {
    var page = PlainPage()
    var lines: [PlainLine] = []
    for (index, shown) in all.enumerated() {
      let isSame = index > 0 && all[index - 1].name == shown.name
      if !isSame { page.add(lines) }
      let heading = spokenHeading(of: shown.name) == nil ? 0 : 1
      lines = isSame ? lines + spokenMatrix(shown).dropFirst(heading) : spokenMatrix(shown)
    }
    page.add(lines)
    return page
  }

  /// A matrix or a part of it, one line a row: `K dog: d1 0.54, d2 0.36, d3 0.74`.
  func spokenMatrix(_ shown: Shown) -> [PlainLine] {
    guard let matrix = worksheet[shown.name] else { return [] }
    let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
    let rows = (shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount).map { row in
      numberLine(
        spokenRow(shown.name, row: row),
        items: columns.map { spokenEntry(CellAddress(name: shown.name, row: row, column: $0)) })
    }
    return spokenHeading(of: shown.name).map { [PlainLine($0 + ":")] + rows } ?? rows
  }

  /// `S = Q · Kᵀ, scores`; nil where there is nothing to say but the name.
  private func spokenHeading(of name: String) -> String? {
    let formula = worksheet.formula(of: name).map { " = \($0.text)" }
    let role = worksheet.role(of: name).map { ", " + words[$0.heading] }
    return formula == nil && role == nil ? nil : name + (formula ?? "") + (role ?? "")
  }

  /// The sentence, and which of its tokens take part.
  private var spokenSentence: [PlainLine] {
    let tokens = tutor.lesson.tokens
    guard !tokens.isEmpty else { return [] }
    var lines = [PlainLine(words.text(.plainSentence, ["tokens": tokens.joined(separator: " ")]))]
    let (asking, asked) = (tokensWithRow(in: .query), tokensWithRow(in: .key))
    if !asking.isEmpty, !asked.isEmpty {
      lines.append(
        PlainLine(
          words.text(
            .plainAsks,
            ["tokens": asking.joined(separator: ", "), "asked": asked.joined(separator: ", ")])))
    }
    return lines
  }

  /// The tokens of the sentence that have a row in a matrix of a role.
  private func tokensWithRow(in role: MatrixRole) -> [String] {
    let names = worksheet.names.filter { worksheet.role(of: $0) == role }
      .flatMap { worksheet[$0]?.shape.rows.names ?? [] }
    return tutor.lesson.tokens.filter(names.contains)
  }

  /// The cells of a row from the largest to the smallest, one a line; as they stand while one of them is hidden.
  private func spokenRanking(_ name: String, row: Int) -> [PlainLine] {
    guard let matrix = worksheet[name] else { return [] }
    var cells = (0..<matrix.columnCount).map { CellAddress(name: name, row: row, column: $0) }
    let isVisible = cells.allSatisfy(tutor.isVisible)
    func number(_ cell: CellAddress) -> Double {
      matrix[row: cell.row, column: cell.column].number ?? -.infinity
    }
    // Equal ones in the order of the matrix.
    if isVisible { cells.sort { (number($1), $0.column) < (number($0), $1.column) } }
    let label = spokenRow(name, row: row)
    let heading = isVisible ? words.text(.plainRanked, ["row": label]) : label + ":"
    var lines = [PlainLine(heading)] + cells.map { PlainLine(spokenEntry($0, isRanked: true)) }
    if isVisible, worksheet.role(of: name) == .weight {
      let sum = cells.reduce(0) { $0 + (matrix[row: row, column: $1.column].number ?? 0) }
      lines.append(PlainLine(words.text(.plainAddUp, ["sum": text(sum, digits: digits(of: name))])))
    }
    return lines
  }

  /// Cells at the start and after each change, one line for each.
  private func spokenHistory(_ cells: [CellAddress]) -> [PlainLine] {
    let histories = cells.map { tutor.history(of: $0) }
    return (histories.first ?? []).indices.map { index in
      let lead =
        index == 0 ? words[.plainAtTheStart] : words.text(.plainAfterChange, ["number": "\(index)"])
      return numberLine(
        lead,
        items: cells.indices.map { place in
          let cell = cells[place]
          let value = histories[place].indices.contains(index) ? histories[place][index] : nil
          guard tutor.isVisible(cell) else { return "\(name(of: cell)) \(words[.plainHidden])" }
          let text = value.map { self.text($0, digits: digits(of: cell.name)) } ?? words[.whyNoValue]
          return "\(name(of: cell)) \(text)"
        })
    }
  }

  /// Two rows, and what the second has more or less than the first.
  private func spokenComparison(_ first: Shown, _ second: Shown) -> [PlainLine] {
    guard let before = worksheet[first.name], let after = worksheet[second.name] else { return [] }
    let columns = 0..<min(before.columnCount, after.columnCount)
    let rows = [first, second].map { shown in
      numberLine(
        spokenRow(shown.name, row: shown.row ?? 0),
        items: columns.map {
          spokenEntry(CellAddress(name: shown.name, row: shown.row ?? 0, column: $0))
        })
    }
    let differences = columns.map { column -> String in
      let cells = [first, second].map { CellAddress(name: $0.name, row: $0.row ?? 0, column: column) }
      let label = spokenLabel(first.name, column: column) + " "
      guard cells.allSatisfy(tutor.isVisible) else { return label + words[.plainHidden] }
      guard let old = before[row: cells[0].row, column: column].number,
        let new = after[row: cells[1].row, column: column].number
      else { return label + words[.whyNoValue] }
      return label + (new >= old ? "+" : "") + text(new - old, digits: digits(of: second.name))
    }
    return rows + [numberLine(words[.plainDifference], items: differences)]
  }
}
