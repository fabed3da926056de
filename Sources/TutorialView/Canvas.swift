import AttentionCore
import Frames
import Tutorial

/// What a click on a place of the screen is for.
enum ClickTarget: Hashable {
  case cell(CellAddress)
  /// A cell whose number a formula mentions or a bar repeats.
  case mention(CellAddress)
  /// A key that is named there.
  case key(Key)
  /// A line of the help page: closes the page and presses the key.
  case helpKey(Key)
  /// An edit that the step offers.
  case offer(Int)
  /// A choice of the question, counted from 1.
  case choice(Int)
  /// A stage of the lesson.
  case stage(Int)
  /// An entry of a list, a term of an explanation, a line of a form.
  case line(Int)
  case language(Language)
  /// What the program has to say.
  case notice
}

/// What stands where on a screen, for the mouse.
struct HitMap {
  private struct Stretch {
    var columns: Range<Int>
    var target: ClickTarget?
  }

  /// Row by row what was drawn, the last on top.
  private var rows: [[Stretch]]
  private let columns: Int

  init(size: Size) {
    rows = Array(repeating: [], count: size.rows)
    columns = size.columns
  }

  /// What a click on a cell of the screen is for; nil where there is nothing, and outside the screen.
  subscript(place: Point) -> ClickTarget? {
    guard rows.indices.contains(place.row), (0..<columns).contains(place.column) else { return nil }
    return rows[place.row].last { $0.columns.contains(place.column) }?.target
  }

  fileprivate mutating func note(_ target: ClickTarget?, columns: Range<Int>, row: Int) {
    if rows.indices.contains(row) { rows[row].append(Stretch(columns: columns, target: target)) }
  }
}

/// The frame while it is drawn and, for a click, what stands where on it.
///
/// Both come from the same strokes, so they cannot disagree. Nobody but a click pays for the second.
struct Canvas {
  private(set) var frame: Frame
  /// Nil where nobody asks.
  private(set) var hits: HitMap?

  init(size: Size, notingHits: Bool = false) {
    frame = Frame(size: size)
    hits = notingHits ? HitMap(size: size) : nil
  }

  var cursor: Point? {
    get { frame.cursor }
    set { frame.cursor = newValue }
  }

  /// Draws as a frame does, for a target where there is one.
  @discardableResult
  mutating func draw(_ text: String, at place: Point, style: Style = .text, target: ClickTarget? = nil) -> Int
  {
    let end = frame.draw(text, at: place, style: style)
    hits?.note(target, columns: place.column..<max(place.column, end), row: place.row)
    return end
  }

  mutating func fill(_ rect: Rect, style: Style) {
    frame.fill(rect, style: style)
    for row in rect.rows where hits != nil { hits?.note(nil, columns: rect.columns, row: row) }
  }

  /// Draws a block and returns where its focused cell stands, if it has one.
  mutating func draw(_ block: Block, at place: Point) -> Point? {
    var focus: Point?
    for (row, line) in block.lines.enumerated() {
      focus = draw(line, at: Point(column: place.column, row: place.row + row)) ?? focus
    }
    return focus
  }

  @discardableResult
  mutating func draw(_ line: Line, at place: Point) -> Point? {
    var column = place.column
    var focus: Point?
    for span in line {
      let end = draw(
        span.text, at: Point(column: column, row: place.row), style: span.style, target: span.target)
      // The last character of a number stands before the mark for edited cells.
      if span.style.focused { focus = Point(column: max(column, end - 2), row: place.row) }
      column = end
    }
    return focus
  }
}
