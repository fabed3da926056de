import AttentionCore

/// Changing numbers, and taking changes back.
extension Tutor {
  mutating func edit(_ event: Event) {
    switch event {
    case .startedEditing: startEditing()
    case .stoppedEditing:
      mode = .step
      prompt = nil
    case .moved(let direction): moveCursor(direction)
    case .movedToNextMatrix: moveToMatrix(1)
    case .movedToPreviousMatrix: moveToMatrix(-1)
    case .openedNumber: openNumber(with: nil)
    case .typed(let character): type(character)
    case .editedNumber(let key): prompt?.edit(key)
    case .acceptedNumber(let direction): acceptNumber(then: direction)
    case .cancelledNumber: prompt = nil
    case .nudged(let steps): nudge(by: steps)
    case .restoredCell: restoreCell()
    case .restoredStep: restoreStep()
    case .undid: takeBack { $0.undo().map(Notice.undone) ?? .nothingToUndo }
    case .redid: takeBack { $0.redo().map(Notice.redone) ?? .nothingToRedo }
    default: break
    }
  }

  /// EDIT begins at a cell that the step shows, if the cursor is not at one already.
  private mutating func startEditing() {
    mode = .edit
    let shown = Set(inputsInPicture)
    guard !shown.isEmpty, !shown.contains(cursor) else { return }
    cursor = inputsInPicture[0]
  }

  /// The cells of inputs that the picture of this step shows, in reading order.
  var inputsInPicture: [CellAddress] {
    switch picture {
    case .dotProduct(let cell), .line(let cell): return inputs(behind: [cell])
    case .softmax(let name, let row), .weightedSum(let name, let row), .bars(let name, let row):
      let columns = 0..<(worksheet[name]?.columnCount ?? 0)
      return inputs(behind: columns.map { CellAddress(name: name, row: row, column: $0) })
    case .sentence, .history: return []
    case .ranking(_, _, let beside): return inputs(among: beside)
    case .vectors(let shown), .matrices(let shown): return inputs(among: shown)
    case .compare(let first, let second): return inputs(among: [first, second])
    }
  }

  private func inputs(among shown: [Shown]) -> [CellAddress] {
    shown.filter { worksheet.input($0.name) != nil }.flatMap { shown -> [CellAddress] in
      guard let matrix = worksheet[shown.name] else { return [] }
      let rows = shown.row.map { $0..<($0 + 1) } ?? 0..<matrix.rowCount
      return rows.flatMap { row in
        (0..<matrix.columnCount).map { CellAddress(name: shown.name, row: row, column: $0) }
      }
    }
  }

  private func inputs(behind cells: [CellAddress]) -> [CellAddress] {
    let sources = cells.flatMap { cell in
      worksheet.explanation(of: worksheet.reference(cell.name, row: cell.row, column: cell.column))?.sources
        ?? []
    }
    var seen: Set<CellAddress> = []
    return sources.compactMap { worksheet.name(of: worksheet.origin(of: $0)) }
      .filter { worksheet.input($0.name) != nil && seen.insert($0).inserted }
      .sorted { ($0.name == $1.name) ? ($0.row, $0.column) < ($1.row, $1.column) : order($0) < order($1) }
  }

  private func order(_ cell: CellAddress) -> Int { worksheet.names.firstIndex(of: cell.name) ?? 0 }

  /// Up and down go on into the next matrix, since the matrices stand one above the other.
  private mutating func moveCursor(_ direction: Direction) {
    guard let matrix = worksheet[cursor.name] else { return }
    switch direction {
    case .left: cursor.column = max(0, cursor.column - 1)
    case .right: cursor.column = min(matrix.columnCount - 1, cursor.column + 1)
    case .up:
      if cursor.row > 0 { cursor.row -= 1 } else { moveToMatrix(-1, wrapping: false) }
    case .down:
      if cursor.row < matrix.rowCount - 1 { cursor.row += 1 } else { moveToMatrix(1, wrapping: false) }
    }
  }

  private mutating func moveToMatrix(_ offset: Int, wrapping: Bool = true) {
    let names = worksheet.names
    guard let here = names.firstIndex(of: cursor.name) else { return }
    var there = here + offset
    if wrapping { there = (there + names.count) % names.count }
    guard names.indices.contains(there), let matrix = worksheet[names[there]] else { return }
    let fromBelow = offset < 0 && !wrapping
    cursor = CellAddress(
      name: names[there], row: fromBelow ? matrix.rowCount - 1 : 0,
      column: wrapping ? 0 : min(cursor.column, matrix.columnCount - 1))
  }

  /// Whether the cell under the cursor may be changed; says why if not.
  private mutating func cursorIsEditable() -> Bool {
    guard let input = worksheet.input(cursor.name) else {
      notice = .computed(cursor)
      return false
    }
    if input.isFixed { notice = .fixed(cursor.name) }
    return !input.isFixed
  }

  private mutating func openNumber(with character: Character?) {
    guard cursorIsEditable() else { return }
    var prompt = NumberPrompt()
    if let character, !prompt.type(character) { return }
    self.prompt = prompt
  }

  private mutating func type(_ character: Character) {
    if prompt == nil { openNumber(with: character) } else { _ = prompt?.type(character) }
  }

  /// An empty number keeps the old value; one that cannot be stays open with the reason.
  private mutating func acceptNumber(then direction: Direction?) {
    guard let typed = prompt else { return }
    if !typed.text.isEmpty {
      guard let value = typed.value else {
        notice = .notANumber(typed.text)
        return
      }
      guard set(cursor, to: value, as: .typed) else { return }
    }
    prompt = nil
    if let direction { moveCursor(direction) }
  }

  private mutating func nudge(by steps: Int) {
    guard cursorIsEditable(), let input = worksheet.input(cursor.name),
      let old = worksheet[cursor.name]?[row: cursor.row, column: cursor.column].number
    else { return }
    // In whole steps, so that ten nudges up and ten down end where they began.
    let whole = ((old / input.step).rounded() + Double(steps)) * input.step
    let value = whole.isFinite ? rounded(whole, toMultipleOf: input.step) : old
    _ = set(cursor, to: value, as: .nudged)
  }

  /// 0.1 + 0.2 is not 0.3 in binary: the nearest number that the step can be counted in.
  private func rounded(_ value: Double, toMultipleOf step: Double) -> Double {
    let perUnit = (1 / step).rounded()
    return step < 1 && abs(perUnit * step - 1) < 1e-9 ? (value * perUnit).rounded() / perUnit : value
  }

  private mutating func restoreCell() {
    guard cursorIsEditable(), isEdited(cursor),
      let value = lesson.worksheet[cursor.name]?[row: cursor.row, column: cursor.column].number
    else { return }
    _ = set(cursor, to: value, as: .restoredCell)
  }

  private mutating func restoreStep() {
    guard let change = progress.place.restoration(to: lesson.worksheet) else {
      notice = .nothingToRestore
      return
    }
    if (try? progress.place.make(change)) != nil { notice = .restored }
  }

  /// Puts a number into a cell; says what the worksheet has against it and returns false if it refuses.
  private mutating func set(_ cell: CellAddress, to value: Double, as kind: Change.Kind) -> Bool {
    do {
      try progress.place.make(progress.place.change(kind, at: cell, to: value))
      return true
    } catch .outOfRange(let range) {
      notice = .outOfRange(range)
    } catch {
      notice = .fixed(cell.name)
    }
    return false
  }

  private mutating func takeBack(_ action: (inout Place) -> Notice) {
    notice = action(&progress.place)
    switch notice {
    case .undone(let change), .redone(let change):
      if let cell = change.cell { cursor = cell }
    default: break
    }
  }
}
