import Frames

/// Where the parts of the screen stand at a size.
struct Layout: Hashable {
  enum Kind: Hashable { case full, compact, strip, tooSmall }

  /// The smallest screen that the lesson can be followed on.
  static let smallest = Size(columns: 40, rows: 10)

  let kind: Kind
  let size: Size
  /// Blank columns at both edges.
  let margin: Int
  /// Rows of the title, the stage tracker and the line under them; nil where there is no room for one.
  let title: Int
  let tracker: Int?
  let upperRule: Int?
  /// The rows that the board and the words share.
  let content: Range<Int>
  let lowerRule: Int?
  let strip: Range<Int>
  let footer: Int
  /// How many rows the words keep at least.
  let wordRows: Int
  /// The columns of the side panel, which shows the whole pipeline; nil below 120×36.
  let panel: Range<Int>?

  init(size: Size) {
    self.size = size
    footer = size.rows - 1
    title = 0
    if size.columns >= 80, size.rows >= 24 {
      kind = .full
      margin = 3
      wordRows = 5
      tracker = 1
      upperRule = 2
      strip = (size.rows - 4)..<(size.rows - 1)
      lowerRule = size.rows - 5
      content = 4..<(size.rows - 5)
    } else if size.columns >= 60, size.rows >= 16 {
      kind = .compact
      margin = 2
      wordRows = 4
      tracker = 1
      upperRule = nil
      strip = (size.rows - 2)..<(size.rows - 1)
      lowerRule = size.rows - 3
      content = 3..<(size.rows - 3)
    } else if size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows {
      kind = .strip
      margin = 0
      wordRows = 3
      tracker = nil
      upperRule = nil
      strip = (size.rows - 2)..<(size.rows - 1)
      lowerRule = nil
      content = 1..<(size.rows - 2)
    } else {
      kind = .tooSmall
      margin = 0
      wordRows = 0
      tracker = nil
      upperRule = nil
      strip = 0..<0
      lowerRule = nil
      content = 0..<0
    }
    panel = size.columns >= 120 && size.rows >= 36 ? min(size.columns - 46, 80)..<size.columns : nil
  }

  /// The columns of the board and the words, without the margins.
  var columns: Range<Int> {
    let end = (panel?.lowerBound ?? size.columns) - margin
    return margin..<max(margin, end)
  }
}
