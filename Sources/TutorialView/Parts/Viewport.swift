import AttentionCore
import Frames

/// The rows of a block that are on screen, where it has more than there is room for.
struct Viewport {
  let block: Block
  /// How many rows it takes.
  let rows: Int
  /// The first line in view among those that are not pinned.
  let first: Int

  init(_ block: Block, rows: Int, first: Int) {
    self.block = block
    self.rows = max(0, min(rows, block.height))
    let body = block.height - block.pinned
    self.first = max(0, min(first, body - max(0, self.rows - block.pinned)))
  }

  /// The part around a cell.
  init(_ block: Block, rows: Int, around cell: CellAddress) {
    let line = block.lines.firstIndex { $0.contains { $0.cell == cell } } ?? 0
    let body = max(1, rows - block.pinned)
    self.init(block, rows: rows, first: line - block.pinned - body / 2)
  }

  var lines: [Line] {
    let pinned = min(block.pinned, rows)
    let body = block.lines.dropFirst(block.pinned).dropFirst(first).prefix(rows - pinned)
    return Array(block.lines.prefix(pinned)) + body
  }

  /// How many lines are out of sight under it.
  var below: Int { block.height - block.pinned - first - max(0, rows - block.pinned) }
  var isCutAbove: Bool { first > 0 }
}
