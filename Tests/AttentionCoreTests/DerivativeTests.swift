import Testing

@testable import AttentionCore

/// What each operation passes back, against central differences.
@Suite struct DerivativeTests {
  /// The formulas of a result y, which depends on x and, in some, on z; all numbers are random.
  static let formulas: [String] = [
    "x · zᵀ", "z · xᵀ", "x · xᵀ", "x + z", "z + x[dog]", "x - z", "x[*,1] - z", "z - x[2,3]", "-x",
    "x * z", "x * x", "x[quickly] * z", "z * x[*,2]", "x[1,1] * z", "x / (z * z + 1)", "z / (x * x + 1)",
    "z / (x[dog,1] * x[dog,1] + 2)", "√(x * x + 0.5)", "exp(x)", "log(x * x + 0.5)", "sin(x)", "cos(x)",
    "abs(x)", "sum(x)", "sum(xᵀ)", "max(x)", "max(xᵀ)", "softmax(x)", "softmax(xᵀ)", "softmax(3 * x * z)",
    "entropy(softmax(x))", "entropy(x * x + 0.1)", "softmax(mask(x, M))", "softmax(mask(x * z, M)ᵀ)",
    "softmax(topk(x, 2))", "softmax(stack(topk(x, 2), mask(z, M))[*,1..2])", "rotate(x[*,2..3], z[*,1])",
    "rotate(z[*,1..2], 20 * x[*,3])", "rotate(concat(x, x[*,2]), 100 * x[1,1])", "rotate(x[*,1..2], 70)",
    "xᵀ", "x[quickly,2..3]", "x[*,1]", "concat(x, z, x[*,2])", "stack(x, z, x[dog])", "x",
    "x * columns(x)", "x * was(x)", "x - was(x * z)", "softmax(x · zᵀ / √columns(x)) · z",
    "√sum(x * x)", "exp(-x * x / 2) · zᵀ",
  ]

  @Test(arguments: formulas)
  func `a gradient is what a small change of each number does to the loss`(text: String) throws {
    var random = SplitMix(seed: 9)
    for _ in 0..<5 {
      let worksheet = try worksheet(text, &random)
      let gradient = numbers(worksheet["gradient"])
      #expect(worksheet["gradient"]?.shape == worksheet["x"]?.shape)
      for (index, exact) in gradient.enumerated() {
        let difference = try difference(worksheet, index)
        #expect(abs(exact - difference) <= 1e-6 * max(1, abs(difference)), "\(text) by number \(index)")
      }
    }
  }

  /// The loss weighs each cell of y, so that no two of them can be mixed up.
  private func worksheet(_ text: String, _ random: inout SplitMix) throws -> Worksheet {
    let definitions = [
      input("x", random.rows(2, 3), rows: tokens), input("z", random.rows(2, 3), rows: tokens),
      input("M", [[1, 0, 1], [0, 0, 1]], rows: tokens, role: .mask), try formula("y", text),
    ]
    let shape = try #require(try Worksheet(definitions)["y"]?.shape)
    let weights = input("w", random.rows(shape.rows.count, shape.columns.count))
    return try Worksheet(
      definitions + [weights, formula("loss", "sum(sum(w * y)ᵀ)"), formula("gradient", "grad(loss, x)")])
  }

  /// The slope of the loss between two points on either side, of the fourth order.
  private func difference(_ worksheet: Worksheet, _ index: Int) throws -> Double {
    func loss(_ step: Double) throws -> Double {
      var moved = worksheet
      let x = try #require(worksheet.input("x"))
      let place = "x[\(index / 3 + 1),\(index % 3 + 1)]"
      let target = try Target(parsing: place)
      try moved.apply(Edit(target: target, formula: .number(x.numbers[index] + step)))
      return try #require(moved["loss"]?[row: 0, column: 0].number)
    }
    let h = 1e-3
    return try (8 * (loss(h) - loss(-h)) - (loss(2 * h) - loss(-2 * h))) / (12 * h)
  }

  @Test func `a row with nothing to attend to passes nothing back`() throws {
    let worksheet = try Worksheet([
      input("x", [[1, 2], [3, 4]]), input("M", [[0, 0], [1, 0]]),
      formula("loss", "sum(sum(softmax(mask(x, M)) * x)ᵀ)"), formula("y", "softmax(mask(x, M))"),
      formula("first", "y[1,1] + y[1,2] + y[2,2]"),
    ])
    #expect(try worksheet.numbers("grad(loss, x)") == [0, 0, 1, 0])
    #expect(try worksheet.numbers("grad(first, x)") == [0, 0, 0, 0])
  }

  @Test func `which cells are open, and how many, has no slope`() throws {
    let worksheet = try Worksheet([
      input("x", [[3, 2, 1]]), input("M", [[1, 1, 0]]), input("k", [[2]]),
      formula("masked", "softmax(mask(x, M))[1,1]"), formula("kept", "softmax(topk(x, k))[1,1]"),
    ])
    #expect(try worksheet.numbers("grad(masked, M)") == [0, 0, 0])
    #expect(try worksheet.numbers("grad(kept, k)") == [0])
    #expect(try worksheet.numbers("abs(grad(masked, x))")[0] > 0.1)
    #expect(try worksheet.numbers("abs(grad(kept, x))")[1] > 0.1)
  }

  @Test func `of equal numbers only the first is the largest`() throws {
    let worksheet = try Worksheet([
      input("x", [[2, 5, 5]]), formula("loss", "max(x)"),
      formula("kept", "sum(softmax(topk(x, 1)) * x)"), formula("size", "sum(abs(x - 5))"),
    ])
    #expect(try worksheet.numbers("grad(loss, x)") == [0, 1, 0])
    #expect(try worksheet.numbers("grad(kept, x)") == [0, 1, 0])
    #expect(try worksheet.numbers("grad(size, x)") == [-1, 0, 0])
  }
}
