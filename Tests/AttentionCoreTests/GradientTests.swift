import Testing

@testable import AttentionCore

/// What `grad` accepts, and what it means when cells are typed over, missing or replaced.
@Suite struct GradientTests {
  private func worksheet() throws -> Worksheet {
    try Worksheet([
      input("x", [[1, 2]], rows: ["quickly"], columns: tokens), input("w", [[3, 4]]),
      formula("y", "x * w"), formula("unused", "2 * x"), formula("loss", "sum(y * y) / 2"),
      formula("P", "mask(x, 0 * w)"), formula("gradient", "grad(loss, x)"),
      formula("steep", "sum(gradient)"), formula("below", "x"),
    ])
  }

  static let complaints: [(String, String, Int)] = [
    ("grad(y, x)", "grad needs a loss of one number; y is 1×2", 0),
    ("1 + grad(y, x)", "grad needs a loss of one number; y is 1×2", 4),
    ("grad(loss + 1, x)", "grad takes the names of two matrices; loss + 1 is not a name", 5),
    ("grad(loss, xᵀ)", "grad takes the names of two matrices; xᵀ is not a name", 11),
    ("grad(loss, x[1,1])", "grad takes the names of two matrices; x[1,1] is not a name", 11),
    ("grad(2, x)", "grad takes the names of two matrices; 2 is not a name", 5),
    (
      "grad(loss, below)", "grad goes from a loss back to a matrix above it; below does not stand above loss",
      11
    ),
    (
      "grad(loss, loss)", "grad goes from a loss back to a matrix above it; loss does not stand above loss",
      11
    ),
    ("grad(loss, K)", "nothing is called K", 11),
    ("grad(los, x)", "nothing is called los; did you mean loss?", 5),
    ("grad(loss)", "grad takes 2 arguments, here it has 1", 0),
    ("grad(steep, x)", "grad cannot go through another grad: steep follows from gradient", 5),
    ("grad(steep, w)", "grad cannot go through another grad: steep follows from gradient", 5),
  ]

  @Test(arguments: complaints)
  func `what grad cannot do is named with its place`(text: String, message: String, offset: Int) throws {
    let worksheet = try worksheet()
    #expect(throws: FormulaError(message: message, offset: offset)) {
      try worksheet.check(Formula(parsing: text))
    }
  }

  @Test func `a loss of closed cells is refused, a matrix of closed cells is not`() throws {
    let worksheet = try Worksheet([
      input("x", [[1, 2]]), input("M", [[1, 0]]), formula("P", "mask(x, M)"), formula("loss", "P[1,1]"),
      formula("total", "sum(softmax(P) * x)"),
    ])
    let message = "loss may hold closed cells (it comes from mask); they can only go into softmax"
    #expect(throws: FormulaError(message: message, offset: 5)) {
      try worksheet.check(Formula(parsing: "grad(loss, x)"))
    }
    #expect(try worksheet.numbers("grad(total, P)") == [0, 0])
    #expect(try worksheet.numbers("grad(total, x)") == [1, 0])
  }

  @Test func `grad is a word that no matrix can have`() {
    let error = FormulaError(message: "grad is an operation; a matrix needs another name", offset: 0)
    #expect(throws: DefinitionError(definition: 0, error: error)) { try Worksheet([input("grad", [[1]])]) }
  }

  @Test func `the result is shaped and named like the matrix, and plays no role`() throws {
    let worksheet = try worksheet()
    #expect(worksheet["gradient"]?.shape == worksheet["x"]?.shape)
    #expect(worksheet.role(of: "gradient") == nil)
    #expect(worksheet.digits(of: "gradient") == 3)
    #expect(worksheet.formula(of: "gradient")?.text == "grad(loss, x)")
    #expect(numbers(worksheet["gradient"]) == [9, 32])
  }

  @Test func `what the loss does not use has a gradient of 0`() throws {
    #expect(try worksheet().numbers("grad(loss, unused)") == [0, 0])
  }

  @Test func `a typed-over cell passes nothing on, and has a gradient itself`() throws {
    var worksheet = try worksheet()
    try worksheet.edit("y[quickly,dog] = 10")
    #expect(numbers(worksheet["gradient"]) == [0, 32])
    #expect(try worksheet.numbers("grad(loss, y)") == [10, 8])
    #expect(try worksheet.numbers("was(grad(loss, x))") == [9, 32])
    try worksheet.edit("loss[1,1] = 3")
    #expect(numbers(worksheet["gradient"]) == [0, 0])
  }

  @Test func `beside a typed-over share the slopes are those of the formula`() throws {
    var worksheet = try Worksheet([
      input("x", [[0.5, -0.25, 1]]), formula("A", "softmax(x)"), formula("R", "rotate(concat(1, 2), x[1,1])"),
      formula("share", "A[1,1]"), formula("turned", "R[1,1]"),
    ])
    let gradients = try worksheet.numbers("concat(grad(share, x), grad(turned, x))")
    try worksheet.edit("A[1,2] = 0.9")
    try worksheet.edit("R[1,2] = 7")
    #expect(try worksheet.numbers("concat(grad(share, x), grad(turned, x))") == gradients)
  }

  @Test func `a gradient that a number was typed over leads nowhere else`() throws {
    var worksheet = try worksheet()
    try worksheet.edit("gradient[1,1] = 5")
    #expect(numbers(worksheet["gradient"]) == [5, 32])
    #expect(numbers(worksheet["steep"]) == [37])
  }

  @Test func `the start passes nothing back, typed over or not, whatever it was computed from`() throws {
    var worksheet = try worksheet()
    try worksheet.edit("below = was(gradient)")
    worksheet = try Worksheet(
      worksheet.definitions + [formula("product", "sum(x * below)"), formula("G", "grad(product, x)")])
    #expect(numbers(worksheet["G"]) == [9, 32])
    try worksheet.edit("below[quickly,dog] = 7")
    #expect(numbers(worksheet["G"]) == [7, 32])
  }

  // MARK: Other formulas

  @Test func `a replaced formula is differentiated now, the old one at the start`() throws {
    let start = try worksheet()
    var worksheet = start
    try worksheet.edit("y = 10 * x")
    #expect(numbers(worksheet["gradient"]) == [100, 200])
    #expect(try worksheet.numbers("was(gradient)") == [9, 32])
    #expect(try worksheet.numbers("was(grad(loss, x))") == [9, 32])
    #expect(try worksheet.numbers("grad(loss, w)") == [0, 0])
    #expect(try worksheet.numbers("was(grad(loss, w))") == [3, 16])
    try worksheet.edit("steep = sum(was(x - grad(loss, x)))")
    #expect(numbers(worksheet["steep"]) == [-8 - 30])
    worksheet.markStart()
    #expect(try worksheet.numbers("was(grad(loss, x))") == [100, 200])
    #expect(numbers(worksheet["steep"]) == [-99 - 198])
    try worksheet.edit("y = x * w")
    #expect(numbers(worksheet["gradient"]) == [9, 32])
    #expect(try worksheet.numbers("was(grad(loss, x))") == [100, 200])
  }

  @Test func `grad takes the place of a formula and stays live`() throws {
    let start = try worksheet()
    var worksheet = start
    try worksheet.edit("gradient = grad(loss, w)")
    #expect(numbers(worksheet["gradient"]) == [3, 16])
    try worksheet.edit("x = 1")
    #expect(numbers(worksheet["gradient"]) == [3, 4])
    try worksheet.edit("x = was(x)")
    try worksheet.edit("gradient = grad(loss, x)")
    #expect(worksheet == start)
  }

  @Test func `a formula through which grad could not go is refused`() throws {
    let start = try Worksheet([
      input("x", [[1, 2]]), formula("first", "sum(x * x)"), formula("y", "2 * x"), formula("loss", "sum(y)"),
      formula("G", "grad(loss, x)"),
    ])
    var worksheet = start
    let message =
      "G would not fit any more: grad cannot go through another grad: loss follows from y"
    #expect(throws: EditError.formula(FormulaError(message: message, offset: 4))) {
      try worksheet.edit("y = grad(first, x)")
    }
    #expect(worksheet == start)
  }

  @Test func `an edit that leaves the loss alone can still move its gradient`() throws {
    let start = try Worksheet([
      input("x", [[1, 2]]), input("w", [[1, -0.5]]), formula("loss", "sum(x * w)"),
      formula("G", "grad(loss, x)"),
    ])
    var worksheet = start
    try worksheet.edit("w = concat(2, -1)")
    let ripple = worksheet.ripple(since: start)
    #expect(ripple.changes(of: "loss").isEmpty)
    #expect(ripple.changes(of: "G").map(\.new) == [.number(2), .number(-1)])
  }

  // MARK: Cells without a value

  private func cells(_ text: String, of x: [Double], by loss: String) throws -> [Cell] {
    let worksheet = try Worksheet([
      input("x", [x], range: -1e300...1e300), input("M", [[1, 0]]), formula("loss", loss),
      formula("gradient", text),
    ])
    let gradient = try #require(worksheet["gradient"])
    return (0..<gradient.columnCount).map { gradient[row: 0, column: $0] }
  }

  static let missing: [(String, [Double], [Cell])] = [
    ("sum(1 / x)", [1, 0], [.missing(.fromMissing), .missing(.fromMissing)]),
    ("sum(log(x))", [-1, 1], [.missing(.fromMissing), .missing(.fromMissing)]),
    ("log(x[1,1])", [2, -1], [.number(0.5), .number(0)]),
    ("(1 / x)[1,1]", [2, 0], [.number(-0.25), .number(0)]),
    ("sum(√x)", [4, 0], [.number(0.25), .missing(.divisionByZero)]),
    ("√sum(x * x)", [0, 0], [.missing(.divisionByZero), .missing(.divisionByZero)]),
    ("entropy(x)", [0, 1], [.missing(.logarithm), .number(-1 / 0.6931471805599453)]),
    ("entropy(softmax(mask(x, M)))", [1, 2], [.number(0), .number(0)]),
    ("sum(softmax(mask(x, M)) * M)", [1, 2], [.number(0), .number(0)]),
    ("exp(x[1,1]) * 0 + x[1,2]", [700, 1], [.number(0), .number(1)]),

    ("1 / (x[1,1] * x[1,1])", [1e-120, 0], [.missing(.overflow), .number(0)]),
    ("abs(x[1,1] - x[1,2])", [3, 3], [.number(0), .number(0)]),
  ]

  @Test(arguments: missing)
  func `what has no value has no gradient, and what is not used has one of 0`(
    loss: String, x: [Double], expected: [Cell]
  ) throws {
    #expect(try cells("grad(loss, x)", of: x, by: loss) == expected)
  }

  @Test func `no gradient is infinite or not a number, whatever the inputs`() throws {
    var random = SplitMix(seed: 12)
    let extremes = [0, -0.0, .leastNonzeroMagnitude, 1e-308, 1, -1, 745, -745, 1e154, -1e154, 1e308, -1e308]
    let losses = [
      "sum(sum(x / z)ᵀ)", "sum(sum(√x * z)ᵀ)", "sum(entropy(softmax(x · zᵀ))ᵀ)", "sum(sum(log(x * z))ᵀ)",
      "sum(max(x * z)ᵀ)", "sum(sum(softmax(mask(x, z)) · x)ᵀ)", "sum(sum(rotate(x, z[*,1]))ᵀ)",
      "sum(sum(exp(x) / z)ᵀ)", "entropy(x[1])", "√sum(x[2] * x[2])", "(x / z)[1,1]", "1 / √sum(x[1])",
    ]
    for _ in 0..<30 {
      func cells() -> [[Double]] {
        (0..<2).map { _ in (0..<2).map { _ in extremes.randomElement(using: &random) ?? 0 } }
      }
      for loss in losses {
        let worksheet = try Worksheet([
          input("x", cells()), input("z", cells()), formula("loss", loss), formula("G", "grad(loss, x)"),
          formula("H", "grad(loss, z)"), formula("down", "x - G"),
        ])
        #expect(worksheet.values.allSatisfy { $0.numbers.allSatisfy { $0.isFinite } }, "\(loss)")
        for (name, row, column) in [("G", 0, 0), ("H", 1, 1)] {
          let explanation = worksheet.explanation(of: worksheet.reference(name, row: row, column: column))
          let numbers = explanation?.sides.flatMap { $0.compactMap(\.quantity?.cell.number) } ?? []
          #expect(numbers.allSatisfy { $0.isFinite }, "\(loss)")
        }
      }
    }
  }
}
