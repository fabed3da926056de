import AttentionCore
import Frames

/// Bars in eighth blocks, always beside the digits that they repeat.
extension ViewContext {
  /// A bar for a value of 0...`scale`; a negative one is drawn in the open texture, so that it cannot be taken for a
  /// positive one.
  func heatBar(
    _ value: Double?, scale: Double, width: Int, role: Role, target: ClickTarget? = nil
  ) -> Line {
    guard let value else { return [Span(String(repeating: " ", count: width))] }
    let fraction = scale > 0 ? abs(value) / scale : 0
    if value < 0 {
      let length = min(width, Int((fraction * Double(width)).rounded(.up)))
      let filled = String(repeating: glyphs.barNegative, count: length)
      return [
        Span(filled, Style(role), target: target), Span(String(repeating: " ", count: width - length)),
      ]
    }
    let bar = glyphs.bar(fraction: fraction, width: width)
    return [
      Span(bar.filled, Style(role), target: target), Span(bar.empty, Style(.barsEmpty), target: target),
    ]
  }

  /// The bar of a cell; empty while the value is hidden.
  func heatBar(of cell: CellAddress, scale: Double, width: Int) -> Line {
    guard let matrix = matrix(cell.name), matrix.isVisible(row: cell.row, column: cell.column) else {
      return [Span(String(repeating: glyphs.barEmpty, count: width), Style(.barsEmpty))]
    }
    let value = matrix.values[row: cell.row, column: cell.column].number
    return heatBar(value, scale: scale, width: width, role: matrix.look, target: .mention(cell))
  }
}
