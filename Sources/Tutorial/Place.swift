import AttentionCore

/// One thing that the learner did to the values, with what takes it back.
public struct Change: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case typed, nudged, restoredCell, restoredStep }

  public var kind: Kind
  /// The cell it was done to; nil for a whole step.
  public var cell: CellAddress?
  public var edits: [Edit]
  /// The edits that bring back exactly what was there before.
  public var inverse: [Edit]
}

/// The values of a place and the changes that led to them, so that each can be taken back.
public struct Place: Hashable, Sendable {
  public private(set) var worksheet: Worksheet
  /// What the last change moved; nil once it is old news.
  public private(set) var ripple: Ripple?
  public private(set) var done: [Change] = []
  public private(set) var undone: [Change] = []

  public init(worksheet: Worksheet) { self.worksheet = worksheet }

  /// Carries out a change; a change that the worksheet refuses leaves everything as it was.
  mutating func make(_ change: Change) throws(EditError) {
    try apply(change.edits)
    undone = []
    if let last = done.last, change.kind == .nudged, last.kind == .nudged, last.cell == change.cell {
      done[done.count - 1].edits = change.edits
    } else {
      done.append(change)
    }
  }

  /// Takes the last change back and returns it; nil when there is none.
  mutating func undo() -> Change? {
    guard let change = done.last, (try? apply(change.inverse)) != nil else { return nil }
    done.removeLast()
    undone.append(change)
    return change
  }

  /// Does again what was last taken back and returns it; nil when there is nothing.
  mutating func redo() -> Change? {
    guard let change = undone.last, (try? apply(change.edits)) != nil else { return nil }
    undone.removeLast()
    done.append(change)
    return change
  }

  /// The change that puts a number into a cell of an input.
  func change(_ kind: Change.Kind, at cell: CellAddress, to value: Double) -> Change {
    Change(
      kind: kind, cell: cell, edits: [edit(cell, value)],
      inverse: [edit(cell, number(at: cell, in: worksheet))])
  }

  /// The change that puts every input back to the lesson's values; nil if they are there already.
  func restoration(to lesson: Worksheet) -> Change? {
    let edited = editedCells(since: lesson)
    guard !edited.isEmpty else { return nil }
    return Change(
      kind: .restoredStep, cell: nil,
      edits: edited.map { edit($0, number(at: $0, in: lesson)) },
      inverse: edited.map { edit($0, number(at: $0, in: worksheet)) })
  }

  /// The cells of inputs that differ from the lesson's values.
  func editedCells(since lesson: Worksheet) -> [CellAddress] {
    worksheet.ripple(since: lesson).changes.map(\.address).filter { worksheet.input($0.name) != nil }
  }

  /// From now on nothing counts as just changed.
  mutating func settle() { ripple = nil }

  private mutating func apply(_ edits: [Edit]) throws(EditError) {
    var next = worksheet
    for edit in edits { try next.apply(edit) }
    ripple = next.ripple(since: worksheet)
    worksheet = next
  }

  private func edit(_ cell: CellAddress, _ value: Double) -> Edit {
    Edit(target: Target(cell: cell), formula: .number(value))
  }

  private func number(at cell: CellAddress, in worksheet: Worksheet) -> Double {
    worksheet[cell.name]?[row: cell.row, column: cell.column].number ?? 0
  }
}

extension Target {
  /// One cell, by its numbers.
  public init(cell: CellAddress) {
    self.init(name: cell.name, rows: .one("\(cell.row + 1)"), columns: .one("\(cell.column + 1)"))
  }
}
