import AttentionCore
import Frames
import Tutorial

/// Reading a cell of attention: who asks, who is asked, and what the number says in words.
extension ViewContext {
  /// The cell that is read: under the cursor in EDIT, else the one that the picture is about; of a row of weights the
  /// largest, which is what one would say of it.
  var readCell: CellAddress? {
    if tutor.overlay == nil, tutor.mode == .edit { return tutor.cursor }
    guard var cell = focus, worksheet.role(of: cell.name) == .weight else { return focus }
    cell.column = largest(in: cell.name, row: cell.row) ?? cell.column
    return cell
  }

  /// Whether the row and the column of the cursor are to be seen from afar, with their names in reverse.
  var isPointing: Bool {
    tutor.mode == .edit && (tutor.presentation.isOn || tutor.presentation.isZoomed)
  }

  /// Whether the rows of a matrix ask and its columns are asked, so that both have to be tokens.
  ///
  /// The next-token probabilities are weights as well, but their columns are words that nobody asks.
  func isAttention(_ name: String) -> Bool {
    guard let role = worksheet.role(of: name), [.score, .scaled, .masked, .weight, .mask].contains(role),
      let shape = worksheet[name]?.shape, let rows = shape.rows.names, let columns = shape.columns.names
    else { return false }
    return Set(columns).isSuperset(of: rows)
      || hasRows(rows, .query) && hasRows(columns, .key)
  }

  /// Whether some matrix of a role has these rows.
  private func hasRows(_ names: [String], _ role: MatrixRole) -> Bool {
    worksheet.names.contains { worksheet.role(of: $0) == role && worksheet[$0]?.shape.rows.names == names }
  }

  /// What the read cell says along its row and, for weights, down its column; nothing before it is reached.
  func readings(among shown: [String]) -> [Line] {
    guard let cell = readCell, shown.contains(cell.name), isAttention(cell.name), isVisible(cell),
      let matrix = worksheet[cell.name]
    else { return [] }
    let value = matrix[row: cell.row, column: cell.column]
    let query = Span(glyphs.render(matrix.shape.rows.name(of: cell.row)), Style(.query, bold: true))
    let key = Span(glyphs.render(matrix.shape.columns.name(of: cell.column)), Style(.key, bold: true))
    let number = Span(
      text(value, digits: digits(of: cell.name)), Style(role(of: cell.name), bold: true))
    let role = worksheet.role(of: cell.name)
    let isClosed = value == .closed || (role == .mask && value == .number(0))
    let phrase: Phrase =
      isClosed ? .readClosed : role == .mask ? .readOpen : role == .weight ? .readWeight : .readScore
    var lines = [styled(phrase, ["query": query, "key": key, "value": number])]
    let column = (0..<matrix.rowCount).map { CellAddress(name: cell.name, row: $0, column: cell.column) }
    if role == .weight, matrix.rowCount > 1, column.allSatisfy(isVisible) {
      let sum = column.reduce(0) { $0 + (matrix[row: $1.row, column: $1.column].number ?? 0) }
      let heard = Span(text(sum, digits: digits(of: cell.name)), Style(.weight, bold: true))
      lines.append(styled(.readHeard, ["key": key, "value": heard]))
    }
    return lines
  }

  /// A phrase with spans in its places.
  func styled(_ phrase: Phrase, _ values: [String: Span]) -> Line {
    var line: Line = []
    words.interface.pieces(of: phrase) { piece in
      switch piece {
      case .text(let text): line.append(Span(glyphs.render(String(text)), Style(.faint)))
      case .place(let name): line.append(values[String(name)] ?? Span("{\(name)}"))
      }
    }
    return line
  }
}
