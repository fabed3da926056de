import AttentionCore

/// Which values of a matrix the learner may see yet.
public enum Sight: Hashable, Sendable {
  case everything
  /// Only what an open question shows.
  case shown([Shown])
  /// What was reached by a step: of each cell, row by row, the first step that shows it.
  case reached([Int], by: Int, columns: Int)

  /// Whether a cell of the matrix may be seen.
  public func sees(row: Int, column: Int) -> Bool {
    switch self {
    case .everything: true
    case .shown(let all): all.contains { $0.contains(row: row, column: column) }
    case .reached(let steps, let furthest, let columns):
      (steps.dropFirst(row * columns + column).first ?? 0) <= furthest
    }
  }
}

extension Shown {
  /// Whether a cell of its matrix is among what is shown.
  func contains(row: Int, column: Int) -> Bool {
    (self.row ?? row) == row && (self.column ?? column) == column
  }
}
