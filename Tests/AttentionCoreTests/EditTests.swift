import Testing

@testable import AttentionCore

@Suite struct EditTests {
  static let numberEdits: [(String, [Double])] = [
    ("K[dog,3] = 3.10", [0.54, 0.36, 3.10, 0.10, 0.70, 1.00]),
    ("K[dog] = 3 * Q", [0.66, 1.92, 2.19, 0.10, 0.70, 1.00]),
    ("K[*,1] = 0", [0, 0.36, 0.74, 0, 0.70, 1.00]),
    ("K = 1", [1, 1, 1, 1, 1, 1]),
    ("K = 2 * K", [1.08, 0.72, 1.48, 0.20, 1.40, 2.00]),
    ("K[1,2..3] = Q[1,1..2]", [0.54, 0.22, 0.64, 0.10, 0.70, 1.00]),
  ]

  @Test(arguments: numberEdits)
  func `numbers go into an input or a part of it`(text: String, figures: [Double]) throws {
    var worksheet = try twoTokens()
    try worksheet.edit(text)
    #expect(isNear(numbers(worksheet["K"]), figures))
    #expect(worksheet.input("K").map { isNear($0.numbers, figures) } == true)
    #expect(isNear(numbers(worksheet["S"]), try worksheet.numbers("Q · Kᵀ")))
  }

  @Test func `the right side of an edit of an input is evaluated once`() throws {
    var worksheet = try twoTokens()
    try worksheet.edit("K[dog] = Q")
    try worksheet.edit("Q = 1")
    #expect(isNear(try worksheet.numbers("K[dog]"), [0.22, 0.64, 0.73]))
  }

  @Test(arguments: [
    ("L = 1", "nothing is called L", 0),
    ("k = 1", "nothing is called k; did you mean K?", 0),
    ("K[cat] = 1", "K has no row cat: its rows are dog, quickly", 2),
    ("K[dog] = K", "K[dog] is 1×3, the right side is 2×3", 9),
    ("K = Q", "K is 2×3, the right side is 1×3", 4),
    ("K = L", "nothing is called L", 4),
    ("S = Q", "S is 1×2, the right side is 1×3", 4),
    ("S = 0 * 1", "S is 1×2, the right side is 1×1", 4),
    ("S = (K · V)[dog]", "K · V does not fit: 2×3 · 2×3, 3 columns against 2 rows; did you mean K · Vᵀ?", 7),
    ("S = Q[1,1..2]ᵀ", "S is 1×2, the right side is 2×1", 4),
    ("T = Q · Kᵀ", "T is 1×2, the right side is 1×2: its columns are a, b against dog, quickly", 4),
    ("S = A", "A is defined below; a formula uses only names above it", 4),
    ("S = 2 * S", "S is used in its own formula; a formula uses only names above it", 8),
  ])
  func `an edit that does not fit is named with its place`(text: String, message: String, offset: Int) throws
  {
    let start = try worksheet()
    let error = FormulaError(message: message, offset: offset)
    try refuses(text, with: .formula(error), start)
    #expect(throws: error) { try start.check(Edit(parsing: text)) }
  }

  static let refusedNumbers: [(String, EditError)] = [
    ("K[dog,1] = 9.995", .outOfRange(-9.99...9.99)),
    ("K = 1 / 0", .noValue(.divisionByZero)),
    ("fixed[1,2] = 3", .fixed("fixed")),
    ("M[1,1] = 0.5", .outOfRange(0...1)),
    ("M = 2", .outOfRange(0...1)),
    ("A[quickly,dog] = 1000", .outOfRange(-999.99...999.99)),
    ("A[quickly] = √(-1)", .noValue(.root)),
  ]

  @Test(arguments: refusedNumbers)
  func `a number that cannot stand there is refused`(text: String, error: EditError) throws {
    let start = try worksheet()
    try refuses(text, with: error, start)
    try start.check(Edit(parsing: text))
  }

  private func worksheet() throws -> Worksheet {
    try Worksheet(
      twoTokens().definitions + [
        input("fixed", [[1, 2]], isFixed: true), input("M", [[1, 0]], role: .mask, range: 0...1),
        input("ab", [[1, 2]], columns: ["a", "b"]), formula("T", "2 * ab"),
      ])
  }

  private func refuses(_ text: String, with error: EditError, _ start: Worksheet) throws {
    var worksheet = start
    #expect(throws: error) { try worksheet.edit(text) }
    #expect(worksheet == start)
  }

  @Test func `numbers typed over a computed matrix stay until they are taken back`() throws {
    let start = try twoTokens()
    var worksheet = start
    try worksheet.edit("A[quickly,dog] = 0.9")
    #expect(worksheet.isTypedOver("A", row: 0, column: 0))
    #expect(!worksheet.isTypedOver("A", row: 0, column: 1))
    #expect(isNear(numbers(worksheet["A"]), [0.9, 0.577031707565882]))
    #expect(isNear(numbers(worksheet["O"]), try worksheet.numbers("A · V")))

    try worksheet.edit("K[dog] = 0")
    #expect(numbers(worksheet["A"])[0] == 0.9)
    try worksheet.edit("K[dog] = was(K[dog])")
    worksheet.restoreFormula("A", row: 0, column: 0)
    #expect(!worksheet.isTypedOver("A", row: 0, column: 0))
    #expect(worksheet == start)
  }

  @Test func `a place that is not there cannot be typed over or taken back`() throws {
    let start = try twoTokens()
    var worksheet = start
    worksheet.restoreFormula("A", row: 7, column: 0)
    worksheet.restoreFormula("nothing", row: 0, column: 0)
    #expect(worksheet == start)
    #expect(!worksheet.isTypedOver("A", row: -1, column: 9))
  }

  @Test func `a formula takes the place of a formula and stays live`() throws {
    let start = try twoTokens()
    var worksheet = start
    try worksheet.edit("S = Q · Kᵀ + 1")
    #expect(isNear(numbers(worksheet["S"]), [1.8894, 2.2]))
    #expect(worksheet.formula(of: "S")?.text == "Q · Kᵀ + 1")
    #expect(worksheet["S"]?.shape == start["S"]?.shape)
    #expect(worksheet.role(of: "S") == .score)
    #expect(try worksheet.holds("A = was(A)"))
    try worksheet.edit("Q = 0")
    #expect(isNear(numbers(worksheet["S"]), [1, 1]))
    try worksheet.edit("Q = was(Q)")
    try worksheet.edit("S = Q · Kᵀ")
    #expect(worksheet == start)
  }

  @Test func `a matrix keeps its names when a formula without names takes its place`() throws {
    var worksheet = try twoTokens()
    try worksheet.edit("S = Q[1,1..2]")
    #expect(worksheet["S"]?.shape.columns.names == tokens)
    #expect(numbers(worksheet["S"]) == [0.22, 0.64])
    try worksheet.edit("S = Q · Kᵀ")
    #expect(try worksheet == twoTokens())
  }

  @Test func `a new formula takes typed-over cells back`() throws {
    var worksheet = try twoTokens()
    try worksheet.edit("A[quickly,dog] = 0.9")
    try worksheet.edit("A = S / sum(S)")
    #expect(!worksheet.isTypedOver("A", row: 0, column: 0))
    #expect(isNear(numbers(worksheet["A"]), [0.8894 / 2.0894, 1.2 / 2.0894]))
  }

  @Test func `a copy of a matrix can be typed over without touching the matrix`() throws {
    var worksheet = try Worksheet([input("X", [[1, 2]]), formula("S", "2 * X"), formula("Z", "S")])
    try worksheet.edit("Z[1,1] = 7")
    #expect(numbers(worksheet["S"]) == [2, 4])
    #expect(numbers(worksheet["Z"]) == [7, 4])
  }

  @Test func `was is the value at the start until a new start is marked`() throws {
    var worksheet = try twoTokens()
    let before = numbers(worksheet["A"])
    try worksheet.edit("K[dog,3] = 3.10")
    #expect(try worksheet.numbers("was(A)") == before)
    #expect(try worksheet.numbers("was(A[quickly,dog] * 2)") == [before[0] * 2])
    let unmarked = worksheet
    worksheet.markStart()
    #expect(try worksheet.numbers("was(A)") == numbers(worksheet["A"]))
    #expect(worksheet != unmarked)
  }

  @Test func `was keeps the old values when a formula is replaced`() throws {
    var worksheet = try Worksheet([
      input("X", [[1, 2]]), formula("S", "2 * X"), formula("old", "was(S * 10)"), formula("D", "S - was(S)"),
    ])
    try worksheet.edit("S = X + 7")
    #expect(numbers(worksheet["D"]) == [6, 5])
    #expect(numbers(worksheet["old"]) == [20, 40])
    worksheet.markStart()
    #expect(numbers(worksheet["D"]) == [0, 0])
    #expect(numbers(worksheet["old"]) == [80, 90])
  }
}
