import AttentionCore
import Frames
import Tutorial

/// The pipeline at the right edge of a wide screen: from the inputs to the output.
func drawPanel(_ context: ViewContext, _ layout: Layout, on frame: inout Canvas) -> Point? {
  guard let panel = layout.panel else { return nil }
  for row in (layout.content.lowerBound - 1)..<layout.content.upperBound {
    frame.draw(
      context.glyphs.verticalLine, at: Point(column: panel.lowerBound, row: row), style: Style(.rule))
  }
  let room = Size(columns: panel.count - 3, rows: layout.content.count)
  return frame.draw(
    context.pipeline(in: room), at: Point(column: panel.lowerBound + 3, row: layout.content.lowerBound))
}

extension ViewContext {
  /// As much of the worksheet as fits, in its order: what the step shows first, then what that is computed from.
  func pipeline(in room: Size) -> Block {
    let names = pipelineNames()
    // How many fit is found with the smallest form of each, drawn once.
    let small = GridStyle(head: .label, numbersColumns: false, gap: 0, bands: true)
    let blocks = names.reduce(into: [String: Block]()) { blocks, name in
      let shown = Shown(name: name)
      blocks[name] =
        isNumber(shown)
        ? numberLines([shown], width: room.columns, old: .hidden)
        : matrixGrid(shown, style: small, width: room.columns)
    }
    var best = Block()
    var count = 0
    for candidate in names.indices.map({ $0 + 1 }) {
      let chosen = Set(names.prefix(candidate))
      let ordered = worksheet.names.filter(chosen.contains).compactMap { blocks[$0] }
      let block = Block.flow(ordered, width: room.columns, gap: 2, rowGap: 0).above(note(candidate))
      guard block.height <= room.rows else { break }
      (best, count) = (block, candidate)
    }
    return roomiest(Array(names.prefix(count)), note(count), in: room) ?? best
  }

  /// The form with the most room around the numbers in which some matrices still fit.
  private func roomiest(_ names: [String], _ note: Block, in room: Size) -> Block? {
    let ordered = worksheet.names.filter(Set(names).contains).map { Shown(name: $0) }
    let numbers = numberLines(ordered.filter(isNumber), width: room.columns, old: .hidden)
    let grids = grids(of: ordered.filter { !isNumber($0) }, joining: false)
    let corner = GridStyle(head: .corner, gap: 0, bands: true)
    let forms: [(style: GridStyle, gap: Int)] = [
      (GridStyle(), 1), (GridStyle(), 0), (corner, 1), (corner, 0),
    ]
    for form in forms {
      let blocks = grids.map {
        draw($0, style: form.style, width: room.columns, isAlone: form.style.head == .line)
      }
      let block = Block.flow(blocks, width: room.columns, gap: 2, rowGap: form.gap)
        .above(numbers, gap: form.gap).above(note, gap: form.gap)
      if block.height <= room.rows, block.width <= room.columns { return block }
    }
    return nil
  }

  /// How many are left out where only some are drawn.
  private func note(_ count: Int) -> Block {
    let left = worksheet.names.count - count
    return left > 0 ? Block([moreLine(left)]) : Block()
  }

  /// `+ 7 more`
  private func moreLine(_ count: Int) -> Line {
    [Span("+ " + words.text(.boardMore, ["count": "\(count)"]), Style(.faint))]
  }

  /// The matrices that matter now, the most important first: the one being changed, what the step shows, what the strip
  /// shows, then what those are computed from, the nearest first.
  private func pipelineNames() -> [String] {
    let strip = tutor.step.strip ?? tutor.lesson.strip
    let cursor = tutor.mode == .edit ? [tutor.cursor.name] : []
    var names = cursor + tutor.step.show.map(\.name) + [strip.weights, strip.output].compactMap(\.self)
    var seen: Set<String> = []
    names = names.filter { seen.insert($0).inserted }
    var next = 0
    while next < names.count {
      for source in worksheet.formula(of: names[next])?.names ?? [] where seen.insert(source).inserted {
        names.append(source)
      }
      next += 1
    }
    // What only follows from the rest comes last.
    return names + worksheet.names.filter { !seen.contains($0) }
  }
}
