import Frames
import Tutorial

/// One picture on the whole board, for the back of the room.
extension ViewContext {
  /// The matrix under the cursor in EDIT, the first that a step shows as a table, else the picture of the step; its
  /// cells as far apart as there is room for, in the middle.
  func zoomed(in room: Size) -> Block {
    let block = zoomedMatrix.map { matrix(Shown(name: $0), filling: room) } ?? picture(filling: room)
    return block.centred(in: room)
  }

  private var zoomedMatrix: String? {
    if tutor.mode == .edit, tutor.offer == nil { return tutor.cursor.name }
    guard case .matrices(let shown) = picture else { return nil }
    return shown.first?.name
  }

  private func matrix(_ shown: Shown, filling room: Size) -> Block {
    let forms = [GridStyle(sums: true, old: .shown), GridStyle(sums: true), GridStyle()]
    for style in forms {
      for gap in stride(from: 7, through: 1, by: -1) {
        let block = matrixGrid(shown, style: style.with { $0.gap = gap }, width: room.columns)
        if block.width <= room.columns, block.height <= room.rows { return block.apart(in: room.rows) }
      }
    }
    return matrixGrid(
      shown, style: GridStyle(head: .corner, gap: 0, bands: true), width: room.columns)
  }

  private func picture(filling room: Size) -> Block {
    let pictures = stageView.pictures(in: self, width: room.columns).map { $0() }
    let fitting = pictures.first { $0.width <= room.columns && $0.height <= room.rows }
    return fitting?.apart(in: room.rows) ?? pictures.last ?? Block()
  }
}

extension Block {
  /// The lines with as many empty ones between them as a height leaves, but no more than two.
  fileprivate func apart(in rows: Int) -> Block {
    guard lines.count > 1, !isDrawn, !lines.contains(where: \.isEmpty) else { return self }
    let gap = max(0, min(2, (rows - lines.count) / (lines.count - 1)))
    return Block(Array(lines.map { [$0] }.joined(separator: Array(repeating: Line(), count: gap))))
  }

  /// In the middle of a room; what is larger begins at its corner.
  fileprivate func centred(in room: Size) -> Block {
    let left = max(0, (room.columns - width) / 2)
    let top = max(0, (room.rows - height) / 2)
    let margin = Span(String(repeating: " ", count: left))
    return Block(
      Array(repeating: Line(), count: top) + lines.map { $0.isEmpty || left == 0 ? $0 : [margin] + $0 })
  }
}
