/// A rectangle of a glyph that is drawn rather than written, in pixels of the SVG grid from the cell's top left.
struct GlyphShape {
  var x = 0.0
  var y = 0.0
  var width = Double(SVGCell.width)
  var height = Double(SVGCell.height)
  var opacity = 1.0

  /// The rectangles of a block or a line; nil for a glyph that is written.
  static func shapes(of glyph: Character) -> [GlyphShape]? {
    if let eighths = "▏▎▍▌▋▊▉█".firstIndex(of: glyph).map({ "▏▎▍▌▋▊▉█"[...$0].count }) {
      return [GlyphShape(width: Double(SVGCell.width * eighths) / 8)]
    }
    return lines[glyph]
  }

  private static let middle = (x: Double(SVGCell.width / 2), y: Double(SVGCell.height / 2))

  private static let lines: [Character: [GlyphShape]] = [
    "░": [GlyphShape(opacity: 0.5)],
    "▒": [GlyphShape(opacity: 0.75)],
    "─": [GlyphShape(y: middle.y, height: 1)],
    "═": [GlyphShape(y: middle.y - 2, height: 1), GlyphShape(y: middle.y + 1, height: 1)],
    "│": [GlyphShape(x: middle.x, width: 1)],
    "┌": [arm(right: true), arm(down: true)],
    "┐": [arm(right: false), arm(down: true)],
    "└": [arm(right: true), arm(down: false)],
    "┘": [arm(right: false), arm(down: false)],
  ]

  /// Half of a horizontal line: from the middle of the cell to its right or left edge.
  private static func arm(right: Bool) -> GlyphShape {
    GlyphShape(x: right ? middle.x : 0, y: middle.y, width: middle.x + (right ? 0 : 1), height: 1)
  }

  /// Half of a vertical line: from the middle of the cell to its bottom or top edge.
  private static func arm(down: Bool) -> GlyphShape {
    GlyphShape(x: middle.x, y: down ? middle.y : 0, width: 1, height: middle.y + (down ? 0 : 1))
  }
}
