import Frames

/// A plane with points and arrows of two numbers each, in character cells, which are twice as tall as they are wide.
///
/// One unit is as long across as it is up, so that angles and lengths are true.
struct Plane {
  /// Where the plane ends on the four sides.
  struct Bounds: Hashable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
  }

  /// Rows for each unit; columns are twice as many.
  private let unit: Double
  private let bounds: Bounds
  /// Columns at both sides, for labels.
  private let margins: (left: Int, right: Int)
  private(set) var drawing: Drawing

  /// - Parameters:
  ///   - unit: How many rows one unit is tall.
  ///   - margins: Columns at the left and at the right that only labels stand in.
  init(_ bounds: Bounds, unit: Double, margins: (left: Int, right: Int)) {
    self.bounds = bounds
    self.unit = unit
    self.margins = margins
    drawing = Drawing(Self.size(of: bounds, unit: unit, margins: margins))
  }

  /// How far labels beside their places reach over the sides, as `label` puts them.
  static func margins(
    for labels: [(x: Double, text: String)], in bounds: Bounds, unit: Double, awayFrom middle: Double = 0
  ) -> (left: Int, right: Int) {
    let end = cells((bounds.x.upperBound - bounds.x.lowerBound) * 2 * unit) + 1
    return labels.reduce((0, 0)) { margins, label in
      let place = cells((label.x - bounds.x.lowerBound) * 2 * unit)
      let width = displayWidth(of: label.text)
      return label.x < middle
        ? (max(margins.0, width + 1 - place), margins.1)
        : (margins.0, max(margins.1, place + 2 + width - end))
    }
  }

  /// How large a plane is, without one being drawn.
  static func size(of bounds: Bounds, unit: Double, margins: (left: Int, right: Int)) -> Size {
    let columns = cells((bounds.x.upperBound - bounds.x.lowerBound) * 2 * unit) + 1
    let rows = cells((bounds.y.upperBound - bounds.y.lowerBound) * unit) + 1
    return Size(columns: columns + margins.left + margins.right, rows: rows)
  }

  /// The cell of a place.
  private func cell(_ x: Double, _ y: Double) -> Point {
    Point(
      column: margins.left + Self.cells((x - bounds.x.lowerBound) * 2 * unit),
      row: Self.cells((bounds.y.upperBound - y) * unit))
  }

  /// A distance in whole cells; one that no screen has is cut, since coordinates can be any number.
  private static func cells(_ distance: Double) -> Int {
    distance.isNaN ? 0 : Int(max(-1000, min(1000, distance)).rounded())
  }

  mutating func put(_ glyph: String, _ style: Style, x: Double, y: Double) {
    let cell = cell(x, y)
    drawing.put(glyph, style, column: cell.column, row: cell.row)
  }

  /// The two axes, where they cross the plane.
  mutating func axes(_ glyphs: GlyphSet) {
    let style = Style(.rule)
    let origin = cell(0, 0)
    for column in margins.left..<(drawing.size.columns - margins.right) {
      drawing.put(glyphs.rule, style, column: column, row: origin.row)
    }
    for row in 0..<drawing.size.rows {
      drawing.put(glyphs.verticalLine, style, column: origin.column, row: row)
    }
    drawing.put(glyphs.tick, style, column: origin.column, row: origin.row)
  }

  /// The cells between two places, without the places themselves.
  mutating func segment(
    from: (x: Double, y: Double), to: (x: Double, y: Double), _ glyph: String, _ style: Style
  ) {
    let (start, end) = (cell(from.x, from.y), cell(to.x, to.y))
    let steps = max(abs(end.column - start.column), abs(end.row - start.row))
    guard steps > 1 else { return }
    for step in 1..<steps {
      let share = Double(step) / Double(steps)
      drawing.put(
        glyph, style,
        column: start.column + Int((share * Double(end.column - start.column)).rounded()),
        row: start.row + Int((share * Double(end.row - start.row)).rounded()))
    }
  }

  /// A name beside a place: away from the middle if it can be, else where there is room; none where there is none.
  mutating func label(_ text: String, _ style: Style, x: Double, y: Double, awayFrom middle: Double = 0) {
    let place = cell(x, y)
    let width = displayWidth(of: text)
    let (right, left) = (place.column + 2, place.column - 1 - width)
    let beside = x < middle ? [left, right] : [right, left]
    let over = [place.column - width / 2, right - 1, left + 1]
    let places =
      beside.map { Point(column: $0, row: place.row) }
      + [-1, 1].flatMap { step in over.map { Point(column: $0, row: place.row + step) } }
    let free = places.first { place in
      drawing.isFree(place.column..<(place.column + width), row: place.row)
    }
    if let free { drawing.put(text, style, column: free.column, row: free.row) }
  }
}
