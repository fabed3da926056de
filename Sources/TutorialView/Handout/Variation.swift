import AttentionCore

extension Worksheet {
  /// The same lesson with other numbers: each of the inputs that attention is made of moves by some hundredths.
  ///
  /// Counts, switches and dials stay as they are, since what is asked depends on them. The same random numbers
  /// give the same worksheet on every machine.
  func varied(by random: inout SplitMix64) -> Worksheet {
    var varied = self
    let inputs = names.compactMap { name in input(name).map { (name: name, input: $0) } }
    let free = inputs.filter { !$0.input.isFixed && !$0.input.numbers.allSatisfy { $0 == $0.rounded() } }
    let vectors = free.filter { role(of: $0.name)?.isVector == true }
    for (name, input) in vectors.isEmpty ? free : vectors {
      let columns = input.shape.columns.count
      for (index, number) in input.numbers.enumerated() {
        let moved = random.moved(number, within: input.range)
        let cell = Target(
          name: name, rows: .one("\(index / columns + 1)"), columns: .one("\(index % columns + 1)"))
        try? varied.apply(Edit(target: cell, formula: .number(moved)))
      }
    }
    return varied
  }
}

extension MatrixRole {
  /// Whether its numbers are entries of vectors.
  fileprivate var isVector: Bool { [.query, .key, .value, .embedding, .parameter].contains(self) }
}

extension SplitMix64 {
  /// A number at most 15 hundredths away, as a whole number of hundredths and inside of a range.
  mutating func moved(_ number: Double, within range: ClosedRange<Double>) -> Double {
    // The bias of the remainder is far below anything that could be seen.
    let hundredths = (number * 100).rounded() + Double(next() % 31) - 15
    let moved = hundredths / 100
    return range.contains(moved) ? moved : number
  }
}
