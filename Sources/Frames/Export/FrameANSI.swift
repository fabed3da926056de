extension Frame {
  /// The frame as text with colours and attributes for a terminal, each row ended by a newline.
  ///
  /// Only SGR sequences (ECMA-48, 8.3.117) are used, and none is in force where a row ends; blanks at the end of a
  /// row that nothing paints are left out.
  public func ansi(theme: Theme, depth: ColorDepth = .full) -> String {
    (0..<size.rows).map { ansi(ofRow: $0, theme: theme, depth: depth) + "\n" }.joined()
  }

  private func ansi(ofRow row: Int, theme: Theme, depth: ColorDepth) -> String {
    var runs = runs(ofRow: row) { theme.paint(for: $0, depth: depth) }
    if let last = runs.last, last.look == Paint() {
      let end = last.text.lastIndex { $0 != " " }.map { last.text.index(after: $0) } ?? last.text.startIndex
      runs[runs.count - 1] = FrameRun(columns: last.columns, look: last.look, text: String(last.text[..<end]))
    }
    return runs.map { run in
      run.look == Paint() ? run.text : "\u{1B}[\(run.look.sgr(depth: depth))m\(run.text)\u{1B}[0m"
    }.joined()
  }
}

extension Paint {
  /// The parameters that switch this paint on, beginning from none.
  func sgr(depth: ColorDepth) -> String {
    var parameters: [String] = []
    if bold { parameters.append("1") }
    if faint { parameters.append("2") }
    if underlined { parameters.append("4") }
    if reversed { parameters.append("7") }
    if let foreground { parameters.append(depth == .eight ? "3\(foreground)" : "38;5;\(foreground)") }
    if let background { parameters.append(depth == .eight ? "4\(background)" : "48;5;\(background)") }
    return parameters.joined(separator: ";")
  }
}
