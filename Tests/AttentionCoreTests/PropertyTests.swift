import Testing

@testable import AttentionCore

/// What holds for any numbers.
@Suite struct PropertyTests {
  private func softmax(_ row: [Double]) throws -> [Double] {
    numbers(try Worksheet([input("S", [row]), formula("A", "softmax(S)")])["A"])
  }

  private func attention(_ q: [[Double]], _ k: [[Double]], _ v: [[Double]]) throws -> Worksheet {
    try Worksheet([
      input("Q", q), input("K", k), input("V", v),
      formula("A", "softmax(Q · Kᵀ / √columns(K))"), formula("O", "A · V"),
    ])
  }

  @Test func `weights are between 0 and 1 and add up to 1`() throws {
    var random = SplitMix(seed: 1)
    for length in 1...64 {
      let weights = try softmax(random.numbers(length, in: -50...50))
      #expect(abs(weights.reduce(0, +) - 1) <= 1e-12)
      #expect(weights.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test func `adding one number to every score changes no weight`() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<100 {
      let scores = random.numbers(5)
      let shift = Double.random(in: -1000...1000, using: &random)
      #expect(isNear(try softmax(scores.map { $0 + shift }), try softmax(scores)))
    }
  }

  @Test func `a larger score has a larger weight`() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<100 {
      let scores = random.numbers(6)
      let weights = try softmax(scores)
      let byScore = scores.indices.sorted { scores[$0] < scores[$1] }
      #expect(byScore == weights.indices.sorted { weights[$0] < weights[$1] })
    }
  }

  @Test func `the order of the tokens changes no output`() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<50 {
      let (q, k, v) = (random.rows(1, 3), random.rows(5, 3), random.rows(5, 3))
      let order = Array(0..<5).shuffled(using: &random)
      let mixed = try attention(q, order.map { k[$0] }, order.map { v[$0] })
      let plain = try attention(q, k, v)
      #expect(isNear(numbers(mixed["O"]), numbers(plain["O"])))
      #expect(isNear(numbers(mixed["A"]), order.map { numbers(plain["A"])[$0] }))
    }
  }

  @Test func `an output lies between the smallest and the largest value`() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<50 {
      let values = random.rows(4, 3)
      let output = numbers(try attention(random.rows(2, 3), random.rows(4, 3), values)["O"])
      for (index, number) in output.enumerated() {
        let column = values.map { $0[index % 3] }
        #expect(number >= (column.min() ?? 0) - 1e-12 && number <= (column.max() ?? 0) + 1e-12)
      }
    }
  }

  @Test func `an edit and its reverse give the start`() throws {
    var random = SplitMix(seed: 6)
    let start = try wholeSentence()
    for _ in 0..<50 {
      var worksheet = start
      let name = ["Q", "K", "V"].randomElement(using: &random) ?? "Q"
      let (row, column) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<3, using: &random))
      let place = "\(name)[\(row + 1),\(column + 1)]"
      let before = try #require(start[name]?[row: row, column: column].number)
      try worksheet.edit("\(place) = \(decimalText(Double.random(in: -9...9, using: &random)))")
      #expect(worksheet != start)
      try worksheet.edit("\(place) = \(decimalText(before))")
      #expect(worksheet == start)
      #expect(worksheet.hashValue == start.hashValue)
    }
  }

  @Test func `an edit gives what a worksheet made with the new numbers gives`() throws {
    var random = SplitMix(seed: 8)
    let (q, k, v) = (random.rows(3, 4), random.rows(5, 4), random.rows(5, 2))
    var edited = try attention(q, k, v)
    var changed = k
    changed[2][1] = 1.25
    try edited.edit("K[3,2] = 1.25")
    let made = try attention(q, changed, v)
    #expect(numbers(edited["O"]) == numbers(made["O"]))
  }
}
