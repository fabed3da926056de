import AttentionCore
import Frames
import Tutorial

/// How the words and the picture share the rows between the title and the strip: words above, picture under them.
///
/// The words keep a few rows even where they need fewer, so that the picture stays where it is from step to step.
struct Board {
  let picture: Block
  /// What the learner may play, and the goals to reach, between the words and the picture.
  private let task: Block
  private let taskRow: Int
  /// The row of the picture's first line.
  private let pictureRow: Int
  let words: [[StyledText]]
  /// The first line of the words on screen, after scrolling.
  let firstWord: Int
  /// How many lines of the words are on screen.
  let visibleWords: Int
  /// In place of the words in EDIT, when the picture does not show the cell under the cursor.
  private let inputs: Block?

  var canScrollDown: Bool { firstWord + visibleWords < words.count }
  var canScrollUp: Bool { firstWord > 0 }

  init(_ context: ViewContext, layout: Layout) {
    let width = layout.columns.count
    let pictures = context.stageView.pictures(in: context)
    let gap = layout.kind == .strip ? 0 : 1
    task = context.task(width: width, isCompact: layout.kind == .strip)
    let height = layout.content.count - task.height
    let (lines, newest) = context.wordLines(
      width: min(width, Self.widestWords), rows: layout.kind == .full ? layout.wordRows : 0)

    // The words get what they need and the picture takes the roomiest form that is left for it; only where even the
    // smallest form does not fit under the words do they give way.
    var upper = min(height, max(layout.wordRows, lines.count))
    var picture = Self.first(of: pictures, width: width, height: height - gap - upper)
    if picture == nil, let smallest = Self.first(of: pictures.reversed(), width: width, height: height) {
      upper = max(1, height - gap - smallest.height)
      picture = smallest
    }

    var inputs: Block?
    if context.tutor.mode == .edit, context.tutor.offer == nil, layout.panel == nil,
      picture?.shows(context.tutor.cursor) != true
    {
      let grid = context.cursorGrid(in: Size(columns: width, rows: max(upper, 3)))
      upper = max(upper, grid.height)
      // Where both do not fit, the numbers that are being changed come first.
      picture = Self.first(of: pictures, width: width, height: height - gap - upper)
      inputs = grid
    }
    self.picture = picture ?? Block()
    self.inputs = inputs
    words = inputs == nil ? lines : []
    visibleWords = min(words.count, upper)
    firstWord = max(0, min(context.tutor.wordsScroll ?? newest, words.count - visibleWords))
    taskRow = layout.content.lowerBound + upper
    pictureRow = taskRow + task.height + gap
  }

  /// The first picture that is not larger than a size.
  private static func first(of pictures: [() -> Block], width: Int, height: Int) -> Block? {
    for draw in pictures {
      let picture = draw()
      if picture.width <= width, picture.height <= height { return picture }
    }
    return nil
  }

  /// Longer lines are hard to read.
  private static let widestWords = 76

  /// Draws both and returns where the focused cell stands, if one is.
  func draw(on frame: inout Frame, layout: Layout) -> Point? {
    let place = Point(column: layout.columns.lowerBound, row: layout.content.lowerBound)
    for line in 0..<visibleWords {
      var column = place.column
      for text in words[firstWord + line] {
        column = frame.draw(text.text, at: Point(column: column, row: place.row + line), style: text.style)
      }
    }
    let onInputs = inputs.flatMap { frame.draw($0, at: place) }
    let onTask = frame.draw(task, at: Point(column: place.column, row: taskRow))
    let onPicture = frame.draw(picture, at: Point(column: place.column, row: pictureRow))
    return onTask ?? onPicture ?? onInputs
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
      GridStyle(old: .shown), GridStyle(), GridStyle(heading: false),
      GridStyle(heading: false, columnNames: false),
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
