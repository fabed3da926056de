import Frames
import Tutorial

/// A form of the sandbox: a title, its lines with what each is, and why they were refused.
func drawForm(_ form: Form, _ context: ViewContext, _ layout: Layout, on frame: inout Canvas) -> Point? {
  let width = layout.columns.count
  var page = Block([[Span(context.words[form.title], Style(.text, bold: true))]])
  let gap = layout.kind == .strip ? 0 : 1
  var cursor: (row: Int, column: Int)?
  for (index, field) in form.fields.enumerated() {
    let isSelected = index == form.selected
    // The least room has a place for the line that is typed, and for nothing else.
    guard isSelected || layout.kind != .strip else { continue }
    let label = wrap(context.words[form.labels[index]], width: width).map { [Span($0, Style(.faint))] }
    let (text, caret) = context.window(on: field, width: width - 2)
    page = page.above(Block(label).clicked(as: .line(index)), gap: gap)
    if isSelected { cursor = (page.height, 1 + caret) }
    page = page.above(
      Block([
        [Span(" \(text) ", Style(.text, bold: isSelected, focused: isSelected), target: .line(index))]
      ]))
  }
  if let refusal = form.refusal {
    let lines = wrap(context.glyphs.render(printable(refusal)), width: width).map {
      [Span($0, Style(.wrong, bold: true))]
    }
    page = page.above(Block(lines), gap: gap)
  }
  let top = Point(column: layout.margin, row: layout.content.lowerBound)
  _ = frame.draw(Block(Array(page.lines.prefix(layout.content.count))), at: top)
  return cursor.map { Point(column: top.column + $0.column, row: top.row + $0.row) }
}

extension Form {
  fileprivate var title: Phrase { kind == .sentence ? .formSentence : .formSave }

  fileprivate var labels: [Phrase] {
    kind == .sentence ? [.formTokens, .formDimensions, .formSeed] : [.formFolder]
  }
}

extension ViewContext {
  /// As much of a line as there is room for around the caret, and in which column of it the caret stands.
  fileprivate func window(on field: TextPrompt, width: Int) -> (text: String, caret: Int) {
    // What was typed may hold anything; each letter is made harmless by itself.
    let letters = field.text.map { glyphs.render(printable(String($0))) }
    var first = 0
    func columns(_ range: Range<Int>) -> Int { letters[range].reduce(0) { $0 + displayWidth(of: $1) } }
    while columns(first..<field.caret) >= width { first += 1 }
    var last = field.caret
    while last < letters.count, columns(first..<(last + 1)) < width { last += 1 }
    return (letters[first..<last].joined(), columns(first..<field.caret))
  }
}
