import AttentionCore
import Frames
import Tutorial

/// The rows and columns of the board, and how words and picture share them.
struct Room {
  let width: Int
  /// Without the rows of the task.
  let height: Int
  /// Between words and picture.
  let gap: Int
  private let task: Block
  private let wordRows: Int
  private let spacedRows: Int
  private let markWidth: Int
  private let hasPanel: Bool
  private let isZoomed: Bool
  /// The most rows that the words of a step have while it is presented; what is asked and answered has what it needs.
  private let mostWords: Int

  struct Share {
    var words: [[StyledText]]
    /// Which lines of the words belong to which choice of the question.
    var choices: [Int: Int] = [:]
    /// The line of the words where the newest part begins.
    var newest: Int
    /// The rows of the words.
    var upper: Int
    var task: Block
    /// The rows between them and the picture; none where it needs every row.
    var gap: Int
    var picture = Block()
    var inputs: Viewport?
    /// Whether the picture has more rows than there are.
    var scrolls = false
  }

  init(_ context: ViewContext, layout: Layout) {
    width = layout.columns.count
    task = context.task(width: width, isCompact: layout.kind != .full)
    height = layout.content.count - task.height
    gap = layout.kind == .strip ? 0 : 1
    wordRows = layout.wordRows
    spacedRows = layout.kind == .full ? layout.wordRows : 0
    markWidth = layout.markWidth
    hasPanel = layout.panel != nil
    isZoomed = layout.isZoomed
    mostWords = layout.isPresenting && context.tutor.speech.count == 1 ? layout.wordRows : Int.max
  }

  /// The words get what they need and the picture takes the roomiest form that is left for it; only where even the
  /// smallest form does not fit under the words do they give way, and only where that is not enough does it scroll.
  func share(_ context: ViewContext) -> Share {
    let tutor = context.tutor
    if isZoomed { return zoomed(context) }
    var pictures = Pictures(context.stageView.pictures(in: context, width: width))
    var share = words(context, width: width)
    share.upper = min(height, max(wordRows, min(mostWords, share.words.count)))
    if pictures.isEmpty {
      share.upper = height
    } else if let picture = pictures.first(width: width, height: height - gap - share.upper) {
      share.picture = picture
    } else if let picture = pictures.smallest(width: width),
      picture.height <= height - leastWords(share, context)
    {
      share.gap = min(gap, height - picture.height - min(1, share.words.count))
      share.upper = height - share.gap - picture.height
      share.picture = picture
    } else {
      share = scrolling(&pictures, context)
    }
    if share.words.count > share.upper, !share.scrolls, markWidth > 0 {
      let narrow = words(context, width: width - markWidth)
      (share.words, share.newest, share.choices) = (narrow.words, narrow.newest, narrow.choices)
    }
    if tutor.mode == .edit, tutor.offer == nil, !hasPanel, !share.picture.shows(tutor.cursor) {
      addInputs(to: &share, &pictures, context)
    }
    return share
  }

  /// How many rows of words must be on screen: one, or all where they matter more than the picture.
  private func leastWords(_ share: Share, _ context: ViewContext) -> Int {
    return context.saysWhatMatters ? share.words.count + gap : min(1, share.words.count)
  }

  /// The picture alone; where even that does not fit, it scrolls.
  private func zoomed(_ context: ViewContext) -> Share {
    let picture = context.zoomed(in: Size(columns: width, rows: height))
    return Share(
      words: [], newest: 0, upper: 0, task: task, gap: 0, picture: picture, scrolls: picture.height > height)
  }

  /// A picture that does not fit: the words have a third of the rows until they are scrolled away.
  private func scrolling(_ wide: inout Pictures, _ context: ViewContext) -> Share {
    let isEditing = context.tutor.mode == .edit
    let width = width - markWidth
    var share = words(context, width: width)
    // While numbers are changed, what they change matters more than the words, which do not scroll then.
    if isEditing, let picture = wide.smallest(width: self.width), picture.height <= height {
      (share.words, share.picture, share.gap) = ([], picture, min(gap, height - picture.height))
      return share
    }
    share.picture = wide.last
    share.scrolls = true
    // The arrows need the last column, but not the places of marks, which end each line of a matrix.
    if share.picture.inkWidth > self.width - markWidth / 2 {
      var narrow = Pictures(context.stageView.pictures(in: context, width: width))
      share.picture = narrow.last
    }
    // A long task would leave no room to scroll in, so it scrolls as well.
    if task.height > 2, task.height * 2 > height {
      share.task = Block()
      share.picture = task.above(share.picture)
    }
    let rows = height + task.height - share.task.height
    let least = context.saysWhatMatters ? share.words.count : max(1, rows / 3)
    share.upper = isEditing ? 0 : min(share.words.count, rows, least)
    return share
  }

  /// Puts the matrix under the cursor in place of the words: where not all fits, the numbers that are being changed
  /// come first.
  private func addInputs(to share: inout Share, _ pictures: inout Pictures, _ context: ViewContext) {
    let grid = context.cursorGrid(in: Size(columns: width, rows: max(share.upper, 3)))
    let rows = min(grid.height, height)
    share.task = task
    share.inputs = Viewport(grid, rows: rows, around: context.tutor.cursor)
    share.upper = max(min(share.upper, height), rows)
    share.scrolls = false
    share.picture = pictures.first(width: width, height: height - gap - share.upper) ?? Block()
  }

  private func words(_ context: ViewContext, width: Int) -> Share {
    let (lines, newest, choices) = context.wordLines(width: min(width, Self.widestWords), rows: spacedRows)
    return Share(words: lines, choices: choices, newest: newest, upper: 0, task: task, gap: gap)
  }

  /// Longer lines are hard to read.
  private static let widestWords = 76
}

/// The forms of a picture, each drawn when it is first looked at and only once.
private struct Pictures {
  private let forms: [() -> Block]
  private var drawn: [Block?]

  init(_ forms: [() -> Block]) {
    self.forms = forms
    drawn = Array(repeating: nil, count: forms.count)
  }

  var isEmpty: Bool { forms.isEmpty }

  /// The roomiest one that is not larger than a room.
  mutating func first(width: Int, height: Int) -> Block? {
    for form in forms.indices {
      let picture = picture(form)
      if picture.width <= width, picture.height <= height { return picture }
    }
    return nil
  }

  /// The lowest one that is not too wide; the roomier of two of one height.
  mutating func smallest(width: Int) -> Block? {
    var smallest: Block?
    for form in forms.indices {
      let picture = picture(form)
      if picture.width <= width, picture.height < smallest?.height ?? .max { smallest = picture }
    }
    return smallest
  }

  /// The one for scrolling.
  var last: Block {
    mutating get { forms.isEmpty ? Block() : picture(forms.count - 1) }
  }

  private mutating func picture(_ form: Int) -> Block {
    if let block = drawn[form] { return block }
    let block = forms[form]()
    drawn[form] = block
    return block
  }
}

/// What is on screen after so many presses of the key that scrolls down.
struct Scroll {
  let words: Int
  /// How many lines of the words there are at first.
  let shownWords: Int
  let picture: Block
  let rows: Int
  let gap: Int
  /// Whether something else than words stands over the picture.
  let hasGap: Bool

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
    let room = rows - shown - (shown > 0 || hasGap ? gap : 0) - picture.pinned
    let isReading = place <= words - shownWords
    let first = isReading && picture.startsAtEnd ? max(0, body - room) : max(0, place - words)
    let isLast = !(isReading && (place < words - shownWords || picture.startsAtEnd)) && first + room >= body
    return Step(firstWord: top, words: shown, firstLine: first, isLast: isLast)
  }

  /// The place from which on nothing more comes into view.
  var last: Int { (0...(words + picture.height)).first { step($0).isLast } ?? 0 }
}

extension ViewContext {
  /// Whether the words matter more than the picture: nobody votes for what is not seen, and a challenge that is met
  /// says what it means.
  fileprivate var saysWhatMatters: Bool {
    guard tutor.mode == .step, tutor.experiment == nil else { return false }
    return tutor.question?.isRevealed == false || tutor.challenge?.isMet == true
  }
}
