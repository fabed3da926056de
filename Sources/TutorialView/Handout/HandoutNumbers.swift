import AttentionCore
import Frames
import Tutorial

/// Numbers and words with numbers in them, as they are or as blanks.
extension HandoutWriter {
  /// A number that the learner is to compute.
  mutating func computed(_ text: String, _ subject: String, digits: Int) -> String {
    guard hidesNumbers else { return text }
    return blanks.blank(subject, answer: text, digits: digits).text
  }

  /// A number that was asked for and is needed again.
  mutating func repeated(_ text: String, _ subject: String, digits: Int) -> String {
    guard hidesNumbers else { return text }
    return blanks.blank(subject, answer: text, digits: digits).reference
  }

  /// A cell of a named matrix.
  mutating func cell(_ cell: CellAddress, digits: Int? = nil) -> String {
    let value = worksheet[cell.name]?[row: cell.row, column: cell.column] ?? .missing(.fromMissing)
    let digits = digits ?? context.digits(of: cell.name)
    let text = context.text(value, digits: digits)
    // A closed cell holds no number.
    guard value.number != nil, !isGiven(cell) else { return text }
    return computed(text, context.name(of: cell), digits: digits)
  }

  /// A number of a calculation: a cell, a constant, or what has no name.
  mutating func quantity(_ quantity: Quantity, digits: Int? = nil) -> String {
    guard let source = quantity.source else {
      let isWhole = quantity.cell.number.map { $0 == $0.rounded() } ?? true
      return context.text(quantity.cell, digits: digits ?? (isWhole ? 0 : context.digits(3)))
    }
    let digits = digits ?? context.digits(worksheet.digits(of: source))
    if let named = context.namedCell(of: quantity) { return cell(named, digits: digits) }
    let text = context.text(quantity.cell, digits: digits)
    guard quantity.cell.number != nil, worksheet.explanation(of: source) != nil else { return text }
    return computed(text, worksheet.formulaText(of: source), digits: digits)
  }

  /// A number of a calculation, in parentheses where a sign before it would meet its minus.
  mutating func factor(_ factor: Quantity, digits: Int? = nil) -> String {
    let text = quantity(factor, digits: digits)
    return text.hasPrefix("-") && text != context.glyphs.missing ? "(\(text))" : text
  }

  /// How a number of a calculation is called: by its cell, else by its formula or its digits.
  func subject(of quantity: Quantity) -> String {
    if let cell = context.namedCell(of: quantity) { return context.name(of: cell) }
    guard let source = quantity.source else { return context.text(quantity.cell, digits: 2) }
    return worksheet.formulaText(of: source)
  }

  func isGiven(_ cell: CellAddress) -> Bool {
    if worksheet.isInput(cell.name) { return !computedInputs.contains(cell.name) }
    return worksheet.isTypedOver(cell.name, row: cell.row, column: cell.column)
  }

  // MARK: Words

  /// Paragraphs, each a block; the items of a list are one block together.
  mutating func blocks(of paragraphs: [Paragraph]) -> [String] {
    var blocks: [String] = []
    var isInList = false
    for paragraph in paragraphs {
      let text = markdownParagraph(inline(paragraph))
      if paragraph.isListItem, isInList {
        blocks[blocks.count - 1] += "\n- " + text
      } else {
        blocks.append((paragraph.isListItem ? "- " : "") + text)
      }
      isInList = paragraph.isListItem
    }
    return blocks
  }

  /// The runs of a paragraph, neighbours of one manner together.
  mutating func inline(_ paragraph: Paragraph) -> String {
    var parts: [(manner: Run.Manner, text: String)] = []
    for run in paragraph.runs {
      let text: String
      switch run.content {
      case .text(let words): text = run.manner == .code ? words : escapedForMarkdown(words)
      case .live(let formula, let digits): text = live(formula, digits: digits)
      }
      if let last = parts.last, last.manner == run.manner {
        parts[parts.count - 1].text += text
      } else {
        parts.append((run.manner, text))
      }
    }
    return parts.map { manner, text in
      // A blank is no text that could be bold.
      if text.contains("____") { return text }
      switch manner {
      case .plain: return text
      case .strong: return emphasized(text, "**")
      case .emphasis: return emphasized(text, "*")
      case .code: return markdownCode(text)
      }
    }.joined()
  }

  /// `{A[quickly]:2}`: a number, or a row as `[0.42, 0.58]`.
  private mutating func live(_ formula: Formula, digits: Int?) -> String {
    guard hidesNumbers, !isGiven(formula.root), let matrix = try? worksheet.value(of: formula) else {
      return context.liveValue(of: formula, digits: digits)
    }
    let digits = context.digits(digits ?? worksheet.digits(of: formula))
    let subjects = subjects(of: formula.root)
    let entries = (0..<matrix.columnCount).map { column -> String in
      let value = matrix[row: 0, column: column]
      let text = context.text(value, digits: digits)
      guard value.number != nil else { return text }
      let subject =
        subjects?[safely: column] ?? formula.text + (matrix.columnCount > 1 ? ", \(column + 1)" : "")
      return computed(text, subject, digits: digits)
    }
    return entries.count == 1 ? entries[0] : "[" + entries.joined(separator: ", ") + "]"
  }

  /// How the entries of a row are called elsewhere: cells by their names, products and powers by those of their cells.
  private func subjects(of node: Formula.Node) -> [String]? {
    if case .operation("*", let factors) = node.kind, factors.count == 2 {
      guard let left = subjects(of: factors[0]), let right = subjects(of: factors[1]), let first = left.first,
        left.count == 1 || left.count == right.count
      else { return nil }
      return right.indices.map { "\(left[safely: $0] ?? first) * \(right[$0])" }
    }
    if case .operation("exp", let arguments) = node.kind, arguments.count == 1 {
      return subjects(of: arguments[0])?.map { "exp(\($0))" }
    }
    guard let target = try? Target(parsing: Formula(root: node).text),
      let region = try? worksheet.position(of: target)
    else { return nil }
    return region.columns.map {
      context.name(of: CellAddress(name: target.name, row: region.rows.lowerBound, column: $0))
    }
  }

  /// Whether a value can be read off the inputs.
  private func isGiven(_ node: Formula.Node) -> Bool {
    switch node.kind {
    case .number: true
    case .name(let name): worksheet.isInput(name) && !computedInputs.contains(name)
    case .part(let whole, _, _): isGiven(whole)
    case .operation("was", let arguments): arguments.allSatisfy(isGiven)
    case .operation: Formula(root: node).names.isEmpty
    }
  }
}
