import CTerminal
import Frames

extension Screen {
  /// Shows a frame: only the cells between the first and the last that differ in each row are drawn.
  public mutating func paint(_ frame: Frame, theme: Theme) {
    let known = shown.flatMap { $0.frame.size == frame.size && $0.theme == theme ? $0.frame : nil }
    if known == nil { ct_erase() }
    var isSame = known != nil && known?.cursor == frame.cursor
    for row in 0..<min(frame.size.rows, size.rows) {
      let visible = frame[row: row].prefix(size.columns)
      guard let changed = changedSpan(of: visible, from: known?[row: row]) else { continue }
      isSame = false
      draw(visible[changed], row: row, column: changed.lowerBound - visible.startIndex, theme: theme)
    }
    if isSame { return }
    if let cursor = frame.cursor, cursor.row < size.rows, cursor.column < size.columns {
      ct_show_cursor(Int32(cursor.row), Int32(cursor.column))
    } else {
      ct_hide_cursor()
    }
    ct_flush()
    shown = (frame, theme)
  }

  /// Draws neighbouring cells of one row, those of one look together.
  private mutating func draw(_ cells: ArraySlice<FrameCell>, row: Int, column: Int, theme: Theme) {
    guard let first = cells.first else { return }
    var style = first.style
    var paint = theme.paint(for: style, depth: depth)
    var start = column
    text.removeAll(keepingCapacity: true)
    for (offset, cell) in cells.enumerated() {
      if cell.style != style {
        style = cell.style
        let next = theme.paint(for: style, depth: depth)
        if next != paint {
          drawRun(row: row, column: start, paint: paint)
          paint = next
          start = column + offset
        }
      }
      text.append(contentsOf: cell.text.utf8)
    }
    drawRun(row: row, column: start, paint: paint)
  }

  /// Draws the collected text in one look and forgets it.
  private mutating func drawRun(row: Int, column: Int, paint: Paint) {
    ct_draw_run(
      Int32(row), Int32(column), text, Int32(text.count),
      paint.foreground.map(Int32.init) ?? Int32(CT_DEFAULT_COLOR),
      paint.background.map(Int32.init) ?? Int32(CT_DEFAULT_COLOR),
      paint.attributes)
    text.removeAll(keepingCapacity: true)
  }
}

/// The places from the first to the last cell that differs from the row shown before; nil where none does.
private func changedSpan(of row: ArraySlice<FrameCell>, from before: ArraySlice<FrameCell>?) -> Range<Int>? {
  guard let before else { return row.indices }
  let changed = row.withUnsafeBufferPointer { row in
    before.withUnsafeBufferPointer { before -> Range<Int>? in
      guard let first = row.indices.first(where: { row[$0] != before[$0] }),
        let last = row.indices.last(where: { row[$0] != before[$0] })
      else { return nil }
      return first..<(last + 1)
    }
  }
  return changed.map { ($0.lowerBound + row.startIndex)..<($0.upperBound + row.startIndex) }
}

extension Paint {
  fileprivate var attributes: UInt32 {
    var attributes: UInt32 = 0
    if bold { attributes |= CT_BOLD.rawValue }
    if underlined { attributes |= CT_UNDERLINED.rawValue }
    if reversed { attributes |= CT_REVERSED.rawValue }
    if faint { attributes |= CT_FAINT.rawValue }
    return attributes
  }
}
