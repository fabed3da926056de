import AttentionCore
import Frames
import Tutorial

/// A row of an output as a point between the values that it is mixed of.
///
/// Two values are the ends of one line, and the output stands on it where its weights put it. More values of two numbers
/// are drawn in their plane with the region that they span; for more numbers each has a line from the smallest value to
/// the largest.
struct BetweenView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    guard let mixture = context.mixture(of: name, row: row) else {
      return [
        {
          context.matrixGrid(
            Shown(name: name, row: row), style: GridStyle(head: .corner, gap: 0, bands: true), width: width)
        }
      ]
    }
    let forms = [
      Form(scale: 41, isSpaced: true), Form(scale: 41), Form(scale: 31, isSpaced: true), Form(scale: 31),
      Form(scale: 21), Form(scale: 15), Form(scale: 15, isSmall: true),
      Form(scale: 15, isSmall: true, old: .hidden),
      Form(scale: 11, isSmall: true, old: .hidden), Form(scale: 7, isSmall: true, old: .hidden),
      Form(scale: 0, isSmall: true, old: .hidden),
    ]
    let note = note(on: mixture, in: context, width: width)
    let isOneLine = mixture.values.count == 2 && mixture.isWhole
    let lines = forms.map { form in
      {
        let lines =
          isOneLine
          ? segment(mixture, in: context, form: form) : ranges(mixture, in: context, form: form)
        return lines.above(note)
      }
    }
    guard mixture.output.count == 2, mixture.values.count > 2 else { return lines }
    let tables = [(true, ViewContext.Old.shown), (true, .hidden), (false, .hidden)].map { hasHead, old in
      weights(mixture, in: context, hasHead: hasHead, old: old)
    }
    let plane = MixturePlane(mixture, label: context.rowLabel(name, row: row), in: context, width: width)
    let planes = stride(from: 16, through: 4, by: -1).flatMap { rows -> [() -> Block] in
      tables.fitting(beside: plane.size(rows: rows), width: width).map { table in
        { plane.block(rows: rows).beside(table).above(note).drawn }
      }
    }
    return planes + lines
  }

  private struct Form {
    /// Columns of the scales; 0: none.
    var scale: Int
    var isSpaced = false
    /// Names without their matrices, and no weights, which the strip has.
    var isSmall = false
    var old = ViewContext.Old.shown
  }

  // MARK: Two values: one line, the same share in each column

  private func segment(_ mixture: Mixture, in context: ViewContext, form: Form) -> Block {
    let (first, second) = (mixture.values[0], mixture.values[1])
    let gap: [Line] = form.scale > 0 ? [[Span(String(repeating: " ", count: form.scale))]] : []
    func head(_ value: Mixture.Value) -> Line {
      (form.isSmall ? [Span(value.name, Style(.token))] : value.label) + [Span(" ")]
    }
    let output = outputHead(in: context, form: form)
    var lines: [[Line]] = [[[], head(first)] + gap + [head(second), output]]
    if !form.isSmall {
      let weights = [first, second].map { context.quantityCell($0.weight) }
      lines.append(
        [[Span(context.words[.boardWeight], Style(.faint))], weights[0]] + gap + [weights[1], []])
    }
    for (column, cell) in mixture.output.enumerated() {
      if form.isSpaced { lines.append([]) }
      let ends = [first, second].map { end(of: $0, column, in: context) }
      let marks = self.marks(
        mixture, column, from: first.number(column), to: second.number(column), in: context)
      lines.append(
        [[Span(context.columnLabel(name, column: column), Style(.faint))], ends[0]]
          + scale(marks, in: context, width: form.scale) + [ends[1], context.numberCell(cell, old: form.old)])
    }
    return joined(lines, form)
  }

  // MARK: More values: from the smallest to the largest in each column

  private func ranges(_ mixture: Mixture, in context: ViewContext, form: Form) -> Block {
    let gap: [Line] = form.scale > 0 ? [[]] : []
    var lines: [[Line]] = [[[], [], []] + gap + [[], [], outputHead(in: context, form: form)]]
    for (column, cell) in mixture.output.enumerated() {
      if form.isSpaced { lines.append([]) }
      let label: Line = [Span(context.columnLabel(name, column: column), Style(.faint))]
      let output = context.numberCell(cell, old: form.old)
      guard let (low, high) = mixture.range(of: column) else {
        let unknown: Line = [Span(context.glyphs.unknown, Style(.closed))]
        lines.append([label, [], unknown] + gap + [unknown, [], output])
        continue
      }
      var marks = mixture.heard.map { value in
        Scale.Mark(
          share: share(of: value.number(column), from: low.number(column), to: high.number(column)),
          glyph: context.glyphs.tick, style: Style(.value))
      }
      marks += self.marks(mixture, column, from: low.number(column), to: high.number(column), in: context)
      lines.append(
        [label, [Span(low.name, Style(.token))], end(of: low, column, in: context)]
          + scale(marks, in: context, width: form.scale)
          + [end(of: high, column, in: context), [Span(high.name, Style(.token))], output])
    }
    return joined(lines, form)
  }

  /// The lines as a table; where there is little room close together, as numbers have a blank on both sides.
  private func joined(_ lines: [[Line]], _ form: Form) -> Block {
    guard form.isSmall else { return table(lines, gap: 1) }
    return table(lines.map { $0.prefix(1).map { $0 + [Span(" ")] } + $0.dropFirst() }, gap: 0)
  }

  private func outputHead(in context: ViewContext, form: Form) -> Line {
    let whole = context.rowLabel(name, row: row)
    return (form.isSmall ? Array(whole.prefix(1)) : whole) + [Span(" ")]
  }

  private func scale(_ marks: [Scale.Mark], in context: ViewContext, width: Int) -> [Line] {
    width > 0 ? [Scale(width: width, marks: marks).line(context.glyphs)] : []
  }

  /// Where the output was before the last change, and where it is.
  private func marks(
    _ mixture: Mixture, _ column: Int, from low: Double, to high: Double, in context: ViewContext
  ) -> [Scale.Mark] {
    [
      mixture.old.map { ($0[column], context.glyphs.pointBefore, Style(.closed)) },
      mixture.mixed.map { ($0[column], context.glyphs.point, Style(.output, bold: true)) },
    ].compactMap(\.self).map { number, glyph, style in
      Scale.Mark(share: share(of: number, from: low, to: high), glyph: glyph, style: style)
    }.filter { $0.glyph == context.glyphs.point || (0...1).contains($0.share) }
  }

  /// How far along the way from one number to another a number is; in the middle where there is no way.
  private func share(of number: Double, from low: Double, to high: Double) -> Double {
    high == low ? 0.5 : (number - low) / (high - low)
  }

  private func end(of value: Mixture.Value, _ column: Int, in context: ViewContext) -> Line {
    guard let cell = value.cells?[column] else {
      let text = value.numbers.map { context.text($0[column], digits: context.digits(2)) }
      return [Span((text ?? context.glyphs.unknown) + " ", Style(.value))]
    }
    return context.numberCell(cell, width: 0)
  }

  // MARK: Beside the plane, and under all

  /// The weight of each value, and its numbers; the output under them.
  private func weights(
    _ mixture: Mixture, in context: ViewContext, hasHead: Bool, old: ViewContext.Old
  ) -> Block {
    let heads = mixture.output.indices.map { column -> Line in
      [Span(context.columnLabel(name, column: column) + " ", Style(.faint))]
    }
    let head: [Line] = [[], [Span(context.words[.boardWeight] + " ", Style(.faint))]] + heads
    let rows = mixture.values.map { value in
      [[Span(value.name, Style(.token))], context.quantityCell(value.weight)]
        + mixture.output.indices.map { end(of: value, $0, in: context) }
    }
    let output =
      [context.rowLabel(name, row: row), []] + mixture.output.map { context.numberCell($0, old: old) }
    return table((hasHead ? [head] : []) + rows + [output], gap: 0)
  }

  /// What is to be said where the output may lie outside.
  private func note(on mixture: Mixture, in context: ViewContext, width: Int) -> Block {
    mixture.isWhole ? Block() : context.styled(.boardNotBetween, [:]).wrapped(to: width)
  }
}
