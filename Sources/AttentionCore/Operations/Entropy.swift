import Glibc

/// `entropy(a)`: the entropy of each row of shares in bits, Σⱼ aᵢⱼ log₂(1 ÷ aᵢⱼ); a share of 0 adds nothing.
struct Entropy: RowToNumber {
  var name: String { "entropy" }
  var form: Form { .call(arguments: 1...1) }

  func evaluate(_ operands: Operands, into result: inout Matrix) {
    let a = operands[0]
    for row in 0..<a.rowCount {
      var bits = 0.0
      for share in a.numbers[a.indices(ofRow: row)] where share != 0 { bits -= share * log2(share) }
      result.numbers[row] = bits
    }
  }

  /// Only a share below 0 has no logarithm; anything else is too large.
  func reason(row: Int, column: Int, of operands: Operands) -> Missing {
    let a = operands[0]
    return a.numbers[a.indices(ofRow: row)].contains { $0 < 0 } ? .logarithm : .overflow
  }

  /// A share of 0 has no logarithm.
  var reasonOfSlope: Missing { .logarithm }

  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    .number(-log2(operands.number(at: link)) - 1 / log(2))
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let terms = trace.row(0, row).map { share -> [Piece] in
      guard share.cell != .number(0) else { return [.quantity(share)] }
      return [.quantity(share), .sign("×log₂(1÷"), .quantity(share), .sign(")")]
    }
    return .line(Array(terms.joined(separator: [.sign(" + ")])))
  }
}
