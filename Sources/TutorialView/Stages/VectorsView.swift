import AttentionCore
import Frames
import Tutorial

/// Rows of vectors, each number with a bar.
struct VectorsView: StageView {
  let shown: [Shown]

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    let matrices = MatricesView(shown: shown).pictures(in: context, width: width)
    // Open and closed cells are no lengths, and a single number is no vector.
    let areVectors = shown.allSatisfy {
      context.worksheet.role(of: $0.name) != .mask && (context.worksheet[$0.name]?.columnCount ?? 0) > 1
    }
    guard areVectors else { return matrices }
    let hasNames = shown.contains { context.worksheet[$0.name]?.shape.columns.names != nil }
    let scale = context.scale(of: shown.map(\.name))
    let forms = [
      Form(barWidth: 8, headings: true, spaced: true), Form(barWidth: 8, headings: true),
      Form(barWidth: 8), Form(barWidth: 6, headings: true), Form(barWidth: 6), Form(barWidth: 3),
      Form(barWidth: 0),
    ].filter { $0.headings || !hasNames }
    return forms.map { form in { picture(in: context, scale: scale, form: form) } } + matrices
  }

  private struct Form {
    var barWidth: Int
    var headings = false
    var spaced = false
  }

  private func picture(in context: ViewContext, scale: Double, form: Form) -> Block {
    var lines: [[Line]] = []
    for shown in shown {
      guard let matrix = context.worksheet[shown.name] else { continue }
      if form.spaced, !lines.isEmpty { lines.append([]) }
      if form.headings {
        lines.append(
          [
            context.heading(of: shown.name).dropLast() + [
              Span(word(for: shown.name, in: context), Style(.faint))
            ]
          ]
            + columnNames(of: shown, matrix, in: context, form: form))
      }
      for row in shown.row.map({ $0..<($0 + 1) }) ?? 0..<matrix.rowCount {
        let label =
          form.headings ? context.rowName(shown.name, row: row) : context.rowLabel(shown.name, row: row)
        lines.append(
          [label]
            + (0..<matrix.columnCount).map { column in
              let cell = CellAddress(name: shown.name, row: row, column: column)
              return context.numberCell(cell) + context.heatBar(of: cell, scale: scale, width: form.barWidth)
            })
      }
    }
    return table(lines, gap: form.barWidth >= 6 ? 2 : 1)
  }

  private func word(for name: String, in context: ViewContext) -> String {
    context.worksheet.role(of: name).map { "  " + context.words[$0.heading] } ?? ""
  }

  /// The names of the columns, over the digits and not over the bars.
  private func columnNames(of shown: Shown, _ matrix: Matrix, in context: ViewContext, form: Form) -> [Line] {
    (0..<matrix.columnCount).map { column in
      let bar = String(repeating: " ", count: form.barWidth + 1)
      return [Span(context.columnLabel(shown.name, column: column) + bar, Style(.faint))]
    }
  }
}
