/// What a terminal has to be sent so that it shows one frame after the other: only what changed.
///
/// Nothing is known of the terminal but its size: it is cleared first, and each place is named from its corner. Besides
/// SGR only three sequences of ECMA-48 and one private mode are used: cursor position, erase, and the mode that shows
/// the cursor.
public struct FrameUpdates: Sendable {
  private struct PaintedCell: Hashable {
    var text = " "
    var paint = Paint()
  }

  public let depth: ColorDepth
  /// What the terminal shows, row by row; nil before the first frame.
  private var shown: (size: Size, cells: [PaintedCell])?
  private var cursor: Point?

  public init(depth: ColorDepth = .full) { self.depth = depth }

  /// The bytes that turn what is shown into a frame; none where nothing changed.
  public mutating func update(to frame: Frame, theme: Theme) -> String {
    let cells = frame.cells.map {
      PaintedCell(text: $0.text, paint: theme.paint(for: $0.style, depth: depth))
    }
    var output = ""
    if shown?.size != frame.size {
      output = "\u{1B}[0m\u{1B}[?25l\u{1B}[2J"
      shown = (frame.size, Array(repeating: PaintedCell(), count: cells.count))
      cursor = nil
    }
    let changes = changes(to: cells, size: frame.size)
    output += changes
    if let place = frame.cursor {
      if !changes.isEmpty || place != cursor { output += position(place) }
      if cursor == nil { output += "\u{1B}[?25h" }
    } else if cursor != nil {
      output += "\u{1B}[?25l"
    }
    shown = (frame.size, cells)
    cursor = frame.cursor
    return output
  }

  private func changes(to cells: [PaintedCell], size: Size) -> String {
    guard let before = shown?.cells else { return "" }
    var output = ""
    var paint = Paint()
    for row in 0..<size.rows {
      let start = row * size.columns
      for columns in changedColumns(from: before, to: cells, start: start, count: size.columns) {
        output += position(Point(column: columns.lowerBound, row: row))
        for cell in cells[(start + columns.lowerBound)..<(start + columns.upperBound)] {
          if cell.paint != paint {
            paint = cell.paint
            output += paint.sequence(depth: depth)
          }
          output += cell.text
        }
      }
    }
    return paint == Paint() ? output : output + Paint().sequence(depth: depth)
  }

  /// The columns of a row that differ; neighbours that are closer than another position would be long count as one.
  private func changedColumns(
    from before: [PaintedCell], to after: [PaintedCell], start: Int, count: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for column in 0..<count where before[start + column] != after[start + column] {
      var first = column
      // The right half of a wide grapheme is drawn with its left half.
      if after[start + column].text.isEmpty, column > 0 { first -= 1 }
      if let last = ranges.last, first - last.upperBound < Self.shortestGap {
        ranges[ranges.count - 1] = last.lowerBound..<(column + 1)
      } else {
        ranges.append(first..<(column + 1))
      }
    }
    return ranges
  }

  private static let shortestGap = 6

  private func position(_ place: Point) -> String { "\u{1B}[\(place.row + 1);\(place.column + 1)H" }
}

extension Paint {
  /// The sequence after which exactly this paint is in force.
  fileprivate func sequence(depth: ColorDepth) -> String {
    let parameters = sgr(depth: depth)
    return parameters.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(parameters)m"
  }
}
