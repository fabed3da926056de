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
    guard let grid = grids(of: [shown], joining: false).first else { return Block() }
    var block = Block()
    for form in forms {
      block = draw(grid, style: form, width: room.columns)
      if block.width <= room.columns, block.height <= room.rows { break }
    }
    return block
  }
}
