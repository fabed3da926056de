import AttentionCore
import Frames
import Tutorial

/// How the words and the picture share the rows between the title and the strip: words above, picture under them.
///
/// The words keep a few rows even where they need fewer, so that the picture stays where it is from step to step. What
/// does not fit scrolls: first the words to their end, then the picture takes their place.
struct Board {
  let words: [[StyledText]]
  private let choices: [Int: Int]
  /// The first line of the words on screen, and how many there are.
  let firstWord: Int
  let visibleWords: Int
  /// What the learner may play, and the goals to reach, between the words and the picture.
  private let task: Block
  private let taskRow: Int
  let picture: Viewport
  /// The row of the picture's first line.
  private let pictureRow: Int
  /// In place of the words in EDIT, when the picture does not show the cell under the cursor.
  private let inputs: Viewport?
  /// How far it is scrolled.
  let place: Int
  let canScrollDown: Bool
  var canScrollUp: Bool { place > 0 }
  /// The row after its last line.
  var bottom: Int { pictureRow + picture.rows }

  init(_ context: ViewContext, layout: Layout) {
    let tutor = context.tutor
    let share = Room(context, layout: layout).share(context)
    words = share.inputs == nil ? share.words : []
    choices = share.choices
    inputs = share.inputs
    task = share.task
    let shown: Scroll.Step
    if share.scrolls {
      let scroll = Scroll(
        words: words.count, shownWords: share.upper, picture: share.picture,
        rows: layout.content.count - task.height, gap: share.gap, hasGap: task.height > 0)
      let newest = min(share.newest, words.count - share.upper)
      place = max(0, min(tutor.wordsScroll ?? newest, scroll.last))
      canScrollDown = place < scroll.last
      shown = scroll.step(place)
    } else {
      let visible = min(words.count, share.upper)
      place = max(0, min(tutor.wordsScroll ?? share.newest, words.count - visible))
      canScrollDown = place + visible < words.count
      shown = Scroll.Step(firstWord: place, words: visible, firstLine: 0, isLast: !canScrollDown)
    }
    firstWord = shown.firstWord
    visibleWords = shown.words
    let upper = share.scrolls ? shown.words : share.upper
    taskRow = layout.content.lowerBound + upper
    pictureRow = taskRow + task.height + (upper + task.height > 0 ? share.gap : 0)
    let rows = layout.content.upperBound - pictureRow
    let isFollowing = tutor.mode == .edit && tutor.offer == nil && share.picture.shows(tutor.cursor)
    picture =
      isFollowing
      ? Viewport(share.picture, rows: rows, around: tutor.cursor)
      : Viewport(share.picture, rows: rows, first: shown.firstLine)
  }

  /// Draws both and returns where the focused cell stands, if one is.
  func draw(on frame: inout Canvas, layout: Layout, context: ViewContext) -> Point? {
    let place = Point(column: layout.columns.lowerBound, row: layout.content.lowerBound)
    for line in 0..<visibleWords {
      var column = place.column
      let choice = choices[firstWord + line].map(ClickTarget.choice)
      for text in words[firstWord + line] {
        column = frame.draw(
          text.text, at: Point(column: column, row: place.row + line), style: text.style, target: choice)
      }
    }
    let onInputs = inputs.flatMap { frame.draw(Block($0.lines), at: place) }
    let onTask = frame.draw(task, at: Point(column: place.column, row: taskRow))
    let onPicture = frame.draw(Block(picture.lines), at: Point(column: place.column, row: pictureRow))
    drawMarks(on: &frame, layout: layout, context: context)
    return onTask ?? onPicture ?? onInputs
  }

  /// Arrows at the edge that say where there is more.
  private func drawMarks(on frame: inout Canvas, layout: Layout, context: ViewContext) {
    let column = layout.markColumn
    let style = Style(.token, bold: true)
    let top = layout.content.lowerBound
    let scrolls = context.tutor.mode == .step
    // In EDIT nothing scrolls but with the cursor.
    let isUp = picture.isCutAbove || (scrolls && canScrollUp)
    let downRow =
      picture.below > 0
      ? pictureRow + picture.rows - 1 : firstWord + visibleWords < words.count ? top + visibleWords - 1 : nil
    if isUp {
      frame.draw(
        context.glyphs.up, at: Point(column: column, row: visibleWords > 0 ? top : pictureRow), style: style,
        target: scrolls ? .key(.up) : nil)
    }
    guard let downRow else { return }
    frame.draw(
      context.glyphs.down, at: Point(column: column, row: downRow), style: style,
      target: scrolls ? .key(.down) : nil)
    guard picture.below > 0, picture.block.isList, let last = picture.lines.last else { return }
    let more = context.words.text(.boardMore, ["count": "\(picture.below)"])
    let start = column - 1 - displayWidth(of: more)
    if start > layout.columns.lowerBound + last.width {
      frame.draw(more, at: Point(column: start, row: downRow), style: Style(.faint))
    }
  }
}

extension Block {
  func shows(_ cell: CellAddress) -> Bool {
    lines.contains { $0.contains { $0.cell == cell } }
  }
}

extension Layout {
  /// Where the arrows stand that say there is more: in the margin, or in the last column where there is none.
  var markColumn: Int { margin > 0 ? columns.upperBound + margin - 2 : columns.upperBound - 1 }
  /// How many columns of the board the arrows need.
  var markWidth: Int { margin > 0 ? 0 : 2 }
}
