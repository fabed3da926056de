/// A cell of a named matrix that an edit changed.
public struct CellChange: Hashable, Sendable {
  public let address: CellAddress
  public let old: Cell
  public let new: Cell
}

/// What changed between two states of a worksheet.
public struct Ripple: Hashable, Sendable {
  /// In the order of the worksheet, row by row; only what moved by more than 1e-12, or became another kind
  /// of cell.
  public let changes: [CellChange]
  /// Where the changes of each matrix are.
  private let places: [String: Range<Int>]

  init(changes: [CellChange]) {
    self.changes = changes
    var places: [String: Range<Int>] = [:]
    for (index, change) in changes.enumerated() {
      let name = change.address.name
      places[name] = (places[name]?.lowerBound ?? index)..<(index + 1)
    }
    self.places = places
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// What changed in a matrix, row by row.
  public func changes(of name: String) -> ArraySlice<CellChange> { places[name].map { changes[$0] } ?? [] }

  public func change(at address: CellAddress) -> CellChange? {
    changes(of: address.name).change(row: address.row, column: address.column)
  }
}

extension ArraySlice<CellChange> {
  /// The change of a cell among those of one matrix, which stand in the order of reading.
  public func change(row: Int, column: Int) -> CellChange? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      let place = self[middle].address
      if (place.row, place.column) < (row, column) { low = middle + 1 } else { high = middle }
    }
    guard low < endIndex, self[low].address.row == row, self[low].address.column == column else { return nil }
    return self[low]
  }
}

extension Worksheet {
  /// What is different from an earlier state, in the matrices that both have.
  public func ripple(since earlier: Worksheet) -> Ripple {
    var changes: [CellChange] = []
    for name in names {
      guard let new = self[name], let old = earlier[name], new.shape.hasCounts(of: old.shape), new != old
      else { continue }
      for row in 0..<new.rowCount {
        for column in 0..<new.columnCount {
          let (before, after) = (old[row: row, column: column], new[row: row, column: column])
          guard after.hasMoved(from: before) else { continue }
          let address = CellAddress(name: name, row: row, column: column)
          changes.append(CellChange(address: address, old: before, new: after))
        }
      }
    }
    return Ripple(changes: changes)
  }
}

extension Cell {
  fileprivate func hasMoved(from old: Cell) -> Bool {
    guard let new = number, let old = old.number else { return self != old }
    return abs(new - old) > 1e-12
  }
}
