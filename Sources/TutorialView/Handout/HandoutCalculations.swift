import AttentionCore
import Frames
import Tutorial

/// Calculations on paper, line by line: dot products, softmax, weighted sums.
extension HandoutWriter {
  /// One cell of a product, a line for each term.
  mutating func dotProduct(_ address: CellAddress) -> [String] {
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
  mutating func line(_ address: CellAddress) -> [String] {
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
  mutating func softmax(_ name: String, row: Int) -> [String] {
    let count = worksheet[name]?.columnCount ?? 0
    let cells = (0..<count).map { CellAddress(name: name, row: row, column: $0) }
    guard let first = cells.first,
      case .share(let exponents, let shift, let powers, let sum, _)? = calculation(first)
    else { return tables(of: [Shown(name: name, row: row)]) }
    guard noteCalculation(cells) else { return [] }
    let digits = context.digits(3)
    let sumText = context.text(sum, digits: digits)
    // As the words call them, so that what they ask for is not asked for again.
    let minus = shift == 0 ? "" : " - \(context.text(shift, digits: digits))"
    let sumName =
      rowOfAll(exponents).map { "sum(exp(\($0)\(minus)))" }
      ?? words.text(.handoutPowers, ["row": rowName(name, row)])
    var table = [["", words[.boardScore], words[.boardPower], words[.boardWeight]]]
    for (index, address) in cells.enumerated() {
      let power = context.text(powers[index], digits: digits)
      let powerName = "exp(\(subject(of: exponents[index]))\(minus))"
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

  /// The row that numbers are, all of it: `S[quickly]`.
  private func rowOfAll(_ quantities: [Quantity]) -> String? {
    let cells = quantities.compactMap { context.namedCell(of: $0) }
    guard let first = cells.first, cells.count == quantities.count,
      cells.map(\.column) == Array(0..<(worksheet[first.name]?.columnCount ?? 0)),
      cells.allSatisfy({ $0.name == first.name && $0.row == first.row })
    else { return nil }
    return rowName(first.name, first.row)
  }

  /// A row of weights · values: each value times its weight, then the sum of each column.
  mutating func weightedSum(_ name: String, row: Int) -> [String] {
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

  /// Notes that a calculation is on the page; false where it was already.
  private mutating func noteCalculation(_ cells: [CellAddress]) -> Bool {
    for cell in cells { note(cell) }
    let values = cells.map { "\(worksheet[$0.name]?[row: $0.row, column: $0.column] ?? .closed)" }
    return printed.insert("= \(cells.map(context.name(of:))) \(values)").inserted
  }
}
