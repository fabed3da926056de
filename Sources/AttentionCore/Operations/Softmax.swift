import Glibc

/// `softmax(a)`: each row becomes shares of one whole. Cell i,j is e^aᵢⱼ ÷ Σₖ e^aᵢₖ.
///
/// Closed cells get no share; a row without an open cell gets weights 0: there is nothing to attend to.
struct Softmax: RowByRow {
  var name: String { "softmax" }
  var form: Form { .call(arguments: 1...1) }
  var closedCells: ClosedCells { .settled }

  func shape(of arguments: [Argument]) throws(Misfit) -> Shape { arguments[0].shape }

  func evaluate(_ operands: Operands, into shares: inout Matrix) {
    let a = operands[0]  // n×m, as are the shares
    for row in 0..<a.rowCount {
      let row = a.indices(ofRow: row)

      // 1. The largest exponent of the row. Subtracting it changes no share and keeps e^ from overflowing.
      var largest = -Double.infinity
      for index in row where a.isOpen(index) { largest = max(largest, a.numbers[index]) }

      // 2. The powers, each between 0 and 1, and their sum, at least 1.
      var sum = 0.0
      for index in row {
        let power = a.isOpen(index) ? exp(a.numbers[index] - largest) : 0
        shares.numbers[index] = power
        sum += power
      }

      // 3. Each power's share of the sum.
      guard sum > 0 else { continue }
      for index in row { shares.numbers[index] /= sum }
    }
  }

  /// Share k grows with exponent j by yₖ(1 − yₖ) if they are the same, else by −yₖyⱼ. Summed with g over k, that is
  /// yⱼ(gⱼ − Σ yₖgₖ): what counts is by how much gⱼ stands out from the average.
  func slope(at link: Link, of operands: Operands, result: Matrix) -> Slope {
    let start = result.indices(ofRow: link.row).lowerBound
    let (share, other) = (start + link.resultColumn, start + link.column)
    guard operands[0].isOpen(share), operands[0].isOpen(other) else { return .none }
    let y = result.numbers
    return .number(y[share] * ((share == other ? 1 : 0) - y[other]))
  }

  func explain(row: Int, column: Int, with trace: Trace) -> Explanation.Calculation {
    let exponents = trace.row(0, row)
    if let missing = exponents.first(where: \.isMissing) { return .line([.quantity(missing)]) }
    let open = exponents.compactMap(\.cell.number)
    // Exponents are shown as they are while their powers are readable.
    let shift = open.allSatisfy { abs($0) < 20 } ? 0 : open.max() ?? 0
    let powers = exponents.map { exponent in exponent.cell.number.map { exp($0 - shift) } ?? 0 }
    return .share(
      exponents: exponents, shift: shift, powers: powers, sum: powers.reduce(0, +), index: column)
  }
}

extension Matrix {
  /// Whether there is a number at an index into the storage.
  fileprivate func isOpen(_ index: Int) -> Bool { gaps == nil || gaps?[index] == .filled }
}
