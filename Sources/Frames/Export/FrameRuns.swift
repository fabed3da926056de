/// Neighbouring cells of one row that are alike.
struct FrameRun<Look: Equatable> {
  let columns: Range<Int>
  let look: Look
  let text: String
}

extension Frame {
  /// The runs of cells of a row whose styles look alike, from left to right; together they cover the row.
  func runs<Look: Equatable>(ofRow row: Int, lookingLike look: (Style) -> Look) -> [FrameRun<Look>] {
    var runs: [FrameRun<Look>] = []
    for (column, cell) in self[row: row].enumerated() {
      let cellLook = look(cell.style)
      if let last = runs.last, last.look == cellLook {
        runs[runs.count - 1] = FrameRun(
          columns: last.columns.lowerBound..<(column + 1), look: cellLook, text: last.text + cell.text)
      } else {
        runs.append(FrameRun(columns: column..<(column + 1), look: cellLook, text: cell.text))
      }
    }
    return runs
  }
}
