import AttentionCore
import Frames

/// A piece of a line in one style.
struct Span: Hashable {
  let text: String
  let style: Style
  /// What a click on it is for.
  let target: ClickTarget?
  /// Measured once, since a picture is measured in many forms before one is drawn.
  let width: Int

  init(_ text: String, _ style: Style = .text, target: ClickTarget? = nil) {
    self.text = text
    self.style = style
    self.target = target
    width = displayWidth(of: text)
  }

  init(_ text: String, _ style: Style, cell: CellAddress?) {
    self.init(text, style, target: cell.map(ClickTarget.cell))
  }

  /// Which cell of the worksheet it shows, if it shows one.
  var cell: CellAddress? {
    if case .cell(let cell) = target { cell } else { nil }
  }
}

extension Span {
  init(blank columns: Int) { self.init(blanks(columns)) }
}

/// So many blanks; none where there are less than one.
func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

/// One line of a picture, from the left.
typealias Line = [Span]

extension Line {
  var width: Int { reduce(0) { $0 + $1.width } }

  /// The line, all of it for one click.
  func clicked(as target: ClickTarget) -> Line { map { Span($0.text, $0.style, target: target) } }

  /// The line, with blanks after it up to a width.
  func padded(to width: Int) -> Line {
    width > self.width ? self + [Span(blank: width - self.width)] : self
  }

  /// The line, with blanks before it up to a width.
  func rightAligned(to width: Int) -> Line {
    width > self.width ? [Span(blank: width - self.width)] + self : self
  }

  /// The line, with as many blanks on both sides as a width leaves.
  func centred(in width: Int) -> Line {
    let left = Swift.max(0, (width - self.width) / 2)
    return [Span(blank: left)] + self
  }
}

extension Line {
  /// The line as a block of lines of at most a width, broken at its blanks.
  func wrapped(to width: Int) -> Block {
    let words = flatMap { span in
      span.text.split(separator: " ").map { Span(String($0), span.style, cell: span.cell) }
    }
    return Block(
      words.reduce(into: [Line]()) { lines, word in
        guard let last = lines.last, last.width + 1 + word.width <= width else { return lines.append([word]) }
        lines[lines.count - 1] = last + [Span(" ", word.style), word]
      })
  }
}

/// Lines that belong together: a matrix, a formula, a column of bars.
struct Block: Hashable {
  var lines: [Line]
  /// How many lines at the top stay where they are while the rest scrolls: the names of the columns.
  var pinned = 0
  /// Where the block does not fit, its end is seen first: the latest of a history.
  var startsAtEnd = false
  /// Each line is an entry of its own, so that those out of sight can be counted.
  var isList = false
  /// The lines are one drawing: nothing may come between them.
  var isDrawn = false

  init(_ lines: [Line] = []) { self.lines = lines }

  static let gapBeside = 3

  var width: Int { lines.map(\.width).max() ?? 0 }
  var height: Int { lines.count }
  /// The width without the blanks at the ends of the lines, such as the places of marks.
  var inkWidth: Int {
    lines.map { line in
      var width = line.width
      for span in line.reversed() {
        let blanks = span.text.reversed().prefix { $0 == " " }.count
        width -= blanks
        if blanks < span.text.count { break }
      }
      return width
    }.max() ?? 0
  }

  /// The block as one drawing.
  var drawn: Block {
    var block = self
    block.isDrawn = true
    return block
  }

  /// The block, all of it for one click.
  func clicked(as target: ClickTarget) -> Block {
    var block = self
    block.lines = lines.map { $0.clicked(as: target) }
    return block
  }

  /// This block with another one at its right.
  func beside(_ other: Block, gap: Int = Self.gapBeside) -> Block {
    let left = width
    return Block(
      (0..<max(height, other.height)).map { row in
        let line = row < height ? lines[row] : []
        guard row < other.height, !other.lines[row].isEmpty else { return line }
        return line.padded(to: left + gap) + other.lines[row]
      })
  }

  /// This block with another one under it.
  func above(_ other: Block, gap: Int = 0) -> Block {
    guard !lines.isEmpty, !other.lines.isEmpty else { return lines.isEmpty ? other : self }
    var block = Block(lines + Array(repeating: [], count: gap) + other.lines)
    block.pinned = pinned
    return block
  }

  /// Blocks side by side as far as a width goes, then in another row under them.
  ///
  /// - Parameter inOrder: Whether they are read from left to right and down; else each goes where there is room.
  static func flow(_ blocks: [Block], width: Int, gap: Int, rowGap: Int, inOrder: Bool = true) -> Block {
    var shelves: [Block] = []
    for block in blocks where !block.lines.isEmpty {
      let open = inOrder ? shelves.indices.suffix(1) : shelves.indices
      if let shelf = open.first(where: { shelves[$0].width + gap + block.width <= width }) {
        shelves[shelf] = shelves[shelf].beside(block, gap: gap)
      } else {
        shelves.append(block)
      }
    }
    guard shelves.count > 1 else { return shelves.first ?? Block() }
    return shelves.reduce(Block()) { $0.above($1, gap: rowGap) }
  }
}

/// A table of lines, each column as wide as its widest entry.
///
/// Entries are aligned to the right, since they are numbers; the first column to the left, since it is labels.
func table(_ rows: [[Line]], gap: Int = 2) -> Block {
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
  }
  return Block(
    rows.map { row in
      row.enumerated().reduce(into: Line()) { line, entry in
        let (column, content) = entry
        if column == 0 {
          line += content.padded(to: widths[0])
        } else {
          line += [Span(blank: gap)] + content.rightAligned(to: widths[column])
        }
      }
    })
}
