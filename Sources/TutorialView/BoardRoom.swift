import AttentionCore
import Frames
import Tutorial

/// The rows and columns of the board, and how words and picture share them.
struct Room {
  let width: Int
  let height: Int
  /// Between words and picture.
  let gap: Int
  private let wordRows: Int
  private let spacedRows: Int
  private let markWidth: Int
  private let hasPanel: Bool

  struct Share {
    var words: [[StyledText]]
    /// The rows of the words.
    var upper: Int
    var picture: Block
    var inputs: Viewport?
    /// Whether the picture has more rows than there are.
    var scrolls = false
  }

  init(_ context: ViewContext, layout: Layout) {
    width = layout.columns.count
    height = layout.content.count
    gap = layout.kind == .strip ? 0 : 1
    wordRows = layout.wordRows
    spacedRows = layout.kind == .full ? layout.wordRows : 0
    markWidth = layout.markWidth
    hasPanel = layout.panel != nil
  }

  /// The words get what they need and the picture takes the roomiest form that is left for it; only where even the
  /// smallest form does not fit under the words do they give way, and only where that is not enough does it scroll.
  func share(_ context: ViewContext) -> Share {
    let pictures = context.stageView.pictures(in: context, width: width)
    let lines = wordLines(context, width: width)
    let upper = min(height, max(wordRows, lines.count))
    var share = Share(words: lines, upper: upper, picture: Block())
    if pictures.isEmpty {
      share.upper = height
    } else if let picture = first(of: pictures, height: height - gap - upper) {
      share.picture = picture
    } else if let picture = smallest(of: pictures), picture.height <= height - gap - min(1, lines.count) {
      share.upper = height - gap - picture.height
      share.picture = picture
    } else {
      share = scrolling(context)
    }
    if share.words.count > share.upper, !share.scrolls, markWidth > 0 {
      share.words = wordLines(context, width: width - markWidth)
    }
    if context.tutor.mode == .edit, !hasPanel, !share.picture.shows(context.tutor.cursor) {
      addInputs(to: &share, pictures, context)
    }
    return share
  }

  /// A picture that does not fit: the words have a third of the rows until they are scrolled away.
  private func scrolling(_ context: ViewContext) -> Share {
    let isEditing = context.tutor.mode == .edit
    let width = width - markWidth
    let lines = wordLines(context, width: width)
    let pictures = context.stageView.pictures(in: context, width: width)
    // While numbers are changed, what they change matters more than the words, which do not scroll then.
    if isEditing, let picture = smallest(of: pictures), picture.height <= height {
      return Share(words: [], upper: 0, picture: picture)
    }
    return Share(
      words: lines, upper: isEditing ? 0 : min(lines.count, max(1, height / 3)),
      picture: pictures.last?() ?? Block(), scrolls: true)
  }

  /// Puts the matrix under the cursor in place of the words: where not all fits, the numbers that are being changed
  /// come first.
  private func addInputs(to share: inout Share, _ pictures: [() -> Block], _ context: ViewContext) {
    let grid = context.cursorGrid(in: Size(columns: width, rows: max(share.upper, 3)))
    let rows = min(grid.height, height)
    share.inputs = Viewport(grid, rows: rows, around: context.tutor.cursor)
    share.upper = max(min(share.upper, height), rows)
    share.scrolls = false
    share.picture = first(of: pictures, height: height - gap - share.upper) ?? Block()
  }

  private func wordLines(_ context: ViewContext, width: Int) -> [[StyledText]] {
    context.wordLines(width: min(width, Self.widestWords), rows: spacedRows)
  }

  /// The first picture that is not larger than the room.
  private func first(of pictures: [() -> Block], height: Int) -> Block? {
    for draw in pictures {
      let picture = draw()
      if picture.width <= width, picture.height <= height { return picture }
    }
    return nil
  }

  /// The lowest picture that is not too wide; the roomier of two of one height.
  private func smallest(of pictures: [() -> Block]) -> Block? {
    pictures.map { $0() }.filter { $0.width <= width }.min { $0.height < $1.height }
  }

  /// Longer lines are hard to read.
  private static let widestWords = 76
}

/// What is on screen after so many presses of the key that scrolls down.
struct Scroll {
  let words: Int
  /// How many lines of the words there are at first.
  let shownWords: Int
  let picture: Block
  let rows: Int
  let gap: Int

  struct Step {
    var firstWord: Int
    var words: Int
    /// The first line of the picture among those that are not pinned.
    var firstLine: Int
    var isLast: Bool
  }

  func step(_ place: Int) -> Step {
    let top = min(place, words)
    let shown = min(shownWords, words - top)
    let body = picture.height - picture.pinned
    let room = rows - shown - (shown > 0 ? gap : 0) - picture.pinned
    let isReading = place <= words - shownWords
    let first = isReading && picture.startsAtEnd ? max(0, body - room) : max(0, place - words)
    let isLast = !(isReading && (place < words - shownWords || picture.startsAtEnd)) && first + room >= body
    return Step(firstWord: top, words: shown, firstLine: first, isLast: isLast)
  }

  /// The place from which on nothing more comes into view.
  var last: Int { (0...(words + picture.height)).first { step($0).isLast } ?? 0 }
}
