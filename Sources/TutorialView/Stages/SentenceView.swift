import AttentionCore
import Frames
import Tutorial

/// The sentence, with the tokens that take part and the one that asks.
struct SentenceView: StageView {
  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let tokens = context.tutor.lesson.tokens
    // A question of words alone has its choices there.
    guard !tokens.isEmpty, context.tutor.question == nil else { return [] }
    return [5, 2, 1].map { gap in { picture(tokens, gap: gap, in: context) } }
  }

  private func picture(_ tokens: [String], gap: Int, in context: ViewContext) -> Block {
    let line = tokens.enumerated().reduce(into: Line()) { line, token in
      if token.offset > 0 { line.append(Span(String(repeating: " ", count: gap))) }
      line.append(Span(" \(context.glyphs.render(token.element)) ", style(of: token.element, in: context)))
    }
    return Block(gap == 5 ? [[], line, []] : [line])
  }

  private func style(of token: String, in context: ViewContext) -> Style {
    if rows(.query, in: context).contains(token) { return Style(.query, bold: true, underlined: true) }
    return rows(.key, in: context).contains(token) ? Style(.key, bold: true) : Style(.faint)
  }

  /// The tokens that have a row in a matrix of a role.
  private func rows(_ role: MatrixRole, in context: ViewContext) -> [String] {
    context.worksheet.names.filter { context.worksheet.role(of: $0) == role }
      .flatMap { context.worksheet[$0]?.shape.rows.names ?? [] }
  }
}
