import AttentionCore
import Frames
import Tutorial

/// Matrices as they are, side by side where they fit, and what the read cell says in words.
struct MatricesView: StageView {
  let shown: [Shown]

  /// What stands under the matrices.
  private struct Tail: OptionSet, Hashable {
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
    let tables = shown.filter { !context.isNumber($0) }
    let grids = context.filledGrids(of: tables)
    let parts = Parts(
      apart: context.join(grids, rows: false), joined: context.join(grids, rows: true),
      numbers: shown.filter(context.isNumber), counts: context.changeCounts(of: names, width: width),
      readings: context.readings(among: names).filter { $0.width <= width })
    return distinct(forms, parts, in: context).map { form in
      { picture(of: parts, in: context, style: form.style, tail: form.tail, width: width) }
    }
  }

  private struct Form: Hashable {
    var style: GridStyle
    var tail: Tail
  }

  /// The forms without those that look like one before them; the last stays in its place.
  private func distinct(
    _ forms: [(style: GridStyle, tail: Tail)], _ parts: Parts, in context: ViewContext
  ) -> [Form] {
    let hasOld = context.hasChanges(names)
    let there: Tail = [parts.counts.isEmpty ? [] : .counts, parts.readings.isEmpty ? [] : .reading]
    let all = forms.map { form in
      Form(
        style: form.style.with { if !hasOld { $0.old = .hidden } }, tail: form.tail.intersection(there))
    }
    var forms: [Form] = []
    for form in all.dropLast() where !forms.contains(form) { forms.append(form) }
    return forms + all.suffix(1)
  }

  /// What all forms are made of.
  private struct Parts {
    var apart: [Grid]
    var joined: [Grid]
    var numbers: [Shown]
    var counts: [Line]
    var readings: [Line]
  }

  private func picture(
    of parts: Parts, in context: ViewContext, style: GridStyle, tail: Tail, width: Int
  ) -> Block {
    let grids = style.head == .line ? parts.apart : parts.joined
    let blocks = grids.map { context.draw($0, style: style, width: width, isAlone: grids.count == 1) }
    let gap = style.head == .line ? 1 : 0
    // The column of the last mark is a gap of its own.
    let between = style.gap > 0 ? 3 : style.head == .label ? 0 : 1
    var picture = Block.flow(blocks, width: width, gap: between, rowGap: gap, inOrder: style.inOrder)
    if blocks.count == 1 { picture.pinned = blocks[0].pinned }
    let line = context.numberLines(
      parts.numbers, width: width, old: style.old, isAlone: grids.isEmpty && style.spaced)
    if let first = shown.first, context.isNumber(first) {
      picture = line.above(picture, gap: gap)
    } else {
      picture = picture.above(line, gap: gap)
    }
    let counts = tail.contains(.counts) && style.old == .hidden ? parts.counts : []
    let readings = tail.contains(.reading) ? parts.readings : []
    return picture.above(Block(counts + readings), gap: gap)
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
