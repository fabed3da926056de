import AttentionCore
import Frames
import Tutorial

/// A number of the worksheet on the board: its digits, with the marks for edited, changed, hidden and focused.
extension ViewContext {
  /// How the old value of a changed cell is shown beside the new one.
  enum Old { case hidden, shown }

  /// The text of a cell as the board shows it, without marks: `0.43`, `0.42→0.43`.
  ///
  /// A change too small for the digits on screen shows no old value.
  func shownText(_ cell: CellAddress, digits: Int? = nil, old: Old = .hidden) -> String {
    guard let matrix = matrix(cell.name) else { return glyphs.missing }
    return shownText(of: matrix, cell, digits: digits, old: old)
  }

  func shownText(
    of matrix: MatrixOnScreen, _ cell: CellAddress, digits: Int? = nil, old: Old
  ) -> String {
    guard matrix.isVisible(row: cell.row, column: cell.column) else { return glyphs.unknown }
    let digits = digits ?? self.digits(matrix.digits)
    let text = self.text(matrix.values[row: cell.row, column: cell.column], digits: digits)
    guard old == .shown, let change = matrix.change(row: cell.row, column: cell.column) else { return text }
    let before = self.text(change.old, digits: digits)
    return before == text ? text : before + glyphs.right + text
  }

  /// One cell as a line of one or more spans: ` 0.22 `, ` 3.10*`, ` 0.42→0.50 `.
  func numberCell(
    _ cell: CellAddress, digits: Int? = nil, width: Int = 5, heat: Heat = .none, old: Old = .hidden,
    isWinner: Bool = false
  ) -> Line {
    guard let matrix = matrix(cell.name) else { return [Span(" \(glyphs.missing) ")] }
    var text = shownText(of: matrix, cell, digits: digits, old: old)
    if isWinner { text = glyphs.winner + text }
    if isCursor(cell), let prompt = tutor.prompt { text = prompt.text.isEmpty ? " " : prompt.text }
    let mark = matrix.isEdited(row: cell.row, column: cell.column) ? glyphs.edited : " "
    let padding = String(repeating: " ", count: max(0, width - displayWidth(of: text)))
    return [Span(" " + padding + text + mark, style(of: matrix, cell, heat: heat), cell: cell)]
  }

  /// A number that is not a cell of the worksheet: ` 0.1188 `; hidden, it is as wide, so that nothing jumps.
  func number(_ value: Double, digits: Int, style: Style, isVisible: Bool = true) -> Line {
    let text = self.text(value, digits: digits)
    if isVisible { return [Span(" \(text) ", style)] }
    let padding = String(
      repeating: " ", count: max(0, displayWidth(of: text) - displayWidth(of: glyphs.unknown)))
    return [Span(" \(padding)\(glyphs.unknown) ", Style(.closed))]
  }

  func style(of matrix: MatrixOnScreen, _ cell: CellAddress, heat: Heat) -> Style {
    let (row, column) = (cell.row, cell.column)
    if isCursor(cell) {
      return Style(matrix.look, bold: true, underlined: tutor.prompt != nil, focused: true)
    }
    if matrix.change(row: row, column: column) != nil { return Style(.changed, bold: true) }
    if !matrix.isVisible(row: row, column: column) { return Style(.closed) }
    if matrix.isEdited(row: row, column: column) { return Style(.edited, bold: true, heat: heat) }
    // An open cell of a mask stands out from the closed ones.
    if matrix.role == .mask {
      return Style(matrix.values[row: row, column: column] == .number(0) ? .closed : .text)
    }
    return Style(matrix.look, heat: heat)
  }

  func isCursor(_ cell: CellAddress) -> Bool {
    tutor.mode == .edit && tutor.overlay == nil && tutor.cursor == cell
  }

  func heat(of cell: CellAddress, scale: Double) -> Heat {
    matrix(cell.name).map { heat(of: $0, row: cell.row, column: cell.column, scale: scale) } ?? .none
  }

  /// The background for a cell: a share for weights, a signed step for scores. Vectors keep the colour of their letter.
  func heat(of matrix: MatrixOnScreen, row: Int, column: Int, scale: Double) -> Heat {
    guard matrix.isVisible(row: row, column: column),
      let value = matrix.values[row: row, column: column].number
    else { return .none }
    switch matrix.role {
    case .weight: return .share(UInt8(max(0, min(5, (value * 6).rounded(.down)))))
    case .score, .scaled, .masked: return .signed(Int8(max(-3, min(3, (value / scale * 3).rounded()))))
    case nil where !matrix.isInput:
      return .signed(Int8(max(-3, min(3, (value / scale * 3).rounded()))))
    default: return .none
    }
  }

  /// The number that gives the strongest heat, for each of some matrices that have any.
  func heatScale(of names: [String]) -> [String: Double] {
    names.reduce(into: [:]) { scales, name in
      guard let matrix = matrix(name) else { return }
      let numbers = numbers(of: matrix.values)
      let largest = numbers.reduce(0) { max($0, abs($1)) }
      if matrix.role != nil {
        scales[name] = max(1, largest)
      } else if numbers.count > 1, numbers.contains(where: { $0 < 0 }) {
        // A difference, a gradient: there is no measure of what is small, so the largest counts as strong.
        scales[name] = largest
      }
    }
  }

  private func numbers(of matrix: Matrix) -> [Double] {
    (0..<matrix.rowCount).flatMap { row in
      (0..<matrix.columnCount).compactMap { matrix[row: row, column: $0].number }
    }
  }

  /// The number that fills a bar or gives the strongest heat: the largest of a matrix, but not less than 1.
  func scale(of names: [String]) -> Double {
    names.compactMap { matrix($0)?.values }.flatMap(numbers).reduce(1) { max($0, abs($1)) }
  }
}
