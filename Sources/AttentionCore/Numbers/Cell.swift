/// What stands in one cell of a matrix: always a finite number, or a typed reason why there is none.
public enum Cell: Hashable, Sendable {
  case number(Double)
  /// Masked: not to be attended to. Only `softmax` and the operations that rearrange accept it.
  case closed
  /// There is no value, and why.
  case missing(Missing)

  /// The number, if there is one.
  public var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}

/// Why a cell has no value.
public enum Missing: Hashable, Sendable {
  case divisionByZero
  /// The logarithm of 0 or less.
  case logarithm
  /// The square root of less than 0.
  case root
  /// Larger than the largest double.
  case overflow
  /// It is computed from a cell that has no value.
  case fromMissing
}
