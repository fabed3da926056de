/// What a matrix is in attention.
public enum MatrixRole: String, CaseIterable, Sendable {
  case query, key, value, embedding, parameter, mask, score, scaled, masked, weight, output

  /// The decimals of a computed matrix with this role.
  var digits: Int { self == .weight || self == .output ? 2 : 3 }
}

extension Formula.Node {
  /// The role that a formula gives its result: a product with a transposed right side is a score, a score
  /// divided is scaled, a mask makes it masked, a softmax makes weights, and weights times anything are an
  /// output.
  ///
  /// A part, a copy or an earlier state of a matrix has the role of that matrix.
  func role(knowing roleOf: (String) -> MatrixRole?) -> MatrixRole? {
    switch kind {
    case .number: return nil
    case .name(let name): return roleOf(name)
    case .part(let whole, _, _): return whole.role(knowing: roleOf)
    case .operation("softmax", _): return .weight
    case .operation("mask", _): return .masked
    case .operation("was", let arguments): return arguments[0].role(knowing: roleOf)
    case .operation("/", let arguments):
      return arguments[0].role(knowing: roleOf) == .score ? .scaled : nil
    case .operation("·", let arguments):
      if case .operation("ᵀ", _) = arguments[1].kind { return .score }
      return arguments[0].role(knowing: roleOf) == .weight ? .output : nil
    case .operation: return nil
    }
  }
}
