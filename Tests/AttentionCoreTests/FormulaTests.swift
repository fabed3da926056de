import Testing

@testable import AttentionCore

@Suite struct FormulaTests {
  @Test(arguments: [
    ("Q·Kᵀ", "Q · Kᵀ"),
    ("Q @ K.T", "Q · Kᵀ"),
    ("sqrt(x)", "√x"),
    ("sqrt(a + b)", "√(a + b)"),
    ("softmax( S )", "softmax(S)"),
    ("softmax(Q · Kᵀ / √columns(K))", "softmax(Q · Kᵀ / √columns(K))"),
    ("A − B", "A - B"),
    ("−A", "-A"),
    ("((A))", "A"),
    ("A - (B - C)", "A - (B - C)"),
    ("(A - B) - C", "A - B - C"),
    ("A + (B · C)", "A + B · C"),
    ("(A + B) · C", "(A + B) · C"),
    ("A / (B * C)", "A / (B * C)"),
    ("(-A)ᵀ", "(-A)ᵀ"),
    ("-Aᵀ", "-Aᵀ"),
    ("(A · B)[dog]", "(A · B)[dog]"),
    ("softmax(S)[dog, quickly]", "softmax(S)[dog,quickly]"),
    ("X[r,*]", "X[r]"),
    ("X[*,*]", "X[*]"),
    ("O[ * , 2 ]", "O[*,2]"),
    ("X[The .. ran]", "X[The..ran]"),
    ("table[1..3,1..2]", "table[1..3,1..2]"),
    ("p[*,\".\"]", "p[*,\".\"]"),
    ("p[\"dog\"]", "p[dog]"),
    ("p[\"two words\"]", "p[\"two words\"]"),
    ("X[o'clock]", "X[o'clock]"),
    ("3.10", "3.10"),
    ("- - A", "--A"),
    ("A--B", "A - -B"),
    ("K.T.T", "Kᵀᵀ"),
  ])
  func `canonical text reads back as an equal formula`(text: String, canonical: String) throws {
    let formula = try Formula(parsing: text)
    #expect(formula.text == canonical)
    #expect(try Formula(parsing: canonical) == formula)
  }

  @Test(arguments: [
    ("-A * B", "(-A) * B"),
    ("A / B · C", "(A / B) · C"),
    ("A - B + C", "(A - B) + C"),
    ("A + B · C", "A + (B · C)"),
    ("√A * B", "(√A) * B"),
    ("√Aᵀ", "√(Aᵀ)"),
    ("√A[1]", "√(A[1])"),
    ("-√A", "-(√A)"),
    ("A · Bᵀ", "A · (Bᵀ)"),
    ("Aᵀ[1]", "(Aᵀ)[1]"),
    ("sqrt(A)ᵀ", "(√A)ᵀ"),
  ])
  func `tighter operations come first, equal ones from left to right`(text: String, meaning: String) throws {
    #expect(try Formula(parsing: text) == Formula(parsing: meaning))
  }

  @Test func `formulas are compared by meaning`() throws {
    #expect(try Formula(parsing: "0.50 * A") == Formula(parsing: " 0.5*A"))
    #expect(try Formula(parsing: "A · B") != Formula(parsing: "A * B"))
    #expect(try Formula(parsing: "A[1]") != Formula(parsing: "A[2]"))
    #expect(try Set([Formula(parsing: "Q @ K.T"), Formula(parsing: "Q·Kᵀ")]).count == 1)
  }

  @Test func `names come in the order of first use`() throws {
    #expect(try Formula(parsing: "softmax(S / √columns(K))[dog] + S · X").names == ["S", "K", "X"])
  }

  @Test(arguments: [
    (2.5, "2.5"), (-2.5, "-2.5"), (0, "0"), (1e-7, "0.0000001"), (1e21, "1000000000000000000000"),
  ])
  func `a number makes a formula that reads back`(number: Double, text: String) throws {
    let formula = Formula.number(number)
    #expect(formula.text == text)
    #expect(try Formula(parsing: text) == formula)
  }

  @Test(arguments: [
    ("", "expected a matrix, a number or an operation, found the end", 0),
    ("Q ·", "expected a matrix, a number or an operation, found the end", 3),
    ("Q · · K", "expected a matrix, a number or an operation, found ·", 4),
    (".36", ".36 is not a number: write 0.36", 0),
    ("2 * .5", ".5 is not a number: write 0.5", 4),
    ("3.", "3. is not a number: write 3", 0),
    ("0,36", "a number has a decimal point, not a comma", 1),
    ("softmx(S)", "there is no operation called softmx; did you mean softmax?", 0),
    ("A + Softmax(S)", "there is no operation called Softmax; did you mean softmax?", 4),
    ("frobnicate(S)", "there is no operation called frobnicate", 0),
    ("softmax(S, K)", "softmax takes 1 argument, here it has 2", 0),
    ("softmax(S", "expected ) after the arguments of softmax", 9),
    ("softmax S", "expected ( after softmax", 8),
    ("(A + B", "expected ) after the formula in parentheses", 6),
    ("A B", "expected an operation or the end, found B", 2),
    ("A)", "expected an operation or the end, found )", 1),
    ("1e5", "expected an operation or the end, found e5", 1),
    ("A[", "expected the name or number of a row or column, found the end", 2),
    ("A[dog", "expected ] after [dog", 5),
    ("A[dog,1", "expected ] after [dog,1", 7),
    ("A[,1]", "expected the name or number of a row or column, found ,", 2),
    ("A[-1]", "expected the name or number of a row or column, found -", 2),
    ("A[\"dog]", "expected \" after dog]", 7),
    ("A\u{1b}", "expected an operation or the end, found \u{1b}", 1),
  ])
  func `a bad formula is named with its place`(text: String, message: String, offset: Int) {
    #expect(throws: FormulaError(message: message, offset: offset)) { try Formula(parsing: text) }
  }

  @Test func `a formula is nested at most 32 deep`() throws {
    let tooDeep = FormulaError(message: "a formula is nested at most 32 deep", offset: 33)
    _ = try Formula(parsing: String(repeating: "(", count: 32) + "A" + String(repeating: ")", count: 32))
    #expect(throws: tooDeep) { try Formula(parsing: String(repeating: "(", count: 33) + "A") }
    #expect(throws: tooDeep) { try Formula(parsing: String(repeating: "-", count: 33) + "A") }
  }

  @Test func `a formula has at most 200 characters`() throws {
    let longest = "A" + String(repeating: "+A", count: 99) + " "
    #expect(try Formula(parsing: longest).names == ["A"])
    #expect(
      throws: FormulaError(message: "a formula has at most 200 characters, this one has 201", offset: 200)
    ) { try Formula(parsing: longest + " ") }
  }

  @Test func `no text of one to three signs traps`() {
    let signs = "A1.,[]()·+-√ᵀ\"= <±".map(String.init)
    for first in signs {
      for second in signs {
        for third in signs {
          let text = first + second + third
          if let formula = try? Formula(parsing: text) {
            #expect((try? Formula(parsing: formula.text)) == formula)
          }
          _ = try? Comparison(parsing: text)
          _ = try? Edit(parsing: text)
        }
      }
    }
  }
}
