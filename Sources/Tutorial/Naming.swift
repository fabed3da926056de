import AttentionCore

/// What is named in words: an edit, a cell, an offer or a place, without a cursor that walks there.
extension Tutor {
  mutating func handleNamed(_ event: Event) {
    switch event {
    case .made(let edit): makeNamed(edit)
    case .putBack(let cell): putBack(cell)
    case .played(let number):
      guard offers.indices.contains(number) else { break }
      offer = number
      _ = playOffer()
      offer = nil
    case .wentTo(let lesson, let step): go(toLesson: lesson, step: step)
    default: break
    }
    noteIfMet()
  }

  /// Makes an edit if the step lets every cell of it be changed; says why if not.
  private mutating func makeNamed(_ edit: Edit) {
    prompt = nil
    guard let region = try? worksheet.position(of: edit.target) else {
      notice = .cannotPlay(edit)
      return
    }
    let cells = region.rows.flatMap { row in
      region.columns.map { CellAddress(name: edit.target.name, row: row, column: $0) }
    }
    guard step.allows(edit, in: worksheet) else {
      // The cell that is in the way says best what is wrong with it.
      cursor = cells.first { !permits($0) } ?? cells.first ?? cursor
      if cursorIsEditable() { notice = .computed(cursor) }
      return
    }
    if let cell = cells.first { cursor = cell }
    let isOffered = offers.contains(edit)
    let cell = cells.count == 1 && !isOffered ? cells.first : nil
    make(Change(kind: isOffered ? .played : .typed, cell: cell, edits: [edit]))
  }

  private mutating func putBack(_ cell: CellAddress) {
    guard let matrix = worksheet[cell.name], (0..<matrix.rowCount).contains(cell.row),
      (0..<matrix.columnCount).contains(cell.column)
    else { return }
    prompt = nil
    cursor = cell
    offer = nil
    guard cursorIsEditable() else { return }
    guard isEdited(cell) else {
      notice = .nothingToRestore
      return
    }
    restoreCell()
  }
}
