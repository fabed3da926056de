import AttentionCore

/// Moving between what can be changed on a step: the edits that it offers, then the cells of its matrices.
extension Tutor {
  /// The edits that the lesson offers on this step, as they are.
  public var offers: [Edit] { step.permission?.edits ?? [] }

  /// Whether an offered edit is how things are now: its formula computes the matrix.
  public func isCurrent(_ offer: Edit) -> Bool {
    offer.target.isWhole && worksheet.formula(of: offer.target.name) == offer.formula
  }

  /// Whether the learner may change a cell on this step.
  public func permits(_ cell: CellAddress) -> Bool { step.allows(cell, in: worksheet) }

  /// The cells that may be changed on this step, in the order of the worksheet.
  var permittedCells: [CellAddress] {
    let names = step.permission.map { Set($0.targets.map(\.name)) }
    return worksheet.names.filter { names?.contains($0) ?? (worksheet.isInput($0)) }.flatMap { name in
      (worksheet[name]?.places ?? []).map { CellAddress(name: name, row: $0.row, column: $0.column) }
    }.filter(permits)
  }

  /// The matrices that EDIT walks through: those that are shown, those that may be changed, and the strip's.
  var matricesInReach: [String] {
    let shown = Set(step.show.map(\.name))
    let permitted = Set(permittedCells.map(\.name))
    let strip = [self.strip.weights, self.strip.output]
    return worksheet.names.filter {
      shown.contains($0) || permitted.contains($0) || strip.contains($0) || worksheet.names.count <= 8
    }
  }

  /// The first offer that would change something.
  var nextOffer: Int? { offers.firstIndex { !isCurrent($0) } ?? (offers.isEmpty ? nil : 0) }

  /// Up and down go on into the next matrix, since the matrices stand one above the other, and from the first one to
  /// the offers above it.
  mutating func moveCursor(_ direction: Direction) {
    if let here = offer { return moveOffer(from: here, direction) }
    guard let matrix = worksheet[cursor.name] else { return }
    switch direction {
    case .left: cursor.column = max(0, cursor.column - 1)
    case .right: cursor.column = min(matrix.columnCount - 1, cursor.column + 1)
    case .up:
      if cursor.row > 0 {
        cursor.row -= 1
      } else if cursor.name == matricesInReach.first, !offers.isEmpty {
        offer = offers.count - 1
      } else {
        moveToMatrix(-1, wrapping: false)
      }
    case .down:
      if cursor.row < matrix.rowCount - 1 { cursor.row += 1 } else { moveToMatrix(1, wrapping: false) }
    }
  }

  private mutating func moveOffer(from here: Int, _ direction: Direction) {
    switch direction {
    case .up: offer = max(0, here - 1)
    case .down where here + 1 < offers.count: offer = here + 1
    case .down: leaveOffers()
    case .left, .right: break
    }
  }

  /// From the offers to the first cell that may be changed; where none may, they are all there is.
  private mutating func leaveOffers() {
    guard let first = permittedCells.first else { return }
    offer = nil
    cursor = first
  }

  /// From matrix to matrix, by way of the offers; with `wrapping` around the ends.
  mutating func moveToMatrix(_ offset: Int, wrapping: Bool = true) {
    if let here = offer {
      guard offers.indices.contains(here + offset) else {
        offer = nil
        return enterMatrix(offset > 0 ? 0 : matricesInReach.count - 1, fromBelow: false, keepsColumn: false)
      }
      offer = here + offset
      return
    }
    let names = matricesInReach
    guard let here = names.firstIndex(of: cursor.name) else {
      return enterMatrix(0, fromBelow: false, keepsColumn: false)
    }
    let there = here + offset
    if wrapping, !names.indices.contains(there), !offers.isEmpty {
      offer = offset > 0 ? 0 : offers.count - 1
      return
    }
    enterMatrix(
      wrapping ? (there + names.count) % names.count : there, fromBelow: offset < 0 && !wrapping,
      keepsColumn: !wrapping)
  }

  private mutating func enterMatrix(_ index: Int, fromBelow: Bool, keepsColumn: Bool) {
    let names = matricesInReach
    guard names.indices.contains(index), let matrix = worksheet[names[index]] else { return }
    cursor = CellAddress(
      name: names[index], row: fromBelow ? matrix.rowCount - 1 : 0,
      column: keepsColumn ? min(cursor.column, matrix.columnCount - 1) : 0)
  }

  /// Whether the cell under the cursor may be changed; says why if not.
  mutating func cursorIsEditable() -> Bool {
    if permits(cursor) { return true }
    if let permission = step.permission, !permission.targets.isEmpty {
      notice = .notAllowed(permission.targets)
    } else if let input = worksheet.input(cursor.name), input.isFixed || step.permission != nil {
      notice = .fixed(cursor.name)
    } else {
      notice = .computed(cursor)
    }
    return false
  }

  /// Plays the offer that EDIT is at; false if it is at a cell.
  mutating func playOffer() -> Bool {
    guard let offer, offers.indices.contains(offer) else { return false }
    if make(Change(kind: .played, edits: [offers[offer]])) { notice = .played(offers[offer]) }
    return true
  }
}
