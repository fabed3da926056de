import AttentionCore
import Frames
import Tutorial

/// How the board and the words share the rows between the title and the strip.
struct Board {
  let picture: Block
  let words: [[StyledText]]
  /// The first line of the words on screen, after scrolling.
  let firstWord: Int
  /// How many lines of the words are on screen.
  let visibleWords: Int
  /// Shown instead of the words in EDIT, when the picture does not show the cell under the cursor.
  let inputs: Block?

  var canScrollDown: Bool { firstWord + visibleWords < words.count }
  var canScrollUp: Bool { firstWord > 0 }

  init(_ context: ViewContext, layout: Layout) {
    let width = layout.columns.count
    let height = layout.content.count
    let pictures = context.stageView.pictures(in: context).filter { $0.width <= width }
    let gap = layout.kind == .strip ? 0 : 1
    let isPanelShown = layout.panel != nil

    // The words get what they need, up to half of the rows; the picture takes the roomiest form that is left for it.
    let spaced = layout.kind == .full
    var lines = context.wordLines(width: min(width, 76), spaced: spaced)
    if spaced, lines.count > height / 2 { lines = context.wordLines(width: min(width, 76), spaced: false) }
    let least = pictures.last?.height ?? 0
    let wanted = min(lines.count, max(height / 2, height - least - gap))
    var picture = pictures.first { $0.height + (wanted > 0 ? gap : 0) + wanted <= height } ?? pictures.last ?? Block()

    var inputs: Block?
    if context.tutor.mode == .edit, !isPanelShown, !picture.shows(context.tutor.cursor) {
      let room = Size(columns: width, rows: height)
      let grid = context.cursorGrid(in: room)
      // Where both do not fit, the numbers that are being changed come first.
      picture = pictures.first { $0.height + gap + grid.height <= height } ?? Block()
      inputs = grid
    }
    self.picture = picture
    self.inputs = inputs
    words = inputs == nil ? lines : []
    let room = max(0, height - picture.height - (picture.height > 0 ? gap : 0))
    visibleWords = min(words.count, room)
    firstWord = min(context.tutor.wordsScroll, words.count - visibleWords)
  }

  func draw(on frame: inout Frame, layout: Layout) -> Point? {
    let place = Point(column: layout.columns.lowerBound, row: layout.content.lowerBound)
    var cursor = frame.draw(picture, at: place)
    let end = layout.content.upperBound
    if let inputs {
      cursor = frame.draw(inputs, at: Point(column: place.column, row: end - inputs.height)) ?? cursor
    }
    for line in 0..<visibleWords {
      var column = place.column
      for text in words[firstWord + line] {
        column = frame.draw(text.text, at: Point(column: column, row: end - visibleWords + line), style: text.style)
      }
    }
    return cursor
  }
}

extension Block {
  func shows(_ cell: CellAddress) -> Bool {
    lines.contains { $0.contains { $0.cell == cell } }
  }
}

extension Frame {
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
      let end = draw(span.text, at: Point(column: column, row: place.row), style: span.style)
      // The last character of a number stands before the mark for edited cells.
      if span.style.focused { focus = Point(column: max(column, end - 2), row: place.row) }
      column = end
    }
    return focus
  }
}

extension ViewContext {
  /// The matrix under the cursor, as roomy as it fits.
  func cursorGrid(in room: Size) -> Block {
    let shown = Shown(name: tutor.cursor.name)
    let forms: [GridStyle] = [
      GridStyle(old: .shown), GridStyle(), GridStyle(heading: false), GridStyle(heading: false, columnNames: false),
    ]
    let grids = forms.map { matrixGrid(shown, style: $0) }
    return grids.first { $0.width <= room.columns && $0.height <= room.rows } ?? grids[grids.count - 1]
  }

  /// Every matrix of the worksheet, the inputs beside what is computed from them.
  func pipeline(in room: Size) -> Block {
    let blocks = worksheet.names.map { matrixGrid(Shown(name: $0), style: GridStyle(old: .hidden)) }
    let spaced = blocks.reduce(Block()) { $0.above($1, gap: 1) }
    guard spaced.height > room.rows else { return spaced }
    return blocks.reduce(Block()) { $0.above($1) }
  }
}
