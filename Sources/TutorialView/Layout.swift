import Frames
import Tutorial

/// Where the parts of the screen stand at a size.
struct Layout: Hashable {
  enum Kind: Hashable { case full, compact, strip, tooSmall }

  /// The smallest screen that the lesson can be followed on.
  static let smallest = Size(columns: 40, rows: 10)
  /// What a projector with a large font leaves.
  private static let compact = Size(columns: 60, rows: 16)

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

  /// The whole board for one picture; words are left out.
  let isZoomed: Bool
  /// For a class: the words keep two rows, and the picture has the rest.
  let isPresenting: Bool

  /// How the parts stand for what the tutor shows: a presentation has the compact layout at any size, with fewer words,
  /// and a zoomed picture has everything between the title and the footer.
  init(size: Size, of tutor: Tutor) {
    let isZoomed = tutor.presentation.isZoomed && tutor.overlay == nil
    self.init(size: size, isPresenting: tutor.presentation.isOn, isZoomed: isZoomed)
  }

  init(size: Size, isPresenting: Bool = false, isZoomed: Bool = false) {
    self.isPresenting = isPresenting
    self.isZoomed = isZoomed
    self.size = size
    footer = size.rows - 1
    title = 0
    let fits = { (smallest: Size) in size.columns >= smallest.columns && size.rows >= smallest.rows }
    let isWide = fits(Size(columns: 120, rows: 36)) && !isPresenting && !isZoomed
    panel = isWide ? min(size.columns - 46, 80)..<size.columns : nil
    if isZoomed, fits(Self.smallest) {
      kind = fits(Self.compact) ? .compact : .strip
      margin = fits(Self.compact) ? 2 : 0
      wordRows = 0
      tracker = nil
      upperRule = nil
      lowerRule = nil
      strip = 0..<0
      content = 1..<(size.rows - 1)
    } else if fits(Size(columns: 80, rows: 24)), !isPresenting {
      kind = .full
      margin = 3
      wordRows = 5
      tracker = 1
      upperRule = 2
      strip = (size.rows - 4)..<(size.rows - 1)
      lowerRule = size.rows - 5
      content = 4..<(size.rows - 5)
    } else if fits(Self.compact) {
      kind = .compact
      margin = 2
      wordRows = isPresenting ? 2 : 4
      tracker = 1
      upperRule = nil
      strip = (size.rows - 2)..<(size.rows - 1)
      lowerRule = size.rows - 3
      content = 3..<(size.rows - 3)
    } else if fits(Self.smallest) {
      kind = .strip
      margin = 0
      wordRows = isPresenting ? 1 : 3
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
  }

  /// The columns of the board and the words, without the margins.
  var columns: Range<Int> {
    let end = (panel?.lowerBound ?? size.columns) - margin
    return margin..<max(margin, end)
  }
}
