import AttentionCore

/// What the board of a step draws, which follows from what the step shows.
public enum Picture: Hashable, Sendable {
  /// Words only: the sentence.
  case sentence
  /// One cell of a product, term by term.
  case dotProduct(CellAddress)
  /// One cell of any other formula, as a line.
  case line(CellAddress)
  /// A row of a softmax: raise e to each score, add, divide.
  case softmax(name: String, row: Int)
  /// A row of weights · values: each value times its weight, then the sum.
  case weightedSum(name: String, row: Int)
  /// Rows of inputs or outputs, with bars.
  case vectors([Shown])
  /// Bars, one for each cell of a row.
  case bars(name: String, row: Int)
  /// The cells of a row as bars, the largest first, with other matrices beside them.
  case ranking(name: String, row: Int, beside: [Shown])
  /// Cells over the changes made in this place.
  case history([CellAddress])
  /// Two rows one under the other, with their difference.
  case compare(Shown, Shown)
  /// Matrices as they are.
  case matrices([Shown])

  public init(of step: Step, in worksheet: Worksheet) {
    guard let first = step.show.first else {
      self = .sentence
      return
    }
    switch step.display {
    case .bars: self = .bars(name: first.name, row: first.row ?? 0)
    case .ranking:
      let ranked = Self.ranked(among: step.show, in: worksheet) ?? first
      self = .ranking(name: ranked.name, row: ranked.row ?? 0, beside: step.show.filter { $0 != ranked })
    case .history:
      self = .history(step.show.map { CellAddress(name: $0.name, row: $0.row ?? 0, column: $0.column ?? 0) })
    case .compare where step.show.count >= 2: self = .compare(first, step.show[1])
    default:
      self =
        (step.show.count == 1 && Self.explains(step) ? Self.single(first, in: worksheet) : nil)
        ?? (step.show.allSatisfy { Self.isVectors($0, in: worksheet) }
          ? .vectors(step.show) : .matrices(step.show))
    }
  }

  /// Whether a row or a cell is drawn with where it comes from; a question shows it alone, as it might be the answer,
  /// unless the lesson says how much of it may be seen.
  private static func explains(_ step: Step) -> Bool { step.question == nil || step.reveal != nil }

  /// What a ranking puts in order: the last weights shown, since inputs and what follows from them may stand beside.
  private static func ranked(among shown: [Shown], in worksheet: Worksheet) -> Shown? {
    shown.last { worksheet.role(of: $0.name) == .weight }
  }

  /// Whether rows are lists of numbers that mean something each, as an output has them, not shares of one another.
  private static func isVectors(_ shown: Shown, in worksheet: Worksheet) -> Bool {
    shown.column == nil && (worksheet.isInput(shown.name) || worksheet.role(of: shown.name) == .output)
  }

  /// The picture of one cell or row; nil for a whole matrix or an input.
  private static func single(_ shown: Shown, in worksheet: Worksheet) -> Picture? {
    guard !worksheet.isInput(shown.name), let row = shown.row else { return nil }
    let cell = CellAddress(name: shown.name, row: row, column: shown.column ?? 0)
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    let calculation = worksheet.explanation(of: reference)?.calculation
    switch (calculation, shown.column) {
    case (.sumOfProducts, .some): return .dotProduct(cell)
    case (_, .some): return .line(cell)
    case (.share, nil): return .softmax(name: shown.name, row: row)
    case (.sumOfProducts, nil) where worksheet.role(of: shown.name) == .output:
      return .weightedSum(name: shown.name, row: row)
    default: return nil
    }
  }

  /// In how many parts it is drawn, one after the other, before all of it is there.
  public func parts(in worksheet: Worksheet) -> Int {
    switch self {
    case .dotProduct(let cell):
      return terms(cell, in: worksheet) + 1
    case .softmax(let name, _):
      return 2 * (worksheet[name]?.columnCount ?? 0) + 1
    case .weightedSum(let name, let row):
      return terms(CellAddress(name: name, row: row, column: 0), in: worksheet) + 1
    default:
      return 1
    }
  }

  /// The cells whose value can be read once so many parts are drawn.
  func cells(after parts: Int, in worksheet: Worksheet, showing shown: [Shown]) -> [CellAddress] {
    switch self {
    case .softmax(let name, let row):
      let count = worksheet[name]?.columnCount ?? 0
      let divided = max(0, min(count, parts - count - 1))
      return (0..<divided).map { CellAddress(name: name, row: row, column: $0) }
    case .dotProduct, .weightedSum:
      return parts >= self.parts(in: worksheet) ? Self.cells(of: shown, in: worksheet) : []
    default:
      return Self.cells(of: shown, in: worksheet)
    }
  }

  /// The computed cells that a row is drawn from, whose values can be read in it.
  func sources(in worksheet: Worksheet) -> [CellAddress] {
    guard case .softmax(let name, let row) = self else { return [] }
    let reference = worksheet.reference(name, row: row, column: 0)
    return (worksheet.explanation(of: reference)?.sources ?? []).compactMap {
      worksheet.name(of: worksheet.origin(of: $0))
    }.filter { !worksheet.isInput($0.name) }
  }

  private func terms(_ cell: CellAddress, in worksheet: Worksheet) -> Int {
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard case .sumOfProducts(let terms)? = worksheet.explanation(of: reference)?.calculation else {
      return 0
    }
    return terms.count
  }

  private static func cells(of shown: [Shown], in worksheet: Worksheet) -> [CellAddress] {
    shown.flatMap { shown -> [CellAddress] in
      guard let matrix = worksheet[shown.name] else { return [] }
      let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
      let columns = shown.column.map { $0..<($0 + 1) } ?? 0..<matrix.columnCount
      return rows.flatMap { row in columns.map { CellAddress(name: shown.name, row: row, column: $0) } }
    }
  }
}
