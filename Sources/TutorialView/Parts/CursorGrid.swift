import AttentionCore
import Frames
import Tutorial

extension ViewContext {
  /// The matrix under the cursor, as roomy as it fits; in its smallest form where it does not.
  func cursorGrid(in room: Size) -> Block {
    let shown = Shown(name: tutor.cursor.name)
    let small = GridStyle(head: .corner, gap: 0, bands: true)
    let forms: [GridStyle] = [
      GridStyle(old: .shown), GridStyle(), GridStyle(head: .corner),
      GridStyle(head: .label, numbersColumns: false), small,
    ]
    let grids = forms.map { matrixGrid(shown, style: $0, width: room.columns) }
    return grids.first { $0.width <= room.columns && $0.height <= room.rows } ?? grids[grids.count - 1]
  }
}
