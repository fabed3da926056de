import AttentionCore
import Frames

/// The line that says how one cell was computed.
extension ViewContext {
  /// An explanation as lines of at most `width`: `= 0.22×0.54 + 0.64×0.36 + 0.73×0.74`, `= 0.889`.
  ///
  /// Lines break between terms, never inside one. The chosen source is drawn as the focus.
  ///
  /// - Parameter target: What a click on the number of a source is for.
  func formulaLines(
    _ explanation: Explanation, width: Int, selected: CellReference?,
    target: (CellReference) -> ClickTarget? = { _ in nil }
  ) -> Block {
    var lines: [Line] = []
    for side in explanation.sides {
      var line: Line = [Span("= ", Style(.faint))]
      for group in groups(of: side) {
        let spans = group.flatMap { span(for: $0, selected: selected, target: target) }
        if line.count > 1, line.width + spans.width > width {
          lines.append(line)
          line = [Span("  ")]
        }
        line += spans
      }
      lines.append(line)
    }
    let result = text(explanation.result, digits: digits(worksheet.digits(of: explanation.subject)))
    lines.append([Span("= ", Style(.faint)), Span(result, Style(.text, bold: true))])
    return Block(lines)
  }

  /// An intermediate result has three decimals, a whole number none.
  private func digits(of cell: Cell) -> Int { cell.number.map { $0 == $0.rounded() ? 0 : digits(3) } ?? 0 }

  /// The pieces of a side, cut before each sign that adds, outside brackets.
  private func groups(of side: [Piece]) -> [[Piece]] {
    var groups: [[Piece]] = [[]]
    for piece in side {
      guard case .sign(let written) = piece else {
        groups[groups.count - 1].append(piece)
        continue
      }
      let (before, after) = written.aroundBreak
      if !before.isEmpty { groups[groups.count - 1].append(.sign(before)) }
      if let after { groups.append(after.isEmpty ? [] : [.sign(after)]) }
    }
    return groups.filter { !$0.isEmpty }
  }

  private func span(
    for piece: Piece, selected: CellReference?, target: (CellReference) -> ClickTarget?
  ) -> Line {
    switch piece {
    case .sign(let sign): return [Span(glyphs.render(sign), Style(.faint))]
    case .remark(let remark): return [Span(text(of: remark), Style(.faint))]
    case .quantity(let quantity):
      let role = quantity.source.map { self.role(of: $0) } ?? .text
      let digits = quantity.source.map { self.digits(worksheet.digits(of: $0)) } ?? digits(of: quantity.cell)
      let isSelected = quantity.source != nil && quantity.source == selected
      return [
        Span(
          text(quantity.cell, digits: digits), Style(role, bold: isSelected, focused: isSelected),
          target: quantity.source.flatMap(target))
      ]
    }
  }

  func text(of remark: Remark) -> String {
    switch remark {
    case .columns(let matrix): words.text(.whyColumns, ["matrix": matrix])
    case .atTheStart: words[.whyAtTheStart]
    case .closed: words[.whyClosed]
    case .notAmongTheLargest: words[.whyNotAmongTheLargest]
    case .nothingToAttendTo: words[.whyNothingToAttend]
    }
  }
}

extension String {
  /// What of a sign stays on the line and what may begin the next one; nil: nothing.
  ///
  /// A line may break where terms are added or divided, and after the comma of a list.
  fileprivate var aroundBreak: (before: String, after: String?) {
    if ["+", "−"].contains(self) || hasPrefix(" ") { return ("", self) }
    if self == ", " { return (self, "") }
    if hasPrefix(", ") { return (",", String(dropFirst())) }
    return hasPrefix("° ") ? ("°", String(dropFirst())) : (self, nil)
  }
}
