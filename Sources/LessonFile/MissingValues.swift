import AttentionCore

extension Matrix {
  /// The first cell that has no value, and why; one that lacks it by its own doing before those that need it.
  var firstMissing: (row: Int, column: Int, reason: Missing)? {
    var needy: (row: Int, column: Int, reason: Missing)?
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        guard case .missing(let reason) = self[row: row, column: column] else { continue }
        if reason != .fromMissing { return (row, column, reason) }
        needy = needy ?? (row, column, reason)
      }
    }
    return needy
  }
}

extension Worksheet {
  /// `S[dog,1] has no value` and why, of the first cell of a matrix that has none by its own doing; nil if all have.
  func missingValue(in name: String, _ moment: String) -> String? {
    guard let matrix = self[name], let (row, column, reason) = matrix.firstMissing, reason != .fromMissing
    else {
      return nil
    }
    let labels = [matrix.shape.rows.name(of: row), matrix.shape.columns.name(of: column)]
    return "\(name)[\(labels.joined(separator: ","))] has no value \(moment): \(reason.sentence)"
  }
}

extension Missing {
  /// Why there is no value, for a complaint.
  var sentence: String {
    switch self {
    case .divisionByZero: "division by 0"
    case .logarithm: "the logarithm of 0 or less"
    case .root: "the root of less than 0"
    case .overflow: "a number too large"
    case .fromMissing: "it needs a cell that has none"
    }
  }
}
