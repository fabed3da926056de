import AttentionCore
import Frames
import Tutorial

/// What followed from an edit, counted: `7 of 16 scores`.
extension ViewContext {
  /// One text for each of some matrices that the edit moved.
  func changeTexts(of names: [String]) -> [String] {
    guard let ripple else { return [] }
    return names.compactMap { name in
      let changed = ripple.changes(of: name).count
      guard changed > 0, worksheet.input(name) == nil, let matrix = worksheet[name] else { return nil }
      return words.text(
        .stripCount,
        [
          "changed": "\(changed)", "total": "\(matrix.rowCount * matrix.columnCount)",
          "matrix": worksheet.role(of: name).map { words[$0.counted] } ?? name,
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
