import AttentionCore
import Frames
import Tutorial

/// Matrices as they are, side by side where they fit, and what the read cell says in words.
struct MatricesView: StageView {
  let shown: [Shown]

  /// What stands under the matrices.
  private struct Tail: OptionSet {
    let rawValue: UInt8
    static let reading = Tail(rawValue: 1)
    static let counts = Tail(rawValue: 2)
  }

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let all: Tail = [.reading, .counts]
    let line = GridStyle(sums: true, old: .shown)
    let corner = GridStyle(head: .corner, old: .shown)
    let small = GridStyle(head: .corner, gap: 0, bands: true)
    let forms: [(GridStyle, Tail)] = [
      (line.with { ($0.edges, $0.spaced) = (true, true) }, all), (line.with { $0.edges = true }, all),
      (line, all), (line.with { $0.edges = true }, []), (line, []), (line.with { $0.sums = false }, []),
      (line.with { $0.old = .hidden }, all), (line.with { $0.old = .hidden }, []),
      (corner, all), (corner, []), (corner.with { $0.gap = 0 }, []),
      (corner.with { $0.old = .hidden }, all), (corner.with { $0.old = .hidden }, []),
      (small, all), (small, .counts), (small, []),
      (small.with { ($0.head, $0.numbersColumns) = (.label, false) }, []),
      (small.with { $0.inOrder = false }, []),
      (small.with { ($0.head, $0.numbersColumns, $0.inOrder) = (.label, false, false) }, []),
      // For scrolling, which has all the room there is.
      (small, all),
    ]
    return forms.map { style, tail in { picture(in: context, style: style, tail: tail, width: width) } }
  }

  private func picture(in context: ViewContext, style: GridStyle, tail: Tail, width: Int) -> Block {
    let numbers = shown.filter(context.isNumber)
    let tables = shown.filter { !context.isNumber($0) }
    let grids = context.grids(of: tables, joining: style.head != .line)
    let blocks = grids.map { context.draw($0, style: style, width: width, isAlone: grids.count == 1) }
    let gap = style.head == .line ? 1 : 0
    var picture = Block.flow(
      blocks, width: width, gap: style.gap > 0 ? 3 : 1, rowGap: gap, inOrder: style.inOrder)
    if blocks.count == 1 { picture.pinned = blocks[0].pinned }
    let line = context.numberLines(
      numbers, width: width, old: style.old, isAlone: tables.isEmpty && style.spaced)
    if let first = shown.first, context.isNumber(first) {
      picture = line.above(picture, gap: gap)
    } else {
      picture = picture.above(line, gap: gap)
    }
    return picture.above(self.tail(tail, in: context, style: style, width: width), gap: gap)
  }

  private func tail(_ tail: Tail, in context: ViewContext, style: GridStyle, width: Int) -> Block {
    var lines: [Line] = []
    if tail.contains(.counts), style.old == .hidden { lines += context.changeCounts(of: names, width: width) }
    if tail.contains(.reading) { lines += context.readings(among: names).filter { $0.width <= width } }
    return Block(lines)
  }

  private var names: [String] {
    shown.reduce(into: []) { names, shown in if !names.contains(shown.name) { names.append(shown.name) } }
  }
}

extension GridStyle {
  func with(_ change: (inout GridStyle) -> Void) -> GridStyle {
    var style = self
    change(&style)
    return style
  }
}
