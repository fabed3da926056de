extension Frame {
  /// The frame for a person to review: its size, its rows with their numbers, and the styles that differ from
  /// plain text, as `row 3: 5–12 query bold`.
  ///
  /// Rows and columns count from 1. Styles follow the rows, so that a change of a word and a change of its look
  /// are two lines in a diff.
  public func snapshot() -> String {
    var lines = ["\(size.columns)x\(size.rows)"]
    if let cursor { lines.append("cursor: column \(cursor.column + 1), row \(cursor.row + 1)") }
    let digits = String(size.rows).count
    for row in 0..<size.rows {
      lines.append("\(padded(row + 1, to: max(digits, 2)))│\(text(ofRow: row, trimmed: false))│")
    }
    for row in 0..<size.rows {
      let runs = runs(ofRow: row) { $0 }.filter { $0.look != .text }
      if runs.isEmpty { continue }
      lines.append("row \(row + 1): " + runs.map(described).joined(separator: ", "))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private func described(_ run: FrameRun<Style>) -> String {
    let first = run.columns.lowerBound + 1
    let last = run.columns.upperBound
    return (first == last ? "\(first)" : "\(first)–\(last)") + " \(run.look)"
  }
}

extension Style: CustomStringConvertible {
  /// The style in words: `key bold heat 3`.
  public var description: String {
    var words = ["\(role)"]
    if bold { words.append("bold") }
    if underlined { words.append("underlined") }
    if focused { words.append("focused") }
    switch heat {
    case .none: break
    case .share(let step): words.append("share \(step)")
    case .signed(let step): words.append("signed \(step)")
    }
    return words.joined(separator: " ")
  }
}
