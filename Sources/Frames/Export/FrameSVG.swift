extension Frame {
  /// The frame as a self-contained SVG picture, with a title for those who cannot see it.
  ///
  /// Every text is fitted to its columns, whatever monospaced font the viewer has; bars and lines are drawn as
  /// rectangles, since fonts leave gaps between them. The theme `terminal` is shown in the colours of `dark`.
  public func svg(theme: Theme, title: String) -> String {
    let theme = theme.pictured
    let page = PictureColors(.text, theme: theme)
    let picture = Size(
      columns: size.columns * SVGCell.width + 2 * SVGCell.margin,
      rows: size.rows * SVGCell.height + 2 * SVGCell.margin)
    var elements: [String] = []
    for row in 0..<size.rows {
      let runs = runs(ofRow: row) { PictureColors($0, theme: theme) }
      for run in runs where run.look.background != page.background {
        let cells = Rect(column: run.columns.lowerBound, row: row, columns: run.columns.count, rows: 1)
        elements.append(SVGCell.background(of: cells, color: run.look.background))
      }
      for run in runs {
        for piece in SVGPiece.pieces(of: run) { elements.append(piece.element(row: row, colors: run.look)) }
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(picture.columns)" height="\(picture.rows)" \
      viewBox="0 0 \(picture.columns) \(picture.rows)" role="img" font-size="16" \
      font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace">
      <title>\(escapedForMarkup(title))</title>
      <rect width="100%" height="100%" rx="8" fill="\(page.background)"/>
      <g transform="translate(\(SVGCell.margin) \(SVGCell.margin))" shape-rendering="crispEdges">
      \(elements.joined(separator: "\n"))
      </g>
      </svg>

      """
  }
}

/// The grid of an SVG picture, in pixels.
enum SVGCell {
  static let width = 10
  static let height = 20
  static let baseline = 15
  static let margin = 12

  static func background(of cells: Rect, color: String) -> String {
    """
    <rect x="\(cells.origin.column * width)" y="\(cells.origin.row * height)" \
    width="\(cells.size.columns * width)" height="\(cells.size.rows * height)" fill="\(color)"/>
    """
  }
}
