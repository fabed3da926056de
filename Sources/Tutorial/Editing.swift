import AttentionCore

/// Changing numbers, and taking changes back.
extension Tutor {
  mutating func edit(_ event: Event) {
    let before = place.worksheet
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
    case .clickedCell(let cell): click(cell)
    case .clickedOffer(let number): clickOffer(number)
    case .turnedWheel(let steps):
      nudge(by: steps)
      // No digit after it makes a sign of it, as of the minus key.
      beforeMinus = nil
    case .restoredCell: restoreCell()
    case .restoredStep: restoreStep()
    case .undid: takeBack { $0.undo().map(Notice.undone) ?? .nothingToUndo }
    case .redid: takeBack { $0.redo().map(Notice.redone) ?? .nothingToRedo }
    default: break
    }
    if place.worksheet != before { noteIfMet() }
  }

  /// EDIT begins at an edit that the step offers, else at a cell that it shows and that may be changed.
  private mutating func startEditing() {
    mode = .edit
    prompt = nil
    offer = nextOffer
    if offer == nil { moveCursorIntoPicture() }
  }

  /// Puts the cursor on a cell that the step is about, if it is not on one already.
  mutating func moveCursorIntoPicture() {
    let shown = inputsInPicture.filter(permits)
    guard !shown.contains(cursor) else { return }
    if let first = shown.first {
      cursor = first
    } else if let first = permittedCells.first {
      cursor = permits(cursor) ? cursor : first
    } else if worksheet[cursor.name] == nil {
      cursor = CellAddress(name: worksheet.names.first ?? "", row: 0, column: 0)
    }
  }

  /// The cells of inputs that the picture of this step shows, in reading order.
  var inputsInPicture: [CellAddress] {
    switch picture {
    case .dotProduct(let cell), .line(let cell): return inputs(behind: [cell])
    case .softmax(let name, let row), .weightedSum(let name, let row), .bars(let name, let row),
      .angles(let name, let row), .between(let name, let row):
      let columns = 0..<(worksheet[name]?.columnCount ?? 0)
      return inputs(behind: columns.map { CellAddress(name: name, row: row, column: $0) })
    case .sentence, .history: return []
    case .ranking(_, _, let beside): return inputs(among: beside)
    case .vectors(let shown), .matrices(let shown): return inputs(among: shown)
    case .compare(let first, let second): return inputs(among: [first, second])
    }
  }

  private func inputs(among shown: [Shown]) -> [CellAddress] {
    shown.filter { worksheet.isInput($0.name) }.flatMap { shown -> [CellAddress] in
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
      .filter { worksheet.isInput($0.name) && seen.insert($0).inserted }
      .sorted { ($0.name == $1.name) ? ($0.row, $0.column) < ($1.row, $1.column) : order($0) < order($1) }
  }

  private func order(_ cell: CellAddress) -> Int { worksheet.names.firstIndex(of: cell.name) ?? 0 }

  mutating func openNumber(with character: Character?) {
    guard !playOffer() else { return }
    guard cursorIsEditable() else { return }
    if character == nil, worksheet.role(of: cursor.name) == .mask { return toggleMask() }
    var prompt = NumberPrompt()
    if let character, !prompt.type(character) { return }
    self.prompt = prompt
  }

  private mutating func type(_ character: Character) {
    guard offer == nil else { return }
    if prompt == nil, let beforeMinus {
      // `-2` typed over a cell begins with the key that nudges: it was a sign after all.
      self.beforeMinus = nil
      place = beforeMinus
      openNumber(with: "-")
      _ = prompt?.type(character)
    } else if prompt == nil {
      openNumber(with: character)
    } else {
      _ = prompt?.type(character)
    }
  }

  /// An empty number keeps the old value; one that cannot be stays open with the reason.
  mutating func acceptNumber(then direction: Direction?) {
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
    guard offer == nil, cursorIsEditable(),
      let old = worksheet[cursor.name]?[row: cursor.row, column: cursor.column].number
    else { return }
    // The minus key takes ten steps.
    if steps == -10 { beforeMinus = place }
    let step = worksheet.input(cursor.name)?.step ?? 0.01
    // Where the smallest step is a whole one there is no tenth of anything.
    let count = step < 1 ? steps : steps.signum()
    // In whole steps, so that ten nudges up and ten down end where they began.
    let whole = ((old / step).rounded() + Double(count)) * step
    let value = whole.isFinite ? rounded(whole, toMultipleOf: step) : old
    _ = set(cursor, to: value, as: .nudged)
  }

  /// 0.1 + 0.2 is not 0.3 in binary: the nearest number that the step can be counted in.
  private func rounded(_ value: Double, toMultipleOf step: Double) -> Double {
    let perUnit = (1 / step).rounded()
    return step < 1 && abs(perUnit * step - 1) < 1e-9 ? (value * perUnit).rounded() / perUnit : value
  }

  /// Opens a closed cell of a mask, or closes an open one.
  private mutating func toggleMask() {
    let isOpen = worksheet[cursor.name]?[row: cursor.row, column: cursor.column] != .number(0)
    _ = set(cursor, to: isOpen ? 0 : 1, as: .typed)
  }

  /// Puts a number back to what the place began with; a typed-over cell is computed again.
  mutating func restoreCell() {
    guard offer == nil, cursorIsEditable(), isEdited(cursor) else { return }
    if !worksheet.isInput(cursor.name) {
      make(Change(kind: .restoredCell, cell: cursor, restored: [cursor]))
    } else if let value = start[cursor.name]?[row: cursor.row, column: cursor.column].number {
      _ = set(cursor, to: value, as: .restoredCell)
    }
  }

  private mutating func restoreStep() {
    let wasTrying = experiment != nil
    experiment = nil
    guard let change = place.restoration() else {
      notice = wasTrying ? .restored : .nothingToRestore
      return
    }
    if make(change) { notice = .restored }
  }

  /// Puts a number into a cell; says what the worksheet has against it and returns false if it refuses.
  private mutating func set(_ cell: CellAddress, to value: Double, as kind: Change.Kind) -> Bool {
    make(Place.change(kind, at: cell, to: value))
  }

  /// Carries a change out; says what the worksheet has against it and returns false if it refuses.
  @discardableResult
  mutating func make(_ change: Change) -> Bool {
    do {
      // What was only tried out is taken back before something is changed for good.
      experiment = nil
      try place.make(change)
      effects.append(.saveSoon)
      return true
    } catch .outOfRange(let range) {
      notice = .outOfRange(range)
    } catch .fixed(let name) {
      notice = .fixed(name)
    } catch {
      notice = change.edits.first.map(Notice.cannotPlay)
    }
    return false
  }

  private mutating func takeBack(_ action: (inout Place) -> Notice) {
    experiment = nil
    notice = action(&place)
    switch notice {
    case .undone(let change), .redone(let change):
      if let cell = change.cell { cursor = cell }
      effects.append(.saveSoon)
    default: break
    }
  }
}
