import Testing

@testable import AttentionCore

/// The operations beside those of plain attention; figures made with NumPy, float64.
@Suite struct OperationTests {
  private func worksheet() throws -> Worksheet {
    try Worksheet([
      input("a", [[0.5, -1.25, 2], [0, 3, -0.75]], rows: tokens),
      input("Z", [[3, 1, 2, 2], [0, 0, 0, 0]], rows: tokens, columns: sentence),
      input("M", [[1, 0, 1, 0], [0, 0, 0, 0]], rows: tokens, columns: sentence, role: .mask),
      input("r", [[2, 0, 1, 1], [0.5, -1, 3, 4]], rows: tokens),
      input("t", [[30], [90]]), input("k", [[2]]),
      formula("P", "mask(Z, M)"), formula("A", "softmax(P)"),
    ])
  }

  static let results: [(String, [Double])] = [
    (
      "exp(a)",
      [1.6487212707001282, 0.2865047968601901, 7.38905609893065, 1, 20.085536923187668, 0.4723665527410147]
    ),
    (
      "sin(a)",
      [
        0.479425538604203, -0.9489846193555862, 0.9092974268256817, 0, 0.1411200080598672,
        -0.6816387600233341,
      ]
    ),
    (
      "cos(a)",
      [
        0.8775825618903728, 0.3153223623952687, -0.4161468365471424, 1, -0.9899924966004454,
        0.7316888688738209,
      ]
    ),
    ("abs(a)", [0.5, 1.25, 2, 0, 3, 0.75]),
    ("log(abs(a[dog]))", [-0.6931471805599453, 0.22314355131420976, 0.6931471805599453]),
    ("max(a)", [2, 3]),
    ("entropy(softmax(concat(2, 1, 0, 0 - 1)))", [1.3670068789863306]),
    ("entropy(concat(1, 0, 0))", [0]),
    ("entropy(0 * Z + 0.25)", [2, 2]),
    (
      "rotate(r, t)",
      [1.7320508075688774, 0.9999999999999999, 0.36602540378443876, 1.3660254037844386, 1, 0.5, -4, 3]
    ),
    ("rotate(r, 180)", [-2, 0, -1, -1, -0.5, 1, -3, -4]),
    ("concat(t, a, k + t)", [30, 0.5, -1.25, 2, 32, 90, 0, 3, -0.75, 92]),
    ("stack(a[dog], a[quickly,*], a)", [0.5, -1.25, 2, 0, 3, -0.75, 0.5, -1.25, 2, 0, 3, -0.75]),
    ("A", [0.7310585786300049, 0, 0.2689414213699951, 0, 0, 0, 0, 0]),
    ("softmax(topk(Z, k))", [0.7310585786300049, 0, 0.2689414213699951, 0, 0.5, 0.5, 0, 0]),
    ("softmax(topk(Z, 2.5))[dog]", [0.7310585786300049, 0, 0.2689414213699951, 0]),
    ("softmax(topk(Z, 0))", [0, 0, 0, 0, 0, 0, 0, 0]),
    ("softmax(Pᵀ)[The]", [1, 0]),
    ("softmax(stack(P[dog,1..2], P[quickly,1..2]))", [1, 0, 0, 0]),
    ("was(A)", [0.7310585786300049, 0, 0.2689414213699951, 0, 0, 0, 0, 0]),
  ]

  @Test(arguments: results)
  func `an operation computes`(text: String, figures: [Double]) throws {
    #expect(isNear(try worksheet().numbers(text), figures))
  }

  @Test func `closed cells are a kind of their own`() throws {
    let worksheet = try worksheet()
    let closed = try #require(worksheet["P"])
    #expect((0..<4).map { closed[row: 0, column: $0] } == [.number(3), .closed, .number(2), .closed])
    #expect((0..<4).allSatisfy { closed[row: 1, column: $0] == .closed })
    #expect(worksheet.role(of: "P") == .masked)
  }

  static let complaints: [(String, String, Int)] = [
    ("P + 1", "P may hold closed cells (it comes from mask); they can only go into softmax", 0),
    ("exp(Pᵀ[1])", "Pᵀ[1] may hold closed cells (it comes from mask); they can only go into softmax", 4),
    ("mask(P, M)", "P may hold closed cells (it comes from mask); they can only go into softmax", 5),
    (
      "sum(stack(Z, topk(Z, 1)))",
      "stack(Z, topk(Z, 1)) may hold closed cells (it comes from topk); they can only go into softmax", 4
    ),
    ("mask(Z, a)", "mask needs a mask of the same shape: Z is 2×4, a is 2×3", 0),
    (
      "mask(Z, concat(t, t, t, t)[*,1..3])",
      "mask needs a mask of the same shape: Z is 2×4, concat(t, t, t, t)[*,1..3] is 2×3", 0
    ),
    ("topk(Z, t)", "the k of topk is one number; t is 2×1", 0),
    ("rotate(a, t)", "rotate turns pairs of columns; a has 3 columns", 0),
    ("rotate(r, a)", "rotate needs one angle, or one for each row of r; a is 2×3", 0),
    ("concat(a, k)", "concat needs the same rows: those of a are dog, quickly, those of k are 1", 0),
    (
      "stack(a, Z)",
      "stack needs the same columns: those of a are 1 to 3, those of Z are The, dog, ran, quickly", 0
    ),
    ("concat()", "expected a matrix, a number or an operation, found )", 7),
    ("topk(Z)", "topk takes 2 arguments, here it has 1", 0),
  ]

  @Test(arguments: complaints)
  func `arguments that do not fit are named`(text: String, message: String, offset: Int) throws {
    let worksheet = try worksheet()
    #expect(throws: FormulaError(message: message, offset: offset)) {
      try worksheet.check(Formula(parsing: text))
    }
  }

  @Test func `closed cells are never compared and never typed`() throws {
    var worksheet = try worksheet()
    let start = worksheet
    #expect(
      throws: FormulaError(
        message: "P may hold closed cells (it comes from mask); they are never compared", offset: 0)
    ) { try worksheet.verdict(on: Comparison(parsing: "P = 0")) }
    #expect(
      throws: EditError.formula(
        FormulaError(
          message: "P may hold closed cells (it comes from mask); they can only go into softmax", offset: 4))
    ) { try worksheet.edit("Z = P") }
    #expect(worksheet == start)
  }

  @Test func `a formula edit that would close cells where they cannot go is refused`() throws {
    let start = try Worksheet([
      input("S", [[1, 2]]), input("M", [[1, 0]], role: .mask), formula("Z", "2 * S"), formula("Y", "Z + 1"),
    ])
    var worksheet = start
    let message =
      "Y would not fit any more: Z may hold closed cells (it comes from mask); they can only go into softmax"
    #expect(throws: EditError.formula(FormulaError(message: message, offset: 4))) {
      try worksheet.edit("Z = mask(S, M)")
    }
    #expect(worksheet == start)
  }

  @Test func `closing a cell takes its weight, opening it gives it back`() throws {
    let start = try worksheet()
    var worksheet = start
    try worksheet.edit("M[dog,ran] = 0")
    #expect(try worksheet.numbers("A[dog]") == [1, 0, 0, 0])
    #expect(worksheet.ripple(since: start).changes(of: "P").map(\.new) == [.closed])
    try worksheet.edit("M[dog,ran] = 1")
    #expect(worksheet == start)
  }

  @Test func `joined axes keep names that stay unique`() throws {
    let worksheet = try worksheet()
    #expect(
      try worksheet.check(Formula(parsing: "concat(Z[*,The], Z[*,ran])")).columns.names == ["The", "ran"])
    #expect(try worksheet.check(Formula(parsing: "concat(Z, Z)")).columns == Axis(count: 8))
    #expect(try worksheet.check(Formula(parsing: "concat(Z, t)")).columns == Axis(count: 5))
    #expect(
      try worksheet.check(Formula(parsing: "stack(a[quickly], a[dog])")).rows.names == ["quickly", "dog"])
    #expect(try worksheet.check(Formula(parsing: "concat(t, a)")).rows.names == tokens)
  }

  static let missing: [(String, Missing)] = [
    ("log(0)", .logarithm), ("log(-1)", .logarithm), ("exp(1000)", .overflow), ("entropy(-1)", .logarithm),
    ("max(concat(1 / 0, 2))", .fromMissing), ("mask(1 / 0, 1)", .fromMissing),
    ("mask(1, 1 / 0)", .fromMissing),
    ("topk(1, 1 / 0)", .fromMissing), ("rotate(concat(1 / 0, 1), 0)", .fromMissing),
    ("rotate(concat(1, 1), 1 / 0)", .fromMissing), ("concat(1 / 0, 1)", .divisionByZero),
    ("entropy(10 * 1000000 * 1 / 0)", .fromMissing),
  ]

  @Test(arguments: missing)
  func `what has no value says why`(text: String, reason: Missing) throws {
    #expect(try worksheet().value(of: Formula(parsing: text))[row: 0, column: 0] == .missing(reason))
  }

  @Test func `a closed cell stays closed whatever its score`() throws {
    #expect(try worksheet().value(of: Formula(parsing: "mask(1 / 0, 0)"))[row: 0, column: 0] == .closed)
  }
}
