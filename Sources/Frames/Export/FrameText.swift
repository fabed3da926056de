extension Frame {
  /// The characters of one row, without their styles.
  ///
  /// - Parameter trimmed: Blanks at the end of the row are left out.
  public func text(ofRow row: Int, trimmed: Bool = true) -> String {
    var cells = self[row: row]
    if trimmed, let last = cells.lastIndex(where: { $0.text != " " }) {
      cells = cells[...last]
    } else if trimmed {
      cells = []
    }
    return cells.map(\.text).joined()
  }

  /// The frame as plain text, each row ended by a newline.
  public func text(trimmed: Bool = true) -> String {
    (0..<size.rows).map { text(ofRow: $0, trimmed: trimmed) + "\n" }.joined()
  }
}
