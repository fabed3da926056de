import AttentionCore
import Frames
import Tutorial

/// Numbers as they are said: each by its name, with words in place of signs.
extension ViewContext {
  /// The number of a cell, or the word for why there is none to say.
  func spokenValue(_ cell: CellAddress, digits: Int? = nil) -> String {
    guard tutor.isVisible(cell) else { return words[.plainHidden] }
    guard let value = worksheet[cell.name]?[row: cell.row, column: cell.column] else {
      return words[.whyNoValue]
    }
    return spoken(value, digits: digits ?? self.digits(of: cell.name))
  }

  func spoken(_ value: Cell, digits: Int) -> String {
    switch value {
    case .number: text(value, digits: digits)
    case .closed: words[.whyClosed]
    case .missing: words[.whyNoValue]
    }
  }

  /// The number with what marks it: `3.10 (edited)`, `0.58 (largest)`.
  ///
  /// - Parameter isRanked: Where the largest stands first it needs no mark.
  func markedValue(_ cell: CellAddress, isRanked: Bool = false) -> String {
    var marks: [String] = []
    if tutor.isEdited(cell) { marks.append(words[.plainEdited]) }
    if !isRanked, spokenLargest(in: cell.name, row: cell.row) == cell.column {
      marks.append(words[.plainLargest])
    }
    return spokenValue(cell) + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
  }

  /// A quantity of an explanation: the cell that it comes from, where it has a name, else the number alone.
  func spokenQuantity(_ quantity: Quantity, digits: Int? = nil) -> String {
    guard let cell = namedCell(of: quantity) else {
      return spoken(quantity.cell, digits: digits ?? self.digits(3))
    }
    return spokenValue(cell, digits: digits)
  }

  /// `K[dog,1] 0.54`
  func namedQuantity(_ quantity: Quantity) -> String {
    (namedCell(of: quantity).map { name(of: $0) + " " } ?? "") + spokenQuantity(quantity)
  }

  /// `K dog`: a row by its names, without marks of colour.
  func spokenRow(_ name: String, row: Int) -> String { rowLabel(name, row: row).map(\.text).joined() }

  /// Numbers in a list; where they hold commas they stand between semicolons.
  func numberLine(_ lead: String, items: [String]) -> PlainLine {
    PlainLine(lead, items: items, sign: decimal == .comma ? ";" : ",")
  }

  /// `d1 0.54`; of a matrix with a single column without a name the number alone.
  func spokenEntry(_ cell: CellAddress, isRanked: Bool = false) -> String {
    guard let columns = worksheet[cell.name]?.shape.columns, columns.count > 1 || columns.names != nil else {
      return markedValue(cell, isRanked: isRanked)
    }
    return spokenLabel(cell.name, column: cell.column) + " " + markedValue(cell, isRanked: isRanked)
  }

  /// The name of a column; one of signs alone, as the full stop, in quotation marks, since it is not heard otherwise.
  func spokenLabel(_ name: String, column: Int) -> String {
    let label = columnLabel(name, column: column)
    return label.contains { $0.isLetter || $0.isNumber } ? label : "\"\(label)\""
  }

  /// `A[quickly,dog]: 0.42` and, where tokens ask each other, what that says: `quickly attends to dog with 0.42`.
  func spokenCell(_ cell: CellAddress) -> [PlainLine] {
    let line = PlainLine(name(of: cell), items: [markedValue(cell)])
    guard isAttention(cell.name), tutor.isVisible(cell), let matrix = worksheet[cell.name] else {
      return [line]
    }
    let value = matrix[row: cell.row, column: cell.column]
    let role = worksheet.role(of: cell.name)
    let phrase: Phrase =
      value == .closed || (role == .mask && value == .number(0))
      ? .readClosed : role == .mask ? .readOpen : role == .weight ? .readWeight : .readScore
    return [
      line,
      PlainLine(
        words.text(
          phrase,
          [
            "query": matrix.shape.rows.name(of: cell.row), "key": matrix.shape.columns.name(of: cell.column),
            "value": spokenValue(cell),
          ])),
    ]
  }

  /// `[0.41, 0.49, 0.41]`
  func spokenVector(_ entries: [String]) -> String {
    entries.count == 1 ? entries[0] : "[" + entries.joined(separator: decimal == .comma ? "; " : ", ") + "]"
  }

  /// A number, or a row, that the words of a lesson hold.
  func spokenLive(_ formula: Formula, digits: Int?) -> String {
    guard let matrix = try? worksheet.value(of: formula), matrix.rowCount > 0, matrix.columnCount > 0 else {
      return words[.whyNoValue]
    }
    let digits = self.digits(digits ?? worksheet.digits(of: formula))
    return spokenVector((0..<matrix.columnCount).map { spoken(matrix[row: 0, column: $0], digits: digits) })
  }

  /// The column of the one largest weight of a row that can be seen whole.
  private func spokenLargest(in name: String, row: Int) -> Int? {
    guard worksheet.role(of: name) == .weight, let matrix = worksheet[name], matrix.columnCount > 1 else {
      return nil
    }
    let columns = 0..<matrix.columnCount
    guard columns.allSatisfy({ tutor.isVisible(CellAddress(name: name, row: row, column: $0)) }) else {
      return nil
    }
    let numbers = columns.map { matrix[row: row, column: $0].number ?? 0 }
    let best = numbers.max() ?? 0
    return numbers.count { $0 == best } == 1 ? numbers.firstIndex(of: best) : nil
  }
}
