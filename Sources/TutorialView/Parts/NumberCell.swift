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
    guard let value = worksheet[cell.name]?[row: cell.row, column: cell.column] else { return glyphs.missing }
    guard tutor.isVisible(cell) else { return glyphs.unknown }
    let digits = digits ?? self.digits(of: cell.name)
    let text = self.text(value, digits: digits)
    guard old == .shown, let change = ripple?.change(at: cell) else { return text }
    let before = self.text(change.old, digits: digits)
    return before == text ? text : before + glyphs.right + text
  }

  /// One cell as a line of one or more spans: ` 0.22 `, ` 3.10*`, ` 0.42→0.50 `.
  func numberCell(
    _ cell: CellAddress, digits: Int? = nil, width: Int = 5, heat: Heat = .none, old: Old = .hidden,
    isWinner: Bool = false
  ) -> Line {
    let change = ripple?.change(at: cell)
    var text = shownText(cell, digits: digits, old: old)
    if isWinner { text = glyphs.winner + text }
    if isCursor(cell), let prompt = tutor.prompt { text = prompt.text.isEmpty ? " " : prompt.text }
    let mark = isEdited(cell) ? glyphs.edited : " "
    let padding = String(repeating: " ", count: max(0, width - displayWidth(of: text)))
    return [Span(" " + padding + text + mark, style(of: cell, change: change, heat: heat), cell: cell)]
  }

  /// A number that is not a cell of the worksheet: ` 0.1188 `; hidden, it is as wide, so that nothing jumps.
  func number(_ value: Double, digits: Int, style: Style, isVisible: Bool = true) -> Line {
    let text = self.text(value, digits: digits)
    if isVisible { return [Span(" \(text) ", style)] }
    let padding = String(
      repeating: " ", count: max(0, displayWidth(of: text) - displayWidth(of: glyphs.unknown)))
    return [Span(" \(padding)\(glyphs.unknown) ", Style(.closed))]
  }

  func style(of cell: CellAddress, change: CellChange?, heat: Heat) -> Style {
    if isCursor(cell) {
      return Style(role(of: cell.name), bold: true, underlined: tutor.prompt != nil, focused: true)
    }
    if change != nil { return Style(.changed, bold: true) }
    if !tutor.isVisible(cell) { return Style(.closed) }
    if isEdited(cell) { return Style(.edited, bold: true, heat: heat) }
    // An open cell of a mask stands out from the closed ones.
    if worksheet.role(of: cell.name) == .mask {
      let value = worksheet[cell.name]?[row: cell.row, column: cell.column]
      return Style(value == .number(0) ? .closed : .text)
    }
    return Style(role(of: cell.name), heat: heat)
  }

  func isCursor(_ cell: CellAddress) -> Bool {
    tutor.mode == .edit && tutor.overlay == nil && tutor.cursor == cell
  }

  /// The background for a cell: a share for weights, a signed step for scores. Vectors keep the colour of their letter.
  func heat(of cell: CellAddress, scale: Double) -> Heat {
    guard tutor.isVisible(cell),
      let value = worksheet[cell.name]?[row: cell.row, column: cell.column].number
    else { return .none }
    switch worksheet.role(of: cell.name) {
    case .weight: return .share(UInt8(max(0, min(5, (value * 6).rounded(.down)))))
    case .score, .scaled, .masked: return .signed(Int8(max(-3, min(3, (value / scale * 3).rounded()))))
    case nil where worksheet.formula(of: cell.name) != nil:
      return .signed(Int8(max(-3, min(3, (value / scale * 3).rounded()))))
    default: return .none
    }
  }

  /// The number that gives the strongest heat, for each of some matrices that have any.
  func heatScale(of names: [String]) -> [String: Double] {
    names.reduce(into: [:]) { scales, name in
      guard let matrix = worksheet[name] else { return }
      let numbers = numbers(of: matrix)
      let largest = numbers.reduce(0) { max($0, abs($1)) }
      if worksheet.role(of: name) != nil {
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
    names.compactMap { worksheet[$0] }.flatMap(numbers).reduce(1) { max($0, abs($1)) }
  }
}
