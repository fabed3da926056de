import AttentionCore
import Frames
import Tutorial

/// The picture of a state at a size: pure, so that the same state always looks the same.
public func render(_ tutor: Tutor, size: Size, glyphs: GlyphSet = .unicode) -> Frame {
  render(tutor, size: size, glyphs: glyphs, sheet: size)
}

/// The picture for a size on a sheet that may be larger, so that a test can see what would be cut off.
func render(_ tutor: Tutor, size: Size, glyphs: GlyphSet, sheet: Size) -> Frame {
  var canvas = Canvas(size: sheet)
  draw(tutor, size: size, glyphs: glyphs, on: &canvas)
  return canvas.frame
}

/// What stands where on the picture that `render` makes.
func hitMap(_ tutor: Tutor, size: Size, glyphs: GlyphSet) -> HitMap {
  var canvas = Canvas(size: size, notingHits: true)
  draw(tutor, size: size, glyphs: glyphs, on: &canvas)
  return canvas.hits ?? HitMap(size: size)
}

private func draw(_ tutor: Tutor, size: Size, glyphs: GlyphSet, on frame: inout Canvas) {
  guard !tutor.presentation.isBlank else { return }
  let layout = Layout(size: size, of: tutor)
  let context = ViewContext(tutor, glyphs: glyphs)
  guard layout.kind != .tooSmall else { return drawTooSmall(context, size: size, on: &frame) }
  drawTitle(context, layout, on: &frame)
  if let row = layout.tracker { drawTracker(context, layout, row: row, on: &frame) }
  for rule in [layout.upperRule, layout.lowerRule].compactMap({ $0 }) {
    frame.draw(
      String(repeating: glyphs.rule, count: size.columns), at: Point(column: 0, row: rule),
      style: Style(.rule))
  }

  var canScroll = false
  switch tutor.overlay {
  case .help(let scroll):
    frame.cursor = drawPage(helpPage(context), from: scroll, layout, context, on: &frame)
  case .goTo(let list): frame.cursor = drawGoTo(list, context, layout, on: &frame)
  case .course(let selected): frame.cursor = drawCourse(selected, context, layout, on: &frame)
  case .glossary(let list): frame.cursor = drawGlossary(list, context, layout, on: &frame)
  case .form(let form): frame.cursor = drawForm(form, context, layout, on: &frame)
  case .why(let trail): frame.cursor = drawWhy(trail, context, layout, on: &frame)
  case .quit, nil:
    let board = Board(context, layout: layout)
    canScroll = board.canScrollDown
    let onBoard = board.draw(on: &frame, layout: layout, context: context)
    let inPanel = drawPanel(context, layout, on: &frame)
    frame.cursor = onBoard ?? inPanel
  }

  let strip =
    layout.strip.isEmpty
    ? []
    : context.rippleStrip(
      width: size.columns - (layout.kind == .strip ? 1 : 2), rows: layout.strip.count)
  for (row, line) in strip.enumerated() {
    frame.draw([Span(" ")] + line, at: Point(column: 0, row: layout.strip.lowerBound + row))
  }
  drawFooter(context, layout, canScroll: canScroll, on: &frame)
}

/// Says what the lesson needs, in as many words as there is room for.
private func drawTooSmall(_ context: ViewContext, size: Size, on frame: inout Canvas) {
  let needed = "\(Layout.smallest.columns) x \(Layout.smallest.rows)"
  let sentence = context.words.text(.tooSmall, ["columns": "\(size.columns)", "rows": "\(size.rows)"])
  guard let text = [sentence, needed].first(where: { displayWidth(of: $0) <= size.columns }) else { return }
  let line: Line = [Span(text)]
  frame.draw(line.centred(in: size.columns), at: Point(column: 0, row: size.rows / 2))
}
