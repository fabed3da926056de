import Frames

/// A line from one end to the other with points on it, one row high.
struct Scale {
  /// A mark at a share of the way from the left end, 0…1; what lies beyond stands at the end.
  struct Mark {
    var share: Double
    var glyph: String
    var style: Style
  }

  /// In columns; the ends are two of them.
  let width: Int
  /// Later ones cover earlier ones.
  var marks: [Mark] = []

  /// The column of a share of the way.
  static func column(of share: Double, width: Int) -> Int {
    Int((max(0, min(1, share)) * Double(width - 1)).rounded())
  }

  func line(_ glyphs: GlyphSet) -> Line {
    guard width > 1 else { return [] }
    var drawing = Drawing(Size(columns: width, rows: 1))
    drawing.put(String(repeating: glyphs.rule, count: width), Style(.rule), column: 0, row: 0)
    drawing.put(glyphs.scaleLeft, Style(.rule), column: 0, row: 0)
    drawing.put(glyphs.scaleRight, Style(.rule), column: width - 1, row: 0)
    for mark in marks {
      drawing.put(mark.glyph, mark.style, column: Self.column(of: mark.share, width: width), row: 0)
    }
    return drawing.line(0)
  }

  /// Labels over the places that they name; one that would touch the one before it is left out.
  static func labels(_ labels: [(share: Double, text: String)], width: Int) -> Line {
    var drawing = Drawing(Size(columns: width, rows: 1))
    for (share, text) in labels {
      let length = displayWidth(of: text)
      let middle = column(of: share, width: width)
      let start = max(0, min(width - length, middle - length / 2))
      let taken = max(0, start - 1)..<min(width, start + length + 1)
      if drawing.isFree(taken, row: 0) { drawing.put(text, Style(.faint), column: start, row: 0) }
    }
    return drawing.line(0)
  }
}
