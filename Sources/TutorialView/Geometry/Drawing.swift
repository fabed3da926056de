import Frames

/// A picture of single characters, rows from the top and columns from the left.
///
/// What is put later covers what was there; what lies outside is left out.
struct Drawing {
  let size: Size
  /// nil: nothing there; empty: the right half of a wide character.
  private var cells: [String?]
  private var styles: [Style]

  init(_ size: Size) {
    self.size = size
    cells = Array(repeating: nil, count: size.columns * size.rows)
    styles = Array(repeating: .text, count: cells.count)
  }

  mutating func put(_ text: String, _ style: Style, column: Int, row: Int) {
    var column = column
    for character in text {
      let width = displayWidth(of: character)
      defer { column += width }
      guard width > 0, let first = index(column, row), index(column + width - 1, row) != nil else { continue }
      set(first, String(character), style)
      if width == 2 { set(first + 1, "", style) }
    }
  }

  /// Covers a cell; the other half of a wide character becomes a blank.
  private mutating func set(_ index: Int, _ text: String, _ style: Style) {
    if cells[index] == "", !text.isEmpty { cells[index - 1] = " " }
    if (index + 1) % size.columns > 0, cells[index + 1] == "" { cells[index + 1] = " " }
    cells[index] = text
    styles[index] = style
  }

  /// Whether some columns of a row lie inside and nothing stands in them.
  func isFree(_ columns: Range<Int>, row: Int) -> Bool {
    columns.allSatisfy { column in index(column, row).map { cells[$0] == nil } ?? false }
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return nil }
    return row * size.columns + column
  }

  /// The rows as lines, without the blanks at their ends.
  var block: Block { Block((0..<size.rows).map { line($0, isTrimmed: true) }) }

  /// One row as a line as wide as the drawing.
  func line(_ row: Int) -> Line { line(row, isTrimmed: false) }

  private func line(_ row: Int, isTrimmed: Bool) -> Line {
    let places = (row * size.columns)..<((row + 1) * size.columns)
    let end =
      isTrimmed ? places.last { cells[$0] != nil }.map { $0 + 1 } ?? places.lowerBound : places.upperBound
    var line: Line = []
    var start = places.lowerBound
    while start < end {
      let style = cells[start] == nil ? .text : styles[start]
      let next = (start..<end).first { (cells[$0] == nil ? .text : styles[$0]) != style } ?? end
      line.append(Span((start..<next).map { cells[$0] ?? " " }.joined(), style))
      start = next
    }
    return line
  }
}
