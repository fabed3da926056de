import AttentionCore

/// One thing that the learner did to the values.
public struct Change: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case typed, nudged, restoredCell, restoredStep
    /// An edit that the lesson offers, played as it is.
    case played
    /// Numbers from a file.
    case given
  }

  public var kind: Kind
  /// The cell it was done to; nil for more than one.
  public var cell: CellAddress?
  public var edits: [Edit]
  /// Typed-over cells that their formulas compute again.
  public var restored: [CellAddress]

  public init(kind: Kind, cell: CellAddress? = nil, edits: [Edit] = [], restored: [CellAddress] = []) {
    self.kind = kind
    self.cell = cell
    self.edits = edits
    self.restored = restored
  }
}

/// The values of a place, as what it begins with and the changes made since.
///
/// Undo carries out all changes but the last one anew, so that it returns exactly what was there.
public struct Place: Hashable, Sendable {
  public let start: Worksheet
  public private(set) var worksheet: Worksheet
  /// What the last change moved; nil once it was dismissed.
  public private(set) var ripple: Ripple?
  public private(set) var done: [Change] = []
  public private(set) var undone: [Change] = []

  public init(start: Worksheet) {
    self.start = start
    worksheet = start
  }

  /// Carries out a change; a change that the worksheet refuses leaves everything as it was.
  mutating func make(_ change: Change) throws(EditError) {
    try worksheet.carryOut(change, notingIn: &ripple)
    undone = []
    if let last = done.last, change.kind == .nudged, last.kind == .nudged, last.cell == change.cell {
      done[done.count - 1] = change
    } else {
      done.append(change)
    }
  }

  /// Takes the last change back and returns it; nil when there is none.
  mutating func undo() -> Change? {
    guard let change = done.last else { return nil }
    let before = worksheet
    worksheet = state(after: done.count - 1)
    ripple = worksheet.ripple(since: before)
    done.removeLast()
    undone.append(change)
    return change
  }

  /// Does again what was last taken back and returns it; nil when there is nothing.
  mutating func redo() -> Change? {
    guard let change = undone.last, (try? worksheet.carryOut(change, notingIn: &ripple)) != nil else {
      return nil
    }
    undone.removeLast()
    done.append(change)
    return change
  }

  /// The worksheet after so many changes.
  private func state(after count: Int) -> Worksheet {
    var worksheet = start
    for change in done.prefix(count) { try? worksheet.carryOut(change) }
    return worksheet
  }

  /// What the cells of some matrices held at the start and after each change, the oldest first.
  func states() -> [Worksheet] {
    var states = [start]
    for change in done {
      var next = states[states.count - 1]
      try? next.carryOut(change)
      states.append(next)
    }
    return states
  }

  /// The change that puts a number into a cell.
  static func change(_ kind: Change.Kind, at cell: CellAddress, to value: Double) -> Change {
    Change(kind: kind, cell: cell, edits: [Edit(cell: cell, value: value)])
  }

  /// The change that puts everything back to how the place began; nil if it is so already.
  func restoration() -> Change? {
    var edits: [Edit] = []
    for name in worksheet.names {
      if let formula = start.formula(of: name) {
        guard formula != worksheet.formula(of: name) || worksheet.hasTypedOver(name) else { continue }
        edits.append(Edit(target: Target(name: name), formula: formula))
      } else if let old = start[name], let now = worksheet[name], old != now {
        edits += now.places.filter {
          old[row: $0.row, column: $0.column] != now[row: $0.row, column: $0.column]
        }
        .compactMap { place in
          old[row: place.row, column: place.column].number.map {
            Edit(cell: CellAddress(name: name, row: place.row, column: place.column), value: $0)
          }
        }
      }
    }
    return edits.isEmpty ? nil : Change(kind: .restoredStep, edits: edits)
  }

  /// From now on nothing counts as just changed.
  mutating func settle() { ripple = nil }
}

extension Worksheet {
  /// Carries out all of a change or, if the worksheet refuses a part of it, nothing.
  mutating func carryOut(_ change: Change) throws(EditError) {
    var next = self
    for cell in change.restored { next.restoreFormula(cell.name, row: cell.row, column: cell.column) }
    for edit in change.edits { try next.apply(edit) }
    self = next
  }

  fileprivate mutating func carryOut(_ change: Change, notingIn ripple: inout Ripple?) throws(EditError) {
    let before = self
    try carryOut(change)
    ripple = self.ripple(since: before)
  }
}

extension Matrix {
  /// Every row and column, in the order of reading.
  var places: [(row: Int, column: Int)] {
    (0..<rowCount).flatMap { row in (0..<columnCount).map { (row, $0) } }
  }
}

extension Edit {
  /// A number for one cell.
  init(cell: CellAddress, value: Double) {
    self.init(target: Target(cell: cell), formula: .number(value))
  }
}

extension Target {
  /// One cell, by its numbers.
  public init(cell: CellAddress) {
    self.init(name: cell.name, rows: .one("\(cell.row + 1)"), columns: .one("\(cell.column + 1)"))
  }
}
