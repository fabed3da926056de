import AttentionCore
import Frames
import Tutorial

/// What the board draws, on paper: matrices as tables, calculations line by line.
extension HandoutWriter {
  /// The picture of the step, as far as it is not on the page yet.
  mutating func pictureBlocks() -> [String] {
    switch tutor.picture {
    case .sentence: []
    case .dotProduct(let cell): dotProduct(cell)
    case .line(let cell): line(cell)
    case .softmax(let name, let row): softmax(name, row: row)
    case .weightedSum(let name, let row): weightedSum(name, row: row)
    case .compare(let first, let second): tables(of: [first, second]) + difference(first, second)
    case .history(let cells):
      tables(of: cells.map { Shown(name: $0.name, row: $0.row, column: $0.column) })
    case .bars(let name, let row): tables(of: [Shown(name: name, row: row)])
    case .ranking(let name, let row, let beside): tables(of: [Shown(name: name, row: row)] + beside)
    case .vectors(let shown), .matrices(let shown): tables(of: shown)
    }
  }

  /// Each matrix, row or cell that is shown, where any of its cells is new on the page.
  mutating func tables(of shown: [Shown]) -> [String] { shown.compactMap { table(of: $0) } }

  private mutating func table(of shown: Shown) -> String? {
    guard let matrix = worksheet[shown.name] else { return nil }
    let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
    let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
    let isNew = rows.flatMap { row in columns.map { CellAddress(name: shown.name, row: row, column: $0) } }
      .map { note($0) }.contains(true)
    guard isNew else { return nil }
    if rows.count == 1, columns.count == 1 {
      let address = CellAddress(name: shown.name, row: rows.lowerBound, column: columns.lowerBound)
      return "\(markdownCode(context.name(of: address)))\(kind(of: shown.name)) = \(cell(address))"
    }
    var table = [[""] + columns.map { escapedForMarkdown(context.columnLabel(shown.name, column: $0)) }]
    for row in rows {
      let name = matrix.shape.rows.names == nil ? "" : matrix.shape.rows.name(of: row)
      table.append(
        [escapedForMarkdown(name)]
          + columns.map { cell(CellAddress(name: shown.name, row: row, column: $0)) })
    }
    return caption(of: shown.name) + "\n\n" + markdownTable(table)
  }

  /// `**A** (weights) = softmax(S)`
  private func caption(of name: String) -> String {
    let formula = worksheet.formula(of: name).map { " = \(markdownCode($0.text))" } ?? ""
    return "**\(escapedForMarkdown(name))**\(kind(of: name))\(formula)"
  }

  /// Notes that a cell is on the page with the value that it has now; false where it was already.
  @discardableResult
  private mutating func note(_ cell: CellAddress) -> Bool {
    let value = worksheet[cell.name]?[row: cell.row, column: cell.column]
    return printed.insert("\(context.name(of: cell)) \(value.map { "\($0)" } ?? "")").inserted
  }

  /// Notes that a calculation is on the page; false where it was already.
  private mutating func noteCalculation(_ cells: [CellAddress]) -> Bool {
    for cell in cells { note(cell) }
    let values = cells.map { "\(worksheet[$0.name]?[row: $0.row, column: $0.column] ?? .closed)" }
    return printed.insert("= \(cells.map(context.name(of:))) \(values)").inserted
  }

  /// The difference of two rows, under them.
  private mutating func difference(_ first: Shown, _ second: Shown) -> [String] {
    guard let left = worksheet[first.name], let right = worksheet[second.name],
      left.columnCount == right.columnCount
    else { return [] }
    let (top, bottom) = (first.row ?? 0, second.row ?? 0)
    let digits = max(context.digits(of: first.name), context.digits(of: second.name))
    let names = [rowName(first.name, top), rowName(second.name, bottom)]
    let cells = (0..<left.columnCount).map { column -> String in
      guard let from = left[row: top, column: column].number,
        let to = right[row: bottom, column: column].number
      else { return context.glyphs.closed }
      return computed(
        context.text(to - from, digits: digits), "\(names[1]) - \(names[0]), \(column + 1)", digits: digits)
    }
    guard printed.insert("Δ \(names) \(cells)").inserted else { return [] }
    let head = (0..<left.columnCount).map { escapedForMarkdown(context.columnLabel(first.name, column: $0)) }
    return [markdownTable([[""] + head, [markdownCode("\(names[1]) - \(names[0])")] + cells])]
  }

  func rowName(_ name: String, _ row: Int) -> String {
    guard let rows = worksheet[name]?.shape.rows, rows.names != nil else { return name }
    return "\(name)[\(rows.name(of: row))]"
  }

  // MARK: Calculations

  /// One cell of a product, a line for each term.
  private mutating func dotProduct(_ address: CellAddress) -> [String] {
    guard case .sumOfProducts(let terms)? = calculation(address) else { return line(address) }
    guard noteCalculation([address]) else { return [] }
    var lines: [String] = []
    var products: [String] = []
    for term in terms {
      let text = term.product.map { context.text($0, digits: context.productDigits) }
      let name = "\(subject(of: term.left)) * \(subject(of: term.right))"
      let factors = "\(quantity(term.left)) × \(factor(term.right))"
      let product = text.map { computed($0, name, digits: context.productDigits) } ?? context.glyphs.missing
      lines.append("- \(factors) = \(product)")
      let again = text.map { repeated($0, name, digits: context.productDigits) } ?? context.glyphs.missing
      products.append(again.hasPrefix("-") && !products.isEmpty ? "(\(again))" : again)
    }
    let name = markdownCode(context.name(of: address))
    lines.append("- \(name) = \(products.joined(separator: " + ")) = \(cell(address))")
    return ["\(name)\(kind(of: address.name)):", lines.joined(separator: "\n")]
  }

  /// One cell of another formula, as its line.
  private mutating func line(_ address: CellAddress) -> [String] {
    let reference = worksheet.reference(address.name, row: address.row, column: address.column)
    guard let explanation = worksheet.explanation(of: reference) else {
      return tables(of: [Shown(name: address.name, row: address.row, column: address.column)])
    }
    guard noteCalculation([address]) else { return [] }
    // What stands between the sides of a share has no name to ask for.
    let sides = hidesNumbers ? Array(explanation.sides.prefix(1)) : explanation.sides
    let written = sides.map { side in
      side.map { piece -> String in
        switch piece {
        case .sign(let sign): escapedForMarkdown(sign)
        case .quantity(let quantity): self.quantity(quantity)
        case .remark(let remark): context.text(of: remark)
        }
      }.joined()
    }
    let name = markdownCode(context.name(of: address)) + kind(of: address.name)
    return [([name] + written + [cell(address)]).joined(separator: " = ")]
  }

  func calculation(_ cell: CellAddress) -> Explanation.Calculation? {
    worksheet.explanation(of: worksheet.reference(cell.name, row: cell.row, column: cell.column))?.calculation
  }

  /// A row of a softmax: the power of each score, their sum, and the share of each.
  private mutating func softmax(_ name: String, row: Int) -> [String] {
    let count = worksheet[name]?.columnCount ?? 0
    let cells = (0..<count).map { CellAddress(name: name, row: row, column: $0) }
    guard let first = cells.first,
      case .share(let exponents, let shift, let powers, let sum, _)? = calculation(first)
    else { return tables(of: [Shown(name: name, row: row)]) }
    guard noteCalculation(cells) else { return [] }
    let digits = context.digits(3)
    let sumText = context.text(sum, digits: digits)
    let sumName = words.text(.handoutPowers, ["row": rowName(name, row)])
    var table = [["", words[.boardScore], words[.boardPower], words[.boardWeight]]]
    for (index, address) in cells.enumerated() {
      let power = context.text(powers[index], digits: digits)
      let powerName = "e^\(subject(of: exponents[index]))"
      let score = quantity(exponents[index], digits: digits)
      let blank = computed(power, powerName, digits: digits)
      let share =
        "\(repeated(power, powerName, digits: digits)) ÷ \(repeated(sumText, sumName, digits: digits))"
      let weight = cell(address, digits: max(3, worksheet.digits(of: name)))
      table.append([
        escapedForMarkdown(context.columnLabel(name, column: index)), score, blank, "\(share) = \(weight)",
      ])
    }
    table.append([words[.boardTotal], "", computed(sumText, sumName, digits: digits), ""])
    let caption = "\(markdownCode(rowName(name, row)))\(kind(of: name)):"
    return [caption, markdownTable(table)] + (shift == 0 ? [] : [words[.whyShifted]])
  }

  /// A row of weights · values: each value times its weight, then the sum of each column.
  private mutating func weightedSum(_ name: String, row: Int) -> [String] {
    let cells = (0..<(worksheet[name]?.columnCount ?? 0)).map {
      CellAddress(name: name, row: row, column: $0)
    }
    let columns = cells.map { cell -> [ProductTerm] in
      if case .sumOfProducts(let terms)? = calculation(cell) { return terms }
      return []
    }
    guard let first = columns.first, !first.isEmpty, columns.allSatisfy({ $0.count == first.count }) else {
      return tables(of: [Shown(name: name, row: row)])
    }
    guard noteCalculation(cells) else { return [] }
    let digits = context.digits(3)
    var table = [[""] + cells.map { escapedForMarkdown(context.columnLabel(name, column: $0.column)) }]
    for index in first.indices {
      let vector = context.namedCell(of: first[index].right).map { rowName($0.name, $0.row) }
      let weight = quantity(first[index].left, digits: digits)
      let products = columns.map { terms -> String in
        guard let product = terms[index].product else { return context.glyphs.missing }
        let subject = "\(self.subject(of: terms[index].left)) * \(self.subject(of: terms[index].right))"
        return computed(context.text(product, digits: digits), subject, digits: digits)
      }
      let factor = vector.map(markdownCode) ?? ""
      table.append([weight + " × " + factor] + products)
    }
    table.append([markdownCode(rowName(name, row))] + cells.map { cell($0) })
    return [
      "\(markdownCode(rowName(name, row)))\(kind(of: name)), \(words[.boardSum]):", markdownTable(table),
    ]
  }
}
