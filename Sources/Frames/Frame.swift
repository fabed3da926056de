/// One cell of the frame: a character and what it means.
public struct FrameCell: Hashable, Sendable {
  /// One grapheme; the right half of a wide one holds an empty string.
  public var text: String
  public var style: Style

  public init(_ text: String = " ", style: Style = .text) {
    self.text = text
    self.style = style
  }

  public static let blank = FrameCell()
}

/// One picture of the screen as data.
///
/// Rows count from the top, columns from the left, both from 0. Whatever is drawn outside is left out.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` cells each.
  public private(set) var cells: [FrameCell]
  /// Where the terminal's cursor stands, for braille displays and screen magnifiers; nil where there is no focus.
  public var cursor: Point?

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  public subscript(row row: Int) -> ArraySlice<FrameCell> {
    cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  public subscript(column column: Int, row row: Int) -> FrameCell {
    cells[row * size.columns + column]
  }

  /// Draws text from a place to the right; graphemes that do not fit whole inside the frame are left out.
  ///
  /// Returns the column after the last grapheme.
  @discardableResult
  public mutating func draw(_ text: String, at place: Point, style: Style = .text) -> Int {
    var column = place.column
    for character in text {
      let width = displayWidth(of: character)
      if width == 0 { continue }
      put(String(character), width: width, column: column, row: place.row, style: style)
      column += width
    }
    return column
  }

  /// Gives every cell of a rectangle a blank in one style.
  public mutating func fill(_ rect: Rect, style: Style) {
    for row in rect.rows.clamped(to: 0..<size.rows) {
      for column in rect.columns.clamped(to: 0..<size.columns) {
        cells[row * size.columns + column] = FrameCell(" ", style: style)
      }
    }
  }

  private mutating func put(_ text: String, width: Int, column: Int, row: Int, style: Style) {
    guard row >= 0, row < size.rows, column >= 0, column + width <= size.columns else { return }
    let index = row * size.columns + column
    cells[index] = FrameCell(text, style: style)
    if width == 2 { cells[index + 1] = FrameCell("", style: style) }
  }
}
