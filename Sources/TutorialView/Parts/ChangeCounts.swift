import AttentionCore
import Frames
import Tutorial

/// What followed from an edit, counted: `7 of 16 scores`.
extension ViewContext {
  /// One text for each of some matrices that the edit moved: scores, weights and outputs first.
  ///
  /// A matrix is called by its role, by its name where two of them have one role.
  func changeTexts(of names: [String]) -> [String] {
    guard let ripple else { return [] }
    let moved = names.filter { !worksheet.isInput($0) && !ripple.changes(of: $0).isEmpty }
    func isMain(_ name: String) -> Bool {
      worksheet.role(of: name).map([MatrixRole.score, .weight, .output].contains) ?? false
    }
    return (moved.filter(isMain) + moved.filter { !isMain($0) }).map { name in
      let role = worksheet.role(of: name)
      let isOnly = role != nil && moved.filter { worksheet.role(of: $0) == role }.count == 1
      let total = worksheet[name].map { $0.rowCount * $0.columnCount } ?? 0
      return words.text(
        .stripCount,
        [
          "changed": "\(ripple.changes(of: name).count)", "total": "\(total)",
          "matrix": role.flatMap { isOnly ? words[$0.counted] : nil } ?? name,
        ])
    }
  }

  /// The counts in lines that say they are about changes.
  func changeCounts(of names: [String], width: Int) -> [Line] {
    let texts = changeTexts(of: names)
    guard !texts.isEmpty else { return [] }
    let separator = glyphs.render(" · ")
    return texts.reduce(into: [Line]()) { lines, text in
      let span = Span(text, Style(.changed))
      if let last = lines.last, last.width + displayWidth(of: separator) + span.width <= width {
        lines[lines.count - 1] = last + [Span(separator, Style(.faint)), span]
      } else {
        lines.append([Span(lines.isEmpty ? words[.stripChanged] + " " : "  ", Style(.faint)), span])
      }
    }
  }
}
