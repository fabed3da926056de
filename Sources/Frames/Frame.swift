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
  /// Where the terminal's cursor stands, for braille displays and screen magnifiers; nil where nothing has
  /// the focus.
  public var cursor: Point?

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cells of one row, which has to lie inside the frame.
  public subscript(row row: Int) -> ArraySlice<FrameCell> {
    cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// One cell, which has to lie inside the frame.
  public subscript(column column: Int, row row: Int) -> FrameCell {
    cells[row * size.columns + column]
  }

  /// Draws text from a place to the right; graphemes that do not fit whole inside the frame are left out.
  ///
  /// A wide grapheme that is overwritten by half leaves a blank in its other half. What has no width is not
  /// drawn. Returns the column after the last grapheme.
  @discardableResult
  public mutating func draw(_ text: String, at place: Point, style: Style = .text) -> Int {
    if isASCIIGraphic(text.utf8) {
      return draw(text.utf8.lazy.map { asciiTexts[Int($0) - 0x20] }, text.utf8.count, at: place, style: style)
    }
    if text.unicodeScalars.allSatisfy(isPlain) {
      let scalars = text.unicodeScalars
      return draw(scalars.lazy.map { String($0) }, scalars.count, at: place, style: style)
    }
    var column = place.column
    for character in text {
      let width = displayWidth(of: character)
      put(character, width: width, column: column, row: place.row, style: style)
      column += width
    }
    return column
  }

  /// Gives every cell of a rectangle a blank in one style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let columns = rect.columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return }
    for row in rect.rows.clamped(to: 0..<size.rows) {
      splitWideGrapheme(atLeftEdgeOf: columns.lowerBound, row: row)
      splitWideGrapheme(atLeftEdgeOf: columns.upperBound, row: row)
      for column in columns { cells[row * size.columns + column] = FrameCell(" ", style: style) }
    }
  }

  /// Draws so many graphemes of one column each.
  private mutating func draw(
    _ graphemes: some Sequence<String>, _ count: Int, at place: Point, style: Style
  ) -> Int {
    let end = place.column + count
    guard place.row >= 0, place.row < size.rows, count > 0 else { return end }
    splitWideGrapheme(atLeftEdgeOf: place.column, row: place.row)
    splitWideGrapheme(atLeftEdgeOf: end, row: place.row)
    let (start, columns) = (place.row * size.columns, size.columns)
    cells.withUnsafeMutableBufferPointer { cells in
      var column = place.column
      for grapheme in graphemes {
        if column >= 0, column < columns { cells[start + column] = FrameCell(grapheme, style: style) }
        column += 1
      }
    }
    return end
  }

  private mutating func put(_ character: Character, width: Int, column: Int, row: Int, style: Style) {
    guard width > 0, row >= 0, row < size.rows, column >= 0, column + width <= size.columns else { return }
    splitWideGrapheme(atLeftEdgeOf: column, row: row)
    splitWideGrapheme(atLeftEdgeOf: column + width, row: row)
    let index = row * size.columns + column
    // Cells are all that a terminal gets: what was not made harmless on the way here is so now.
    let text = harmlessGrapheme(character)
    cells[index] = FrameCell(text, style: style)
    if width == 2 { cells[index + 1] = FrameCell(displayWidth(of: text) == 2 ? "" : " ", style: style) }
  }

  /// Blanks a wide grapheme that stands on both sides of a column's left edge, before one half is overwritten.
  private mutating func splitWideGrapheme(atLeftEdgeOf column: Int, row: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].text.isEmpty else { return }
    cells[index - 1].text = " "
    cells[index].text = " "
  }
}

/// The characters from blank to `~`, each as a text.
private let asciiTexts: [String] = (0x20..<0x7F).map { String(Unicode.Scalar($0)) }
