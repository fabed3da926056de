/// A part of a run that is drawn as one element, or as one group of rectangles.
struct SVGPiece {
  let column: Int
  let columns: Int
  let text: String

  /// The parts of a run: words of Latin text, and every other glyph with its like.
  ///
  /// A glyph that the viewer's font lacks comes from another font and has another width; alone, it moves nothing
  /// else. Blanks are not drawn.
  static func pieces<Look>(of run: FrameRun<Look>) -> [SVGPiece] {
    var pieces: [SVGPiece] = []
    var column = run.columns.lowerBound
    var previous: Character = " "
    for character in run.text {
      let width = displayWidth(of: character)
      defer {
        column += width
        previous = character
      }
      if character == " " { continue }
      let continues = isLatin(character) ? isLatin(previous) : character == previous
      if let last = pieces.last, continues, last.column + last.columns == column {
        pieces[pieces.count - 1] = SVGPiece(
          column: last.column, columns: last.columns + width, text: last.text + String(character))
      } else {
        pieces.append(SVGPiece(column: column, columns: width, text: String(character)))
      }
    }
    return pieces
  }

  func element(row: Int, colors: PictureColors) -> String {
    if let glyph = text.first, let shapes = GlyphShape.shapes(of: glyph) {
      return shapes.map { rectangles($0, row: row, color: colors.foreground) }.joined(separator: "\n")
    }
    let weight = colors.bold ? " font-weight=\"bold\"" : ""
    let underline = colors.underlined ? " text-decoration=\"underline\"" : ""
    return """
      <text x="\(column * SVGCell.width)" y="\(row * SVGCell.height + SVGCell.baseline)" \
      textLength="\(columns * SVGCell.width)" fill="\(colors.foreground)"\(weight)\(underline)>\
      \(escapedForMarkup(text))</text>
      """
  }

  /// A shape in each of the columns: as one rectangle where they touch.
  private func rectangles(_ shape: GlyphShape, row: Int, color: String) -> String {
    let touches = shape.width == Double(SVGCell.width)
    let count = touches ? 1 : columns
    let width = touches ? Double(columns * SVGCell.width) : shape.width
    let opacity = shape.opacity < 1 ? " fill-opacity=\"\(shape.opacity)\"" : ""
    return (0..<count).map { position in
      """
      <rect x="\(Double((column + position) * SVGCell.width) + shape.x)" \
      y="\(Double(row * SVGCell.height) + shape.y)" \
      width="\(width)" height="\(shape.height)" fill="\(color)"\(opacity)/>
      """
    }.joined(separator: "\n")
  }

  private static func isLatin(_ character: Character) -> Bool {
    character != " " && character.unicodeScalars.allSatisfy { $0.value < 0x250 }
  }
}
