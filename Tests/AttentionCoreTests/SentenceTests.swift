import Testing

@testable import AttentionCore

@Suite struct SentenceTests {
  @Test(arguments: [
    ("K[dog,3]=3.10", "K[dog,3] = 3.10"),
    ("S = Q@K.T + 1", "S = Q · Kᵀ + 1"),
    ("Q[dog] = Q[The]", "Q[dog] = Q[The]"),
    ("keep[home,The..quickly] = 0", "keep[home,The..quickly] = 0"),
    ("K = -1", "K = -1"),
  ])
  func `an edit reads back`(text: String, canonical: String) throws {
    let edit = try Edit(parsing: text)
    #expect(edit.text == canonical)
    #expect(try Edit(parsing: canonical) == edit)
  }

  @Test func `an edit can be made of its parts`() throws {
    let target = Target(name: "K", rows: .one("dog"), columns: .one("3"))
    #expect(try Edit(target: target, formula: .number(3.1)) == Edit(parsing: "K[dog,3] = 3.10"))
  }

  @Test(arguments: [
    ("K", "expected = after K", 1),
    ("K[dog", "expected ] after [dog", 5),
    ("3 = K", "expected a matrix, found 3", 0),
    ("K = ", "expected a matrix, a number or an operation, found the end", 4),
    ("K = 0,5", "a number has a decimal point, not a comma", 5),
    ("K = 1 ± 2", "expected an operation or the end, found ±", 6),
  ])
  func `a bad edit is named with its place`(text: String, message: String, offset: Int) {
    #expect(throws: FormulaError(message: message, offset: offset)) { try Edit(parsing: text) }
  }

  @Test(arguments: [
    ("K", "K"), ("K[dog]", "K[dog]"), ("K[dog,*]", "K[dog]"), ("K[*,3]", "K[*,3]"), (" A[1..2] ", "A[1..2]"),
  ])
  func `a target reads back`(text: String, canonical: String) throws {
    let target = try Target(parsing: text)
    #expect(target.text == canonical)
    #expect(try Target(parsing: canonical) == target)
  }

  @Test(arguments: [
    ("A[quickly,dog] >= 0.80", "A[quickly,dog] ≥ 0.80", 0),
    ("A <= 1", "A ≤ 1", 0),
    ("A<1", "A < 1", 0),
    ("A = was(A)", "A = was(A)", 1e-9),
    ("A = 0.50 +/- 0.005", "A = 0.50 ± 0.005", 0.005),
    ("A = 0.50 ± 0.005", "A = 0.50 ± 0.005", 0.005),
  ])
  func `a comparison reads back with its tolerance`(
    text: String, canonical: String, tolerance: Double
  ) throws {
    let comparison = try Comparison(parsing: text)
    #expect(comparison.text == canonical)
    #expect(comparison.tolerance == tolerance)
    #expect(try Comparison(parsing: canonical) == comparison)
  }

  @Test(arguments: [
    ("A", "expected =, <, >, <= or >=, found the end", 1),
    ("A = 1 ±", "expected a number after ±, found the end", 7),
    ("A = 1 ± x", "expected a number after ±, found x", 8),
    ("A = B = C", "expected an operation or the end, found =", 6),
  ])
  func `a bad comparison is named with its place`(text: String, message: String, offset: Int) {
    #expect(throws: FormulaError(message: message, offset: offset)) { try Comparison(parsing: text) }
  }

  @Test func `an answer has a tolerance of its own or one for rounding`() throws {
    let answer = try Answer(parsing: "S[quickly,dog] ± 0.005")
    #expect(answer.formula.text == "S[quickly,dog]")
    #expect(answer.tolerance == 0.005)
    #expect(answer.text == "S[quickly,dog] ± 0.005")
    #expect(try Answer(parsing: "5").tolerance == 1e-9)
  }
}
