import AttentionCore
import Frames

/// The line that says how one cell was computed.
extension ViewContext {
  /// An explanation as lines of at most `width`: `= 0.22×0.54 + 0.64×0.36 + 0.73×0.74`, `= 0.889`.
  ///
  /// Lines break between terms, never inside one. The chosen source is drawn as the focus.
  func formulaLines(_ explanation: Explanation, width: Int, selected: CellReference?) -> Block {
    var lines: [Line] = []
    for side in explanation.sides {
      var line: Line = [Span("= ", Style(.faint))]
      for group in groups(of: side) {
        let spans = group.flatMap { span(for: $0, selected: selected) }
        if line.count > 1, line.width + spans.width > width {
          lines.append(line)
          line = [Span("  ")]
        }
        line += spans
      }
      lines.append(line)
    }
    let result = text(explanation.result, digits: resultDigits(of: explanation.subject))
    lines.append([Span("= ", Style(.faint)), Span(result, Style(.text, bold: true))])
    return Block(lines)
  }

  /// A computed number is shown with at least three decimals, so that the sum of its parts is believed.
  func resultDigits(of cell: CellReference) -> Int { digits(max(3, worksheet.digits(of: cell))) }

  /// The pieces of a side, cut before each sign that adds, outside brackets.
  private func groups(of side: [Piece]) -> [[Piece]] {
    var groups: [[Piece]] = []
    for piece in side {
      if case .sign(let sign) = piece, [" + ", " − ", " ÷ ", " ÷ (", "+", "−"].contains(sign) {
        groups.append([piece])
      } else if groups.isEmpty {
        groups.append([piece])
      } else {
        groups[groups.count - 1].append(piece)
      }
    }
    return groups
  }

  private func span(for piece: Piece, selected: CellReference?) -> Line {
    switch piece {
    case .sign(let sign): return [Span(glyphs.render(sign), Style(.faint))]
    case .quantity(let quantity):
      var role = Role.text
      var digits = self.digits(3)
      if let source = quantity.source {
        let name = worksheet.name(of: worksheet.origin(of: source))
        role = name.map { self.role(of: $0.name) } ?? .text
        let isInput = name.map { worksheet.input($0.name) != nil } ?? false
        digits = isInput ? self.digits(worksheet.digits(of: source)) : resultDigits(of: source)
      } else if case .number(let value) = quantity.cell, value == value.rounded() {
        digits = 0
      }
      let isSelected = quantity.source != nil && quantity.source == selected
      return [Span(text(quantity.cell, digits: digits), Style(role, bold: isSelected, focused: isSelected))]
    }
  }
}
