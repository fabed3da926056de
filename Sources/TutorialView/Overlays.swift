import AttentionCore
import Frames
import Tutorial

/// The keys of the current mode first, then the others, each with what it does.
func helpPage(_ context: ViewContext) -> Block {
  let underneath: KeyContext = context.tutor.mode == .edit ? .edit : .step
  let order: [KeyContext] =
    underneath == .edit ? [.edit, .number, .step, .why] : [.step, .edit, .number, .why]
  var shown: Set<Phrase> = []
  var page = Block([[Span(context.words[.titleHelp], Style(.text, bold: true))]])
  for keyContext in order {
    let rows = KeyMap.bindings.filter { $0.contexts.contains(keyContext) }.compactMap { binding -> [Line]? in
      guard let help = binding.help, shown.insert(help).inserted else { return nil }
      let partners = KeyMap.bindings.filter {
        $0.contexts == binding.contexts && $0.hint == binding.hint && binding.hint != nil && $0.help == nil
      }
      let keys =
        ([binding] + partners).compactMap(\.keys.first).map(context.keyLabel)
        + binding.keys.dropFirst().map(context.keyLabel)
      // What works in the mode underneath can be done from here.
      let target = binding.contexts.contains(underneath) ? binding.keys.first.map(ClickTarget.helpKey) : nil
      return [
        [
          Span(
            " " + context.glyphs.render(keys.joined(separator: " ")), Style(.token, bold: true),
            target: target)
        ],
        [Span(context.words[help], target: target)],
      ]
    }
    guard !rows.isEmpty else { continue }
    page = page.above(Block([[Span(context.words[keyContext.mode], Style(.text, bold: true))]]), gap: 1)
    page = page.above(labelled(rows, gap: 2))
  }
  return page
}

/// Two columns, both aligned to the left.
private func labelled(_ rows: [[Line]], gap: Int) -> Block {
  let width = rows.map { $0[0].width }.max() ?? 0
  return Block(rows.map { $0[0].padded(to: width + gap) + $0[1] })
}

/// Draws a page that may be longer than the screen from a line on.
func drawPage(
  _ page: Block, from scroll: Int, _ layout: Layout, _ context: ViewContext, on frame: inout Canvas
) -> Point? {
  let room = layout.content.count
  let first = max(0, min(scroll, page.height - room))
  let lines = page.lines.dropFirst(first).prefix(room)
  return frame.draw(Block(Array(lines)), at: Point(column: layout.margin, row: layout.content.lowerBound))
}

/// Where one number came from, and which of its sources is chosen.
func drawWhy(_ trail: WhyTrail, _ context: ViewContext, _ layout: Layout, on frame: inout Canvas) -> Point? {
  let worksheet = context.worksheet
  guard let explanation = worksheet.explanation(of: trail.current.cell) else { return nil }
  let sources = explanation.sources
  let selected = sources.indices.contains(trail.current.selected) ? sources[trail.current.selected] : nil
  let path = (trail.stops.map(\.cell) + [trail.current.cell]).map(context.name).joined(
    separator: " \(context.glyphs.right) ")
  var page = Block([
    [
      Span(
        context.words.text(.whyTitle, ["cell": context.name(of: trail.current.cell)]),
        Style(.text, bold: true))
    ]
  ])
  if !trail.stops.isEmpty, displayWidth(of: path) <= layout.columns.count {
    page = page.above(Block([[Span(path, Style(.faint))]]))
  }
  let name = Line([
    Span(context.name(of: trail.current.cell), Style(context.role(of: trail.current.cell), bold: true))
  ])
  let gap = layout.kind == .strip ? 0 : 1
  let formula = context.formulaLines(explanation, width: layout.columns.count, selected: selected) { source in
    sources.firstIndex(of: source).map(ClickTarget.line)
  }
  page = page.above(Block([name]).above(formula), gap: gap)
  if case .share(_, let shift, _, _, _) = explanation.calculation, shift != 0 {
    page = page.above(
      Block([
        [
          Span(
            context.words.text(.whyShifted, ["number": context.text(shift, digits: context.digits(3))]),
            Style(.faint))
        ]
      ]))
  }
  if case .missing(let reason) = explanation.result {
    page = page.above(Block([[Span(context.words[reason.phrase], Style(.wrong))]]))
  }
  if let selected {
    let name = context.name(of: selected)
    let note =
      worksheet.explanation(of: selected) == nil
      ? context.words.text(.whyInput, ["cell": name]) : context.words.text(.whyUsed, ["cell": name])
    page = page.above(Block([[Span(note, Style(.faint))]]), gap: gap)
    // What Enter will show, as far as there is room for it.
    let preview = worksheet.explanation(of: selected).map {
      context.formulaLines($0, width: layout.columns.count, selected: nil)
    }
    if let preview, page.height + preview.height <= layout.content.count { page = page.above(preview) }
  }
  return drawPage(page, from: 0, layout, context, on: &frame)
}

extension ViewContext {
  /// The name of a cell that may belong to a formula without one: then the formula's own text.
  func name(of cell: CellReference) -> String {
    if let address = worksheet.name(of: worksheet.origin(of: cell)) { return name(of: address) }
    return glyphs.render(worksheet.formulaText(of: cell))
  }

  func role(of cell: CellReference) -> Role {
    worksheet.name(of: worksheet.origin(of: cell)).map { role(of: $0.name) } ?? .text
  }
}

extension Missing {
  /// Why a cell has no value.
  var phrase: Phrase {
    switch self {
    case .divisionByZero: .whyDivisionByZero
    case .logarithm: .whyLogarithm
    case .root: .whyRoot
    case .overflow: .whyOverflow
    case .fromMissing: .whyFromMissing
    }
  }
}
