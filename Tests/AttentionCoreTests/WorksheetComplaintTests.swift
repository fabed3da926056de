import Testing

@testable import AttentionCore

/// What a worksheet says of definitions that do not fit.
@Suite struct WorksheetComplaintTests {
  private func base() -> [Definition] {
    [
      input("Q", [[0.22, 0.64, 0.73]], rows: ["quickly"]),
      input("K", [[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]], rows: tokens),
      input("X", [[1, 2], [3, 4]], rows: sentence.suffix(2), columns: ["noun", "verb"]),
    ]
  }

  @Test(arguments: [
    ("Q · K", "Q · K does not fit: 1×3 · 2×3, 3 columns against 2 rows; did you mean Q · Kᵀ?", 2),
    ("Kᵀ · Q", "Kᵀ · Q does not fit: 3×2 · 1×3, 2 columns against 1 row", 3),
    (
      "K · (K + 1)",
      "K · (K + 1) does not fit: 2×3 · 2×3, 3 columns against 2 rows; did you mean K · (K + 1)ᵀ?", 2
    ),
    ("Qᵀ · Kᵀ", "Qᵀ · Kᵀ does not fit: 3×1 · 3×2, 1 column against 3 rows; did you mean Qᵀᵀ · Kᵀ?", 3),
    ("X · K", "the columns of X (noun, verb) do not meet the rows of K (dog, quickly)", 2),
    (
      "X + K",
      "X + K does not fit: 2×2 against 2×3; cell by cell needs equal shapes, the matrix product is ·", 2
    ),
    ("K * X[*,noun]", "K * X[*,noun] does not fit: its rows are dog, quickly against ran, quickly", 2),
    ("L", "nothing above is called L", 0),
    ("softmax(Qq)", "nothing above is called Qq; did you mean Q?", 8),
    ("Z + 1", "Z is used in its own formula; a formula uses only names above it", 0),
    ("2 * O", "O is defined below; a formula uses only names above it", 4),
    ("K[cat]", "K has no row cat: its rows are dog, quickly", 2),
    ("K[dgo]", "K has no row dgo; did you mean dog?", 2),
    ("K[dog, 4]", "K has no column 4: its columns are 1 to 3", 7),
    ("K[0]", "K has no row 0: its rows are dog, quickly", 2),
    ("K[quickly..dog]", "quickly..dog runs backwards: write dog..quickly", 2),
    ("(Q · Kᵀ)[quickly,cat]", "Q · Kᵀ has no column cat: its columns are dog, quickly", 17),
  ])
  func `a formula that does not fit is named with its place`(text: String, message: String, offset: Int)
    throws
  {
    let definitions = try base() + [formula("Z", text), formula("O", "Q")]
    let expected = DefinitionError(definition: 3, error: FormulaError(message: message, offset: offset))
    #expect(throws: expected) { try Worksheet(definitions) }
  }

  @Test(arguments: [
    ("K", "K is written twice"),
    ("softmax", "softmax is an operation; a matrix needs another name"),
    ("sqrt", "sqrt is an operation; a matrix needs another name"),
    ("2K", "2K cannot name a matrix: a name is a letter, then letters, digits and _"),
    ("", " cannot name a matrix: a name is a letter, then letters, digits and _"),
    ("Kᵀ", "Kᵀ cannot name a matrix: a name is a letter, then letters, digits and _"),
  ])
  func `a name is a word that nothing else has`(name: String, message: String) throws {
    let definitions = try base() + [formula(name, "Q")]
    let expected = DefinitionError(definition: 3, error: FormulaError(message: message, offset: 0))
    #expect(throws: expected) { try Worksheet(definitions) }
  }

  static let badNumbers: [(Int, [Double], String)] = [
    (2, [1, 2, 3], "Y is 1×2, but has 3 numbers"),
    (2, [1.0], "Y is 1×2, but has 1 number"),
    (0, [], "Y has no cells"),
    (2, [1.0, .nan], "Y has a number that is not finite"),
    (1, [.infinity], "Y has a number that is not finite"),
  ]

  @Test(arguments: badNumbers)
  func `the numbers of an input fill its shape`(columns: Int, numbers: [Double], message: String) {
    let shape = Shape(rows: Axis(count: 1), columns: Axis(count: columns))
    let definition = Definition(name: "Y", source: .input(Input(shape: shape, numbers: numbers)))
    let expected = DefinitionError(definition: 0, error: FormulaError(message: message, offset: 0))
    #expect(throws: expected) { try Worksheet([definition]) }
  }

  @Test(arguments: [
    ("A", "nothing is called A"),
    ("k", "nothing is called k; did you mean K?"),
  ])
  func `a formula outside of the worksheet may use every name`(text: String, message: String) throws {
    let worksheet = try Worksheet(base())
    #expect(throws: FormulaError(message: message, offset: 0)) {
      try worksheet.value(of: Formula(parsing: text))
    }
    #expect(try worksheet.check(Formula(parsing: "Q · Kᵀ")).description == "1×2")
  }

  @Test func `the sides of a comparison fit cell by cell`() throws {
    let worksheet = try Worksheet(base())
    let misfit = FormulaError(message: "X < K does not fit: 2×2 against 2×3", offset: 2)
    #expect(throws: misfit) { try worksheet.verdict(on: Comparison(parsing: "X < K")) }
  }
}
