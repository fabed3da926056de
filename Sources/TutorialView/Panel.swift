import AttentionCore
import Frames
import Tutorial

/// The pipeline at the right edge of a wide screen: from the inputs to the output.
func drawPanel(_ context: ViewContext, _ layout: Layout, on frame: inout Frame) -> Point? {
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
    let roomy: [(style: GridStyle, gap: Int)] = [
      (GridStyle(), 1), (GridStyle(), 0), (GridStyle(head: .corner), 1),
      (GridStyle(head: .corner, gap: 0), 0),
    ]
    for form in roomy {
      let block = panel(names, style: form.style, gap: form.gap, width: room.columns)
      if names.count == worksheet.names.count, block.height <= room.rows, block.width <= room.columns {
        return block
      }
    }
    let small = GridStyle(head: .label, numbersColumns: false, gap: 0, bands: true)
    var best = Block()
    for count in names.indices.map({ $0 + 1 }) {
      let block = panel(Array(names.prefix(count)), style: small, gap: 0, width: room.columns)
      let left = worksheet.names.count - count
      let note = left > 0 ? Block([moreLine(left)]) : Block()
      guard block.above(note).height <= room.rows else { break }
      best = roomiest(Array(names.prefix(count)), note, in: room) ?? block.above(note)
    }
    return best
  }

  /// The form with the most room around the numbers in which some matrices still fit.
  private func roomiest(_ names: [String], _ note: Block, in room: Size) -> Block? {
    let forms: [(style: GridStyle, gap: Int)] = [
      (GridStyle(), 1), (GridStyle(), 0), (GridStyle(head: .corner, gap: 0, bands: true), 1),
      (GridStyle(head: .corner, gap: 0, bands: true), 0),
    ]
    for form in forms {
      let block = panel(names, style: form.style, gap: form.gap, width: room.columns).above(
        note, gap: form.gap)
      if block.height <= room.rows, block.width <= room.columns { return block }
    }
    return nil
  }

  /// `+ 7 more`
  private func moreLine(_ count: Int) -> Line {
    [Span("+ " + words.text(.boardMore, ["count": "\(count)"]), Style(.faint))]
  }

  private func panel(_ names: [String], style: GridStyle, gap: Int, width: Int) -> Block {
    let ordered = worksheet.names.filter(Set(names).contains).map { Shown(name: $0) }
    let numbers = numberLines(ordered.filter(isNumber), width: width, old: .hidden)
    let grids = grids(of: ordered.filter { !isNumber($0) }, joining: style.head != .line)
    let blocks = grids.map { draw($0, style: style, width: width, isAlone: style.head == .line) }
    return Block.flow(blocks, width: width, gap: 2, rowGap: gap).above(numbers, gap: gap)
  }

  /// The matrices that matter to the step, the most important first: what it shows, what the strip shows, then what
  /// those are computed from, the nearest first.
  private func pipelineNames() -> [String] {
    let strip = tutor.step.strip ?? tutor.lesson.strip
    var names = tutor.step.show.map(\.name) + [strip.weights, strip.output].compactMap(\.self)
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
