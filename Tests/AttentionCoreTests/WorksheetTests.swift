import Testing

@testable import AttentionCore

@Suite struct WorksheetTests {
  static let roles: [(String, MatrixRole?)] = [
    ("Q · Kᵀ", .score), ("S / √columns(K)", .scaled), ("Q · Kᵀ / 2", .scaled), ("softmax(S)", .weight),
    ("A · V", .output), ("A[quickly] · V", .output), ("was(A)", .weight), ("S", .score), ("Q · Kᵀ + 1", nil),
    ("2 * S", nil), ("softmax(S)ᵀ", nil), ("K · Wide", nil), ("Q / 2", nil),
  ]

  @Test(arguments: roles)
  func `a formula says what its matrix is`(text: String, role: MatrixRole?) throws {
    let definitions =
      try twoTokens().definitions + [
        input("Wide", [[1], [1], [1]]), formula("new", text),
      ]
    #expect(try Worksheet(definitions).role(of: "new") == role)
  }

  @Test func `a stated role and stated digits come first`() throws {
    let worksheet = try Worksheet([
      input("Q", [[1]], role: .query), formula("A", "softmax(Q)", role: .parameter, digits: 5),
    ])
    #expect(worksheet.role(of: "A") == .parameter)
    #expect(worksheet.digits(of: "A") == 5)
  }

  @Test(arguments: [("Q", 2), ("S", 3), ("A", 2), ("O", 2), ("nothing", 3)])
  func `inputs, weights and outputs have two decimals, the rest three`(name: String, digits: Int) throws {
    #expect(try twoTokens().digits(of: name) == digits)
  }

  @Test func `a formula has the role and decimals of the first matrix it names`() throws {
    let worksheet = try twoTokens()
    #expect(try worksheet.role(of: Formula(parsing: "1 - A[quickly,dog] * S")) == .weight)
    #expect(try worksheet.digits(of: Formula(parsing: "S + A")) == 3)
    #expect(try worksheet.digits(of: Formula(parsing: "√3")) == 3)
  }

  @Test func `names, inputs and formulas can be looked up`() throws {
    let worksheet = try twoTokens()
    #expect(worksheet.names == ["Q", "K", "V", "S", "A", "O"])
    #expect(worksheet.input("Q")?.numbers == [0.22, 0.64, 0.73])
    #expect(worksheet.input("S") == nil)
    #expect(worksheet.formula(of: "S")?.text == "Q · Kᵀ")
    #expect(worksheet.formula(of: "Q") == nil)
    #expect(worksheet["nothing"] == nil)
  }

  @Test func `shapes carry the names of their tokens`() throws {
    let worksheet = try twoTokens()
    #expect(worksheet["S"]?.shape.rows.names == ["quickly"])
    #expect(worksheet["S"]?.shape.columns.names == tokens)
    #expect(worksheet["O"]?.shape.columns.names == nil)
    #expect(try worksheet.check(Formula(parsing: "Kᵀ[1..2,dog]")).columns.names == ["dog"])
  }

  @Test(arguments: [
    ("K", 0..<2, 0..<3), ("K[quickly]", 1..<2, 0..<3), ("K[dog,3]", 0..<1, 2..<3),
    ("K[*,2..3]", 0..<2, 1..<3),
  ])
  func `a target names cells`(text: String, rows: Range<Int>, columns: Range<Int>) throws {
    let region = try twoTokens().position(of: Target(parsing: text))
    #expect(region == Region(rows: rows, columns: columns))
  }

  static let labels: [([String]?, String, Int?)] = [
    (["dog", "a2"], "a2", 1), (["dog", "ran"], "2", 1), (nil, "2", 1), (nil, "3", nil), (nil, "0", nil),
    (["dog", "ran"], "Dog", nil), (nil, "٢", nil), (nil, "99999999999999999999", nil), (nil, "", nil),
  ]

  @Test(arguments: labels)
  func `a label is a name, else a number from 1`(names: [String]?, label: String, position: Int?) {
    #expect(axis(names, 2).position(of: label) == position)
  }

  @Test func `one row, one column and one number stretch`() throws {
    let worksheet = try Worksheet([
      input("A", [[1, 2, 3], [4, 5, 6]]), input("r", [[10, 20, 30]]), input("c", [[100], [200]]),
    ])
    #expect(try worksheet.numbers("A + r") == [11, 22, 33, 14, 25, 36])
    #expect(try worksheet.numbers("c - A") == [99, 98, 97, 196, 195, 194])
    #expect(try worksheet.numbers("r + c") == [110, 120, 130, 210, 220, 230])
    #expect(try worksheet.numbers("A * 2") == [2, 4, 6, 8, 10, 12])
    #expect(try worksheet.numbers("r / 10 - c") == [-99, -98, -97, -199, -198, -197])
  }

  @Test func `a name beats no name, and two names of one position give none`() throws {
    let worksheet = try Worksheet([
      input("a", [[1, 2]], rows: ["dog"], columns: tokens), input("b", [[1, 2]], rows: ["ran"]),
    ])
    let shape = try worksheet.check(Formula(parsing: "b + a"))
    #expect(shape.columns.names == tokens)
    #expect(shape.rows.names == nil)
  }

  static let results: [(String, [Double])] = [
    ("-K", [-0.54, -0.36, -0.74, -0.10, -0.70, -1.00]), ("sum(K)", [1.64, 1.80]), ("columns(Kᵀ)", [2]),
    ("√(K * K)", [0.54, 0.36, 0.74, 0.10, 0.70, 1.00]), ("Kᵀ[2]", [0.36, 0.70]),
    ("K[dog,1..2]", [0.54, 0.36]),
    ("softmax(0 * Q)", [1 / 3, 1 / 3, 1 / 3]), ("2 - 3 - 4", [-5]), ("-2 * 3", [-6]), ("√9 + 1", [4]),
  ]

  @Test(arguments: results)
  func `each operation computes`(text: String, figures: [Double]) throws {
    #expect(isNear(try twoTokens().numbers(text), figures))
  }

  @Test func `a verdict names the cell that misses by most`() throws {
    let worksheet = try wholeSentence()
    let verdict = try worksheet.verdict(on: Comparison(parsing: "O[*,2] >= 0.60"))
    #expect(!verdict.holds)
    #expect(verdict.row == 1 && verdict.column == 0)
    #expect(verdict.left == worksheet["O"]?[row: 1, column: 1])
    #expect(verdict.right == .number(0.6))
  }

  static let verdicts: [(String, Bool)] = [
    ("1 = 1", true), ("1 = 1 ± 0", true), ("1 = 1.0000000001", true), ("1 = 1.00001", false),
    ("1 < 1", false),
    ("1 <= 1", true), ("1 > 1", false), ("1 >= 1", true), ("0.5 < 1", true), ("1 >= 1.1 ± 0.2", true),
    ("1 / 0 = 1 / 0", false), ("1 / 0 > 0", false), ("K[*,1] < K", false), ("K <= sum(K)", true),
  ]

  @Test(arguments: verdicts)
  func `a comparison holds when every cell does`(text: String, holds: Bool) throws {
    #expect(try twoTokens().holds(text) == holds)
  }
}
